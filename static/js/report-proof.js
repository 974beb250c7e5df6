"use strict";
// 数据核对 beside the editor: what ought to be looked at, figures typed by hand, figures that the ledgers could fill.
// The editor saves the text; this panel asks for edits with the event report:edit and for a place with report:jump.

(function () {
  const root = document.querySelector("[data-editor]");
  const panel = document.querySelector("[data-proof]");
  if (!root || !panel) return;
  const say = panel.querySelector("[data-proof-say]");
  const summary = panel.querySelector("[data-proof-summary]");
  const findings = panel.querySelector("[data-proof-findings]");
  const typed = panel.querySelector("[data-proof-typed]");
  const bindings = panel.querySelector("[data-proof-bindings]");
  let state = null;
  let asked = 0;
  // What is being typed stays when the panel is drawn anew: reasons by finding, and the source.
  const reasons = {};
  let typedSource = "";

  // Asking the server ---------------------------------------------------------------------------------

  function token() { return root.querySelector("[name=csrfmiddlewaretoken]").value; }

  async function ask(url, sent) {
    const number = ++asked;
    const options = { credentials: "same-origin", redirect: "manual" };
    if (sent) {
      options.method = "POST";
      options.headers = { "Content-Type": "application/json", "X-CSRFToken": token() };
      options.body = JSON.stringify(sent);
    }
    try {
      const response = await window.fetch(url, options);
      const data = await response.json();
      if (number !== asked) return false;
      if (!response.ok) {
        tell(data.message, true);
        return false;
      }
      state = data;
      tell("");
      show();
      return true;
    } catch (error) {
      tell("没有核对成，请稍后再试。", true);
      return false;
    }
  }

  function tell(message, isBad) {
    say.textContent = message;
    say.hidden = !message;
    say.classList.toggle("proof-bad", Boolean(isBad));
  }

  // Building --------------------------------------------------------------------------------------------

  function make(tag, className, words) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  }

  function button(words, className, act) {
    const element = make("button", className, words);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  function jumpTo(row) {
    root.dispatchEvent(new CustomEvent("report:jump", { detail: { start: row.start, end: row.end } }));
  }

  function edit(edits) {
    const done = root.dispatchEvent(new CustomEvent("report:edit", { detail: edits, cancelable: true }));
    if (!done) tell("正文刚有改动，等保存后会重新核对，请再点一次。", true);
  }

  function show() {
    const focused = panel.contains(document.activeElement) ? document.activeElement.dataset.keep : "";
    summarise();
    findings.textContent = "";
    state.levels.forEach(showLevel);
    showTyped();
    showBindings();
    const again = focused && panel.querySelector('[data-keep="' + focused + '"]');
    if (again) again.focus();
  }

  function summarise() {
    const open = state.findings.filter(function (one) { return !one.reason; });
    const parts = state.levels.map(function (level) {
      const count = open.filter(function (one) { return one.level === level.key; }).length;
      return count ? level.label + " " + count : "";
    }).filter(Boolean);
    summary.textContent = parts.length ? parts.join("，") : "没有要改的";
    summary.classList.toggle("proof-bad", open.some(function (one) { return one.level === "error"; }));
  }

  // Findings ----------------------------------------------------------------------------------------------

  function showLevel(level) {
    const rows = state.findings.filter(function (one) { return one.level === level.key; });
    if (!rows.length) return;
    const head = make("div", "proof-head");
    head.appendChild(make("h2", "", level.label + "（" + rows.length + "）"));
    const mends = rows.filter(function (one) { return one.edits.length; });
    if (mends.length > 1) {
      head.appendChild(button("全部改好", "btn btn-quiet btn-sm", function () {
        edit([].concat(...mends.map(function (one) { return one.edits; })));
      }));
    }
    const list = make("ul", "proof-list proof-" + level.key);
    rows.forEach(function (row) { list.appendChild(finding(row)); });
    if (level.key !== "mend") {
      findings.append(head, list);
      return;
    }
    // Mends are many and all alike: they unfold.
    const more = make("details");
    more.append(make("summary", "", "逐条看"), list);
    findings.append(head, more);
  }

  function finding(row) {
    const item = make("li", row.reason ? "proof-waived" : "");
    if (row.end > row.start) item.appendChild(button(row.message, "proof-place", function () { jumpTo(row); }));
    else item.appendChild(make("p", "proof-place", row.message));
    if (row.reason) {
      item.appendChild(make("small", "", "不改的原因：" + row.reason + (row.who ? "（" + row.who + "）" : "")));
    } else if (row.edits.length) {
      item.appendChild(button("改好", "btn btn-quiet btn-sm", function () { edit(row.edits); }));
    } else if (row.level === "error" || row.level === "reminder") {
      const opener = button("不改，写原因", "btn btn-quiet btn-sm", function () { askReason(item, row, opener).focus(); });
      item.appendChild(opener);
      if (row.id in reasons) askReason(item, row, opener);
    }
    return item;
  }

  function askReason(item, row, opener) {
    const form = make("form", "proof-reason");
    const box = make("input", "form-control form-control-sm");
    box.setAttribute("aria-label", "不改的原因");
    box.placeholder = "不改的原因，一句话";
    box.maxLength = 200;
    box.dataset.keep = row.id;
    box.value = reasons[row.id] || "";
    reasons[row.id] = box.value;
    box.addEventListener("input", function () { reasons[row.id] = box.value; });
    const send = make("button", "btn btn-primary btn-sm", "保留");
    form.append(box, send);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      ask(panel.dataset.waive, { finding: row.id, reason: box.value });
    });
    opener.hidden = true;
    item.appendChild(form);
    return box;
  }

  // Figures typed by hand -----------------------------------------------------------------------------------

  function showTyped() {
    typed.textContent = "";
    const open = state.figures.filter(function (one) { return !one.source; });
    const done = state.figures.filter(function (one) { return one.source; });
    if (!state.figures.length) return;
    const head = make("div", "proof-head");
    head.appendChild(make("h2", "", open.length ? "手写的数字，还没有出处（" + open.length + "）" : "手写的数字都有出处"));
    typed.appendChild(head);
    if (open.length) typed.appendChild(sourceForm(open));
    if (done.length) {
      const more = make("details");
      more.appendChild(make("summary", "", "已确认出处的 " + done.length + " 个"));
      const list = make("ul", "proof-list");
      done.forEach(function (row) {
        const item = make("li");
        item.append(place(row), make("small", "", "出处：" + row.source));
        list.appendChild(item);
      });
      more.appendChild(list);
      typed.appendChild(more);
    }
  }

  function place(row) {
    return button(row.wording + row.text, "proof-place", function () { jumpTo(row); });
  }

  function sourceForm(rows) {
    const form = make("form", "proof-source");
    const list = make("ul", "proof-chips");
    rows.forEach(function (row, number) {
      const item = make("li");
      const box = make("input", "form-check-input");
      box.type = "checkbox";
      box.checked = true;
      box.value = row.id;
      box.id = "proof-figure-" + number;
      const label = make("label", "", row.wording + row.text);
      label.htmlFor = box.id;
      item.append(box, label, button("看", "proof-look", function () { jumpTo(row); }));
      list.appendChild(item);
    });
    const line = make("div", "proof-reason");
    const source = make("input", "form-control form-control-sm");
    source.setAttribute("aria-label", "这些数字的出处");
    source.placeholder = "这些数字的出处，如 县司法局通报";
    source.maxLength = 100;
    source.dataset.keep = "source";
    source.value = typedSource;
    source.addEventListener("input", function () { typedSource = source.value; });
    line.append(source, make("button", "btn btn-primary btn-sm", "确认所选"));
    form.append(list, line);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      const chosen = Array.from(list.querySelectorAll(":checked")).map(function (box) { return box.value; });
      ask(panel.dataset.sources, { figures: chosen, source: source.value });
    });
    return form;
  }

  // Figures that the ledgers could fill ------------------------------------------------------------------------

  function showBindings() {
    bindings.textContent = "";
    const rows = state.figures.filter(function (one) { return one.token; });
    if (!rows.length) return;
    const head = make("div", "proof-head");
    head.appendChild(make("h2", "", "可以改成自动取数的（" + rows.length + "）"));
    head.appendChild(button("全部绑定", "btn btn-quiet btn-sm", function () { bind(rows); }));
    const list = make("ul", "proof-list");
    rows.forEach(function (row) { list.appendChild(binding(row)); });
    bindings.append(head, list);
  }

  function binding(row) {
    const item = make("li");
    item.appendChild(place(row));
    const told = make("small", "");
    const ledger = make("a", row.differs ? "proof-bad" : "", row.ledger + (row.differs ? "（和正文不同）" : ""));
    ledger.href = row.url;
    ledger.target = "_blank";
    ledger.title = "查看来源台账";
    told.append(
      row.label + "，台账 ",
      ledger,
      "，把握 " + Math.round(row.score * 100) + "%",
    );
    item.append(told, button("绑定", "btn btn-quiet btn-sm", function () { bind([row]); }));
    return item;
  }

  // The township's way of speaking is learned before the text changes: afterwards the figure is a token.
  async function bind(rows) {
    const learned = await ask(panel.dataset.bindings, { figures: rows.map(function (row) { return row.id; }) });
    if (learned) edit(rows.map(function (row) { return [row.start, row.end, row.token]; }));
  }

  root.addEventListener("report:saved", function () { ask(panel.dataset.proof); });
  ask(panel.dataset.proof);
})();
