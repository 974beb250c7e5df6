"use strict";
// 插入数据: finding a figure by its name or pinyin initials and putting its token at the cursor.

(function () {
  const root = document.querySelector("[data-editor]");
  if (!root) return;
  const text = document.getElementById("report-text");
  const box = document.getElementById("insert");
  const list = document.getElementById("insert-list");
  const MOST = 12;
  let known = null;
  let chosen = -1;

  async function load() {
    if (known) return;
    try {
      const response = await window.fetch(root.dataset.insertable, { credentials: "same-origin", redirect: "manual" });
      known = (await response.json()).indicators;
    } catch (error) { /* signed out or offline: the next key tries again */ }
  }

  function rank(row, wanted) {
    const places = [row.label.indexOf(wanted), row.initials.indexOf(wanted)].filter(function (one) { return one >= 0; });
    if (places.length) return Math.min(...places);
    return row.group.indexOf(wanted) >= 0 ? 100 : -1;
  }

  function matches(wanted) {
    return known.map(function (row) { return [rank(row, wanted), row]; })
      .filter(function (one) { return one[0] >= 0; })
      .sort(function (one, other) { return one[0] - other[0]; })
      .slice(0, MOST).map(function (one) { return one[1]; });
  }

  function search() {
    const wanted = box.value.trim().toLowerCase();
    list.textContent = "";
    chosen = -1;
    if (!wanted || !known) { close(); return; }
    const found = matches(wanted);
    found.forEach(function (row, number) { list.appendChild(option(row, number)); });
    if (!found.length) {
      const none = document.createElement("li");
      none.className = "insert-none";
      none.textContent = "没有找到，请换个说法。";
      list.appendChild(none);
    }
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    mark(1);
  }

  function option(row, number) {
    const item = document.createElement("li");
    item.id = "insert-option-" + number;
    item.setAttribute("role", "option");
    item.dataset.label = row.label;
    [["span", row.label], ["strong", row.value === "—" ? "未填" : row.value], ["small", row.definition]].forEach(function (part) {
      const element = document.createElement(part[0]);
      element.textContent = part[1];
      item.appendChild(element);
    });
    item.addEventListener("mousedown", function (event) { event.preventDefault(); insert(row.label); });
    return item;
  }

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function mark(step) {
    const options = list.querySelectorAll("[role=option]");
    if (!options.length) return;
    if (chosen >= 0) options[chosen].setAttribute("aria-selected", "false");
    chosen = (chosen + step + options.length) % options.length;
    options[chosen].setAttribute("aria-selected", "true");
    options[chosen].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function insert(label) {
    box.value = "";
    close();
    window.portalPut(text, "{{" + label + "}}");
  }

  // Sentences that lists beside the text hold ready. Those about shortcomings belong into their part: at the
  // cursor while it stands there, else at the part's end.
  root.addEventListener("click", function (event) {
    const sentence = event.target.dataset.insertText;
    if (!sentence) return;
    const part = event.target.dataset.insertPart && partCalled(new RegExp(event.target.dataset.insertPart));
    if (part && (text.selectionStart < part.start || text.selectionStart > part.end)) {
      text.setSelectionRange(part.end, part.end);
      window.portalPut(text, "\n" + sentence);
    } else {
      window.portalPut(text, sentence);
    }
  });

  // The place of the part with such a heading, without the line end that closes it.
  function partCalled(name) {
    const heads = Array.from(text.value.matchAll(/^[ \t\u3000]*[一二三四五六七八九十]+[、.．].*$/gm));
    const found = heads.findIndex(function (head) { return name.test(head[0]); });
    if (found < 0) return null;
    const start = heads[found].index + heads[found][0].length;
    const next = found + 1 < heads.length ? heads[found + 1].index : text.value.length;
    return { start: start, end: start + text.value.slice(start, next).trimEnd().length };
  }

  box.addEventListener("focus", function () { load().then(search); });
  box.addEventListener("input", function () { load().then(search); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(1); }
    if (event.key === "ArrowUp") { event.preventDefault(); mark(-1); }
    if (event.key === "Escape") close();
    const options = list.querySelectorAll("[role=option]");
    if (event.key === "Enter" && !list.hidden && options.length) {
      event.preventDefault();
      insert(options[Math.max(0, chosen)].dataset.label);
    }
  });
})();
