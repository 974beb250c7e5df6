"use strict";
// The report editor: saves as one types, keeps what could not be saved, shows the official PDF beside the text.

(function () {
  const root = document.querySelector("[data-editor]");
  if (!root) return;
  const text = document.getElementById("report-text");
  const marks = document.getElementById("editor-marks");
  const saveState = document.getElementById("save-state");
  const alertBox = document.getElementById("editor-alert");
  const IDLE_BEFORE_SAVE = 1500;
  const RETRY = 10000;
  let state = JSON.parse(document.getElementById("editor-state").textContent);
  let token = root.querySelector("[name=csrfmiddlewaretoken]").value;
  let savedText = text.value;
  let timer = null;
  let saving = false;
  // Set while the user has to decide something or sign in: nothing is sent until then.
  let stopped = false;

  function say(message, isBad) {
    saveState.textContent = message;
    saveState.classList.toggle("save-bad", Boolean(isBad));
  }

  function warn(message) {
    alertBox.querySelector("p").textContent = message;
    alertBox.hidden = !message;
  }

  // What the server does not have yet -------------------------------------------------------------
  // The draft of this report only, on this device only, and only until the server has it.

  function keep() {
    try {
      window.localStorage.setItem(root.dataset.key, JSON.stringify({ version: state.version, text: text.value }));
    } catch (error) { /* storage may be switched off or full; saving goes on without it */ }
  }

  function forget() {
    try { window.localStorage.removeItem(root.dataset.key); } catch (error) { /* as above */ }
  }

  function restore() {
    let kept = null;
    try { kept = JSON.parse(window.localStorage.getItem(root.dataset.key)); } catch (error) { /* as above */ }
    if (!kept || typeof kept.text !== "string" || kept.text === text.value) {
      forget();
    } else if (kept.version === state.version) {
      text.value = kept.text;
      warn("上次没来得及保存的文字已恢复。");
      schedule();
    } else {
      offer("这台电脑上有一份没保存成功的文字，之后报告又改过", kept.text, "用现在的，丢掉这份", "改用这份");
    }
  }

  // Another text beside the one on the left: somebody else's, or an own one from before.
  function offer(title, otherText, leftVerb, otherVerb) {
    stopped = true;
    const panel = document.getElementById("editor-other");
    panel.querySelector("h2").textContent = title;
    panel.querySelector("textarea").value = otherText;
    panel.querySelector("[data-take=left]").textContent = leftVerb;
    panel.querySelector("[data-take=other]").textContent = otherVerb;
    panel.hidden = false;
    panel.scrollIntoView({ block: "nearest" });
  }

  document.getElementById("editor-other").addEventListener("click", function (event) {
    const choice = event.target.dataset.take;
    if (!choice) return;
    const panel = event.currentTarget;
    if (choice === "other") text.value = panel.querySelector("textarea").value;
    panel.hidden = true;
    stopped = false;
    warn("");
    forget();
    schedule();
  });

  // A report written elsewhere: its text stands beside this one until somebody decides.
  document.getElementById("report-file").addEventListener("change", async function (event) {
    const input = event.target;
    if (!input.files.length) return;
    const sent = new FormData();
    sent.append("file", input.files[0]);
    input.value = "";
    try {
      const response = await window.fetch(input.dataset.read, {
        method: "POST", credentials: "same-origin", redirect: "manual", headers: { "X-CSRFToken": token }, body: sent,
      });
      const data = await response.json();
      if (!response.ok) warn(data.message);
      else if (!text.value.trim()) { text.value = data.text; schedule(); }
      else offer("文件里的文字", data.text, "不用文件", "换成文件里的");
    } catch (error) {
      warn("文件没有传上来，请检查网络后再试。");
    }
  });

  // Saving ----------------------------------------------------------------------------------------

  function schedule() {
    draw();
    if (text.value !== savedText) keep();
    if (stopped) return;
    say("未保存…");
    window.clearTimeout(timer);
    timer = window.setTimeout(save, IDLE_BEFORE_SAVE);
  }

  function send(content) {
    return window.fetch(root.dataset.save, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ text: content, version: state.version }),
    });
  }

  async function save() {
    window.clearTimeout(timer);
    if (saving || stopped) return;
    if (text.value === savedText) {
      forget();
      say("已保存");
      return;
    }
    saving = true;
    say("正在保存…");
    const sent = text.value;
    try {
      const response = await send(sent);
      if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) signedOut();
      else if (response.status >= 500) throw new Error("server");
      else answer(response.status, await response.json(), sent);
    } catch (error) {
      say("网络不通，稍后自动重试", true);
      timer = window.setTimeout(save, RETRY);
    }
    saving = false;
    if (text.value !== sent) schedule();
  }

  function answer(status, data, sent) {
    if (status === 200) {
      savedText = sent;
      state = data;
      warn("");
      say("已保存");
      if (text.value === sent) forget();
      show();
      return;
    }
    say("没有保存", true);
    warn(data.message);
    if (data.text === undefined) return;
    state.version = data.version;
    savedText = data.text;
    offer("对方改成了这样", data.text, "用我的，覆盖对方", "改用对方的");
  }

  // Signing in again happens in another tab; this page then needs the new security token ------------

  function signedOut() {
    stopped = true;
    say("登录已超时", true);
    warn("登录已超时，您填的内容已保留。请重新登录后回到这里，文字会自动保存。");
    const link = document.createElement("a");
    link.href = root.dataset.login;
    link.target = "_blank";
    link.textContent = "在新窗口重新登录";
    alertBox.querySelector("p").appendChild(link);
    window.addEventListener("focus", signedInAgain);
    timer = window.setTimeout(signedInAgain, RETRY);
  }

  async function signedInAgain() {
    window.clearTimeout(timer);
    try {
      const response = await window.fetch(window.location.href, { credentials: "same-origin", redirect: "manual" });
      if (!response.ok) throw new Error("signed out");
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      token = page.querySelector("[data-editor] [name=csrfmiddlewaretoken]").value;
    } catch (error) {
      timer = window.setTimeout(signedInAgain, RETRY);
      return;
    }
    window.removeEventListener("focus", signedInAgain);
    stopped = false;
    warn("");
    save();
  }

  // What is said beside the text ---------------------------------------------------------------------

  // The server counts characters; a rare one takes two places in a script's string.
  function place(position) {
    return Array.from(text.value).slice(0, position).join("").length;
  }

  function show() {
    const problems = document.getElementById("problems");
    problems.textContent = "";
    state.problems.forEach(function (problem) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = problem.message;
      button.addEventListener("click", function () { jump(place(problem.start), place(problem.end)); });
      const item = document.createElement("li");
      item.appendChild(button);
      problems.appendChild(item);
    });
    const carried = document.getElementById("carried");
    carried.hidden = !state.carried.length;
    carried.textContent = "去年原文还有 " + state.carried.length + " 段没有改过，已用底色标出。";
    const figures = document.getElementById("figures");
    figures.textContent = "";
    state.figures.forEach(function (figure) { figures.appendChild(figureRow(figure)); });
    document.getElementById("figure-count").textContent = state.figures.length;
    draw();
    preview();
    root.dispatchEvent(new CustomEvent("report:saved"));
  }

  // 数据核对 asks for changes and places as the server counts them; they are those of the saved text.
  root.addEventListener("report:edit", function (event) {
    if (text.value !== savedText) {
      event.preventDefault();
      return;
    }
    const edits = event.detail.map(function (one) { return [place(one[0]), place(one[1]), one[2]]; });
    edits.sort(function (one, other) { return other[0] - one[0]; });
    edits.forEach(function (one) { text.setRangeText(one[2], one[0], one[1], "end"); });
    schedule();
    save();
  });
  root.addEventListener("report:jump", function (event) { jump(place(event.detail.start), place(event.detail.end)); });

  // Unfolded by report-sources.js; what was open stays open when the list is drawn anew.
  const opened = new Set();

  function figureRow(figure) {
    const item = document.createElement("li");
    const details = document.createElement("details");
    details.className = "sources";
    details.dataset.sources = figure.sources;
    details.open = opened.has(figure.sources);
    details.addEventListener("toggle", function () { opened[details.open ? "add" : "delete"](figure.sources); });
    const summary = document.createElement("summary");
    summary.title = "查看来源台账";
    const label = document.createElement("span");
    label.textContent = figure.label;
    const value = document.createElement("strong");
    value.textContent = figure.value === "—" ? "未填" : figure.value;
    summary.append(label, value);
    details.append(summary, document.createElement("div"));
    item.appendChild(details);
    if (figure.unreviewed) {
      const note = document.createElement("small");
      note.textContent = "含未审核 " + figure.unreviewed + " 条";
      item.appendChild(note);
    }
    return item;
  }

  // Marks lie under the text, in a copy of it that has the same lines; they go once the text has changed.
  function draw() {
    marks.textContent = "";
    if (text.value !== savedText) return;
    const ranges = state.problems.map(function (one) { return [place(one.start), place(one.end), "mark-problem"]; })
      .concat(state.carried.map(function (one) { return [place(one[0]), place(one[1]), "mark-carried"]; }));
    const cuts = Array.from(new Set([0, text.value.length].concat(...ranges.map(function (one) { return one.slice(0, 2); }))));
    cuts.sort(function (one, other) { return one - other; });
    for (let number = 1; number < cuts.length; number += 1) {
      const piece = document.createElement("span");
      piece.textContent = text.value.slice(cuts[number - 1], cuts[number]);
      piece.className = ranges.filter(function (one) { return one[0] <= cuts[number - 1] && cuts[number] <= one[1]; })
        .map(function (one) { return one[2]; }).join(" ");
      piece.dataset.start = cuts[number - 1];
      marks.appendChild(piece);
    }
    // A last empty line has a height of its own in a text box only.
    marks.appendChild(document.createTextNode("\n"));
    marks.scrollTop = text.scrollTop;
  }

  function jump(start, end) {
    choose("text");
    const piece = marks.querySelector('[data-start="' + start + '"]');
    text.focus();
    text.setSelectionRange(start, end);
    if (piece) text.scrollTop = piece.offsetTop - text.clientHeight / 3;
  }

  // The PDF ------------------------------------------------------------------------------------------
  const LINES = 22;
  const CELLS = 28;
  let coming = null;

  // The page the cursor is on, reckoned from the fixed grid of official documents.
  function pageOfCursor() {
    const before = text.value.slice(0, text.selectionStart).replace(/\{\{[^{}\n]*\}\}/g, "00").split("\n");
    const lines = before.reduce(function (sum, line) { return sum + (line.trim() ? Math.ceil((line.trim().length + 2) / CELLS) : 0); }, 2);
    return Math.max(1, Math.ceil(lines / LINES));
  }

  // A new frame is shown when it is ready: no flicker, and the browser's 后退 does not go through old drafts.
  function preview() {
    const box = document.getElementById("preview");
    if (coming) coming.remove();
    const frame = document.createElement("iframe");
    frame.title = "报告 PDF";
    frame.src = state.preview + "#page=" + pageOfCursor() + "&view=FitH";
    frame.addEventListener("load", function () {
      box.querySelectorAll("iframe").forEach(function (old) { if (old !== frame) old.remove(); });
      if (coming === frame) coming = null;
    });
    coming = frame;
    box.appendChild(frame);
  }

  // Text or PDF on small screens ------------------------------------------------------------------------
  const tabs = document.querySelectorAll("[data-pane]");
  function choose(pane) {
    root.dataset.shown = pane;
    tabs.forEach(function (tab) {
      const on = tab.dataset.pane === pane;
      tab.classList.toggle("btn-primary", on);
      tab.classList.toggle("btn-quiet", !on);
      tab.setAttribute("aria-pressed", String(on));
    });
  }
  tabs.forEach(function (tab) { tab.addEventListener("click", function () { choose(tab.dataset.pane); }); });

  text.addEventListener("input", schedule);
  text.addEventListener("scroll", function () { marks.scrollTop = text.scrollTop; });
  text.form.addEventListener("submit", function (event) { event.preventDefault(); save(); });
  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); save(); }
  });
  window.addEventListener("beforeunload", function (event) {
    if (text.value !== savedText) { event.preventDefault(); event.returnValue = ""; }
  });
  choose("text");
  show();
  restore();
})();
