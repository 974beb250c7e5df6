"use strict";
// 插入表格: figures and a split, the table as it would read, its token at the cursor. 标为内部: the mark of a paragraph.

(function () {
  const root = document.querySelector("[data-editor]");
  const box = document.getElementById("table-box");
  if (!root || !box) return;
  const text = document.getElementById("report-text");
  const opener = document.querySelector("[data-open-table]");
  const figure = document.getElementById("table-figure");
  const known = document.getElementById("table-known");
  const chosen = document.getElementById("table-figures");
  const split = document.getElementById("table-split");
  const caption = document.getElementById("table-caption");
  const say = document.getElementById("table-say");
  const sample = document.getElementById("table-preview");
  const insertButton = document.getElementById("table-insert");
  const MARK = "【内部】";
  let labels = [];
  let token = "";
  let asked = 0;

  function put(words) {
    window.portalPut(text, words);
  }

  async function open() {
    box.hidden = !box.hidden;
    opener.setAttribute("aria-expanded", String(!box.hidden));
    if (box.hidden) return;
    figure.focus();
    if (known.children.length) return;
    try {
      const response = await window.fetch(root.dataset.insertable, { credentials: "same-origin", redirect: "manual" });
      (await response.json()).indicators.forEach(function (row) {
        const option = document.createElement("option");
        option.value = row.label;
        option.label = row.group;
        known.appendChild(option);
      });
      // What was typed while the list was on its way.
      choose();
    } catch (error) { tell("没有连上，请稍后再试。"); }
  }

  function tell(message) {
    say.textContent = message;
    say.hidden = !message;
  }

  function choose() {
    const label = figure.value.trim();
    const there = Array.from(known.children).some(function (one) { return one.value === label; });
    if (!there || labels.indexOf(label) >= 0) return;
    labels.push(label);
    figure.value = "";
    list();
  }

  function list() {
    chosen.textContent = "";
    labels.forEach(function (label) {
      const item = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = label;
      const away = document.createElement("button");
      away.type = "button";
      away.textContent = "×";
      away.setAttribute("aria-label", "去掉" + label);
      away.addEventListener("click", function () {
        labels = labels.filter(function (one) { return one !== label; });
        list();
      });
      item.append(name, away);
      chosen.appendChild(item);
    });
    preview();
  }

  async function preview() {
    asked += 1;
    const number = asked;
    token = "";
    insertButton.disabled = true;
    sample.textContent = "";
    tell("");
    if (!labels.length) return;
    const query = new URLSearchParams({ split: split.value, caption: caption.value });
    labels.forEach(function (label) { query.append("figure", label); });
    try {
      const response = await window.fetch(box.dataset.table + "?" + query, { credentials: "same-origin", redirect: "manual" });
      const data = await response.json();
      if (number !== asked) return;
      if (response.ok) show(data);
      else tell(data.message);
    } catch (error) {
      if (number === asked) tell("没有连上，请稍后再试。");
    }
  }

  function row(cells, tag) {
    const line = document.createElement("tr");
    cells.forEach(function (words) {
      const cell = document.createElement(tag);
      cell.textContent = words;
      line.appendChild(cell);
    });
    return line;
  }

  function show(data) {
    const table = document.createElement("table");
    table.className = "table-sample";
    table.createCaption().textContent = data.caption;
    table.createTHead().appendChild(row(data.head, "th"));
    const body = table.createTBody();
    data.rows.forEach(function (cells) { body.appendChild(row(cells, "td")); });
    sample.textContent = "";
    sample.appendChild(table);
    if (data.note) {
      const note = document.createElement("p");
      note.className = "form-text";
      note.textContent = data.note;
      sample.appendChild(note);
    }
    token = data.token;
    insertButton.disabled = false;
  }

  // A table stands on a line of its own.
  function insert() {
    const place = text.selectionEnd;
    const before = place && text.value[place - 1] !== "\n" ? "\n" : "";
    const after = place < text.value.length && text.value[place] !== "\n" ? "\n" : "";
    text.setSelectionRange(place, place);
    put(before + token + after);
    labels = [];
    caption.value = "";
    list();
    open();
  }

  // 标为内部 -----------------------------------------------------------------------------------------

  function markParagraph() {
    const start = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
    const line = text.value.slice(start).split("\n")[0];
    const place = start + line.search(/\S|$/);
    if (line.trim().indexOf(MARK) === 0) {
      text.setSelectionRange(place, place + MARK.length);
      put("");
    } else {
      text.setSelectionRange(place, place);
      put(line.trim().indexOf("{{表") === 0 ? MARK + "\n" : MARK);
    }
  }

  function mark() {
    const words = text.value.slice(text.selectionStart, text.selectionEnd);
    const found = /^【内部：([^【】\n]*)】$/.exec(words);
    if (found) put(found[1]);
    else if (words && words.indexOf("\n") < 0 && words.indexOf("【") < 0) put("【内部：" + words + "】");
    else markParagraph();
  }

  opener.addEventListener("click", open);
  document.getElementById("table-close").addEventListener("click", open);
  document.querySelector("[data-mark-internal]").addEventListener("click", mark);
  figure.addEventListener("input", choose);
  figure.addEventListener("keydown", function (event) { if (event.key === "Enter") { event.preventDefault(); choose(); } });
  split.addEventListener("change", preview);
  caption.addEventListener("change", preview);
  insertButton.addEventListener("click", insert);
})();
