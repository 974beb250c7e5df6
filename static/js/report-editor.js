/* The report editor: saves as you type, shows the official PDF beside the text, inserts figures. */
(function () {
  "use strict";
  var root = document.querySelector("[data-editor]");
  if (!root) return;
  var text = document.getElementById("report-text");
  var frame = document.getElementById("preview");
  var saveState = document.getElementById("save-state");
  var alertBox = document.getElementById("editor-alert");
  var state = JSON.parse(document.getElementById("editor-state").textContent);
  var token = root.querySelector("[name=csrfmiddlewaretoken]").value;
  var savedText = text.value;
  var timer = null;
  var saving = false;

  function say(message, isError) {
    saveState.textContent = message;
    saveState.classList.toggle("text-danger", Boolean(isError));
  }

  function warn(message) {
    alertBox.textContent = message;
    alertBox.hidden = !message;
  }

  /* The draft of this text only, kept on this device until the server has it. */
  function keep() {
    try {
      window.localStorage.setItem(root.dataset.key, JSON.stringify({ version: state.version, text: text.value }));
    } catch (error) { /* storage may be switched off; saving goes on without it */ }
  }

  function forget() {
    try { window.localStorage.removeItem(root.dataset.key); } catch (error) { /* as above */ }
  }

  function restore() {
    var kept;
    try { kept = JSON.parse(window.localStorage.getItem(root.dataset.key)); } catch (error) { kept = null; }
    if (kept && kept.text !== text.value && kept.version === state.version) {
      text.value = kept.text;
      warn("上次没来得及保存的文字已恢复。");
      schedule();
    } else {
      forget();
    }
  }

  function schedule() {
    say("未保存…");
    keep();
    window.clearTimeout(timer);
    timer = window.setTimeout(save, 1200);
  }

  function save() {
    if (saving || text.value === savedText) {
      if (!saving) say("已保存");
      return;
    }
    saving = true;
    var sent = text.value;
    say("正在保存…");
    window.fetch(root.dataset.save, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ text: sent, version: state.version })
    }).then(function (response) {
      if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) {
        say("登录已超时", true);
        warn("登录已超时，您填的内容已保留。请在新窗口重新登录，回到这里继续写，文字会自动保存。");
        addLoginLink();
        timer = window.setTimeout(refreshToken, 4000);
        return null;
      }
      return response.json().then(function (data) { answer(response.status, data, sent); });
    }).catch(function () {
      say("网络不通，稍后自动重试", true);
      timer = window.setTimeout(save, 5000);
    }).then(function () {
      saving = false;
      if (text.value !== sent && !alertBox.textContent) schedule();
    });
  }

  function addLoginLink() {
    var link = document.createElement("a");
    link.href = root.dataset.login;
    link.target = "_blank";
    link.textContent = "重新登录";
    link.className = "alert-link ms-2";
    alertBox.appendChild(link);
  }

  /* After signing in elsewhere the page needs the new security token before it can save. */
  function refreshToken() {
    window.fetch(window.location.href, { credentials: "same-origin", redirect: "manual" }).then(function (response) {
      if (!response.ok) throw new Error("signed out");
      return response.text();
    }).then(function (page) {
      var match = page.match(/name="csrfmiddlewaretoken" value="([^"]+)"/);
      if (match) token = match[1];
      warn("");
      save();
    }).catch(function () { timer = window.setTimeout(refreshToken, 4000); });
  }

  function answer(status, data, sent) {
    if (status !== 200) {
      say("没有保存", true);
      warn(data.message);
      return;
    }
    savedText = sent;
    state = data;
    warn("");
    say("已保存");
    if (text.value === sent) forget();
    show();
    frame.src = state.preview;
  }

  function show() {
    var problems = document.getElementById("problems");
    problems.textContent = "";
    state.problems.forEach(function (problem) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = problem.message;
      button.addEventListener("click", function () {
        text.focus();
        text.setSelectionRange(problem.start, problem.end);
      });
      var item = document.createElement("li");
      item.appendChild(button);
      problems.appendChild(item);
    });
    var figures = document.getElementById("figures");
    figures.textContent = "";
    state.figures.forEach(function (figure) {
      var item = document.createElement("li");
      var label = document.createElement("a");
      label.href = figure.url;
      label.target = "_blank";
      label.textContent = figure.label;
      var value = document.createElement("strong");
      value.textContent = figure.value + (figure.unreviewed ? "（含未审核 " + figure.unreviewed + " 条）" : "");
      item.appendChild(label);
      item.appendChild(value);
      figures.appendChild(item);
    });
    document.getElementById("figure-count").textContent = state.figures.length;
  }

  /* 插入数据 ------------------------------------------------------------------------------------- */
  var box = document.getElementById("insert");
  var list = document.getElementById("insert-list");
  var known = null;
  var chosen = -1;

  function load() {
    if (known) return Promise.resolve();
    return window.fetch(root.dataset.insertable, { credentials: "same-origin" })
      .then(function (response) { return response.json(); })
      .then(function (data) { known = data.indicators; });
  }

  function search() {
    var wanted = box.value.trim().toLowerCase();
    list.textContent = "";
    chosen = -1;
    if (!wanted || !known) { close(); return; }
    known.filter(function (row) {
      return row.label.toLowerCase().indexOf(wanted) >= 0 || row.initials.indexOf(wanted) >= 0 || row.group.indexOf(wanted) >= 0;
    }).slice(0, 12).forEach(function (row, number) {
      var item = document.createElement("li");
      item.id = "insert-option-" + number;
      item.setAttribute("role", "option");
      item.dataset.label = row.label;
      var name = document.createElement("span");
      name.textContent = row.label;
      var value = document.createElement("strong");
      value.textContent = row.value;
      var definition = document.createElement("small");
      definition.textContent = row.definition;
      item.appendChild(name);
      item.appendChild(value);
      item.appendChild(definition);
      item.addEventListener("mousedown", function (event) { event.preventDefault(); insert(row.label); });
      list.appendChild(item);
    });
    if (!list.children.length) {
      var none = document.createElement("li");
      none.textContent = "没有找到，请换个说法。";
      list.appendChild(none);
    }
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
  }

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function mark(step) {
    var options = list.querySelectorAll("[role=option]");
    if (!options.length) return;
    if (chosen >= 0) options[chosen].classList.remove("active");
    chosen = (chosen + step + options.length) % options.length;
    options[chosen].classList.add("active");
    box.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function insert(label) {
    var at = text.selectionStart;
    var quoted = "{{" + label + "}}";
    text.value = text.value.slice(0, at) + quoted + text.value.slice(text.selectionEnd);
    text.focus();
    text.setSelectionRange(at + quoted.length, at + quoted.length);
    box.value = "";
    close();
    schedule();
  }

  box.addEventListener("focus", function () { load().then(search); });
  box.addEventListener("input", function () { load().then(search); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", function (event) {
    var options = list.querySelectorAll("[role=option]");
    if (event.key === "ArrowDown") { event.preventDefault(); mark(1); }
    if (event.key === "ArrowUp") { event.preventDefault(); mark(-1); }
    if (event.key === "Escape") close();
    if (event.key === "Enter" && options.length) {
      event.preventDefault();
      insert(options[Math.max(0, chosen)].dataset.label);
    }
  });

  /* Text or PDF on small screens ------------------------------------------------------------------ */
  var tabs = document.querySelectorAll("[data-pane]");
  function choose(pane) {
    root.dataset.shown = pane;
    tabs.forEach(function (tab) {
      var on = tab.dataset.pane === pane;
      tab.classList.toggle("btn-primary", on);
      tab.classList.toggle("btn-outline-primary", !on);
      tab.setAttribute("aria-pressed", String(on));
    });
  }
  tabs.forEach(function (tab) { tab.addEventListener("click", function () { choose(tab.dataset.pane); }); });

  text.addEventListener("input", schedule);
  text.form.addEventListener("submit", function (event) { event.preventDefault(); save(); });
  window.addEventListener("beforeunload", function (event) {
    if (text.value !== savedText) { event.preventDefault(); event.returnValue = ""; }
  });
  choose("text");
  restore();
  show();
}());
