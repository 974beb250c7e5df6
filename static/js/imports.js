"use strict";
// Bringing a workbook in: dropping a file, growing cells, and how far the writing has come.

(function () {
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const form = drop.closest("form");
    const input = drop.querySelector("[data-drop-input]");
    const name = drop.querySelector("[data-drop-name]");
    const over = function (isOver) { drop.classList.toggle("drop-over", isOver); };
    const show = function () { name.textContent = input.files.length ? input.files[0].name : ""; };
    ["dragenter", "dragover"].forEach(function (kind) {
      drop.addEventListener(kind, function (event) { event.preventDefault(); over(true); });
    });
    drop.addEventListener("dragleave", function () { over(false); });
    drop.addEventListener("drop", function (event) {
      event.preventDefault();
      over(false);
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      show();
      form.requestSubmit();
    });
    input.addEventListener("change", show);
    form.addEventListener("submit", function () { form.querySelector("[data-busy]").hidden = false; });
  }

  document.querySelectorAll(".cell-input").forEach(function (cell) {
    const fit = function () {
      cell.style.height = "auto";
      cell.style.height = Math.min(cell.scrollHeight + 2, 160) + "px";
    };
    fit();
    cell.addEventListener("input", fit);
    // Enter saves the row, as in a spreadsheet; Alt+Enter breaks the line.
    cell.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      if (event.altKey) {
        cell.setRangeText("\n", cell.selectionStart, cell.selectionEnd, "end");
        fit();
      } else {
        cell.form.requestSubmit();
      }
    });
  });

  const decide = document.querySelector("[data-commit]");
  if (!decide || !window.ReadableStream || !window.TextDecoder) return;
  const bar = decide.querySelector("[data-progress]");
  const said = decide.querySelector("[data-said]");
  const button = decide.querySelector("button");

  const settle = function (text) {
    said.textContent = text;
    said.classList.add("decide-refused");
    bar.hidden = true;
    button.disabled = false;
    delete decide.dataset.sending;
    decide.removeAttribute("aria-busy");
  };
  const hear = function (line) {
    const facts = JSON.parse(line);
    if (facts.url) {
      window.location.assign(facts.url);
    } else if (facts.refused) {
      settle(facts.refused);
    } else if (facts.total) {
      bar.max = facts.total;
      bar.value = facts.done;
      said.textContent = "已写入 " + facts.done + "／" + facts.total + " 行";
    }
  };
  const listen = async function (response) {
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let kept = "";
    for (;;) {
      const part = await reader.read();
      if (part.done) break;
      kept += decoder.decode(part.value, { stream: true });
      const lines = kept.split("\n");
      kept = lines.pop();
      lines.filter(Boolean).forEach(hear);
    }
  };
  decide.addEventListener("submit", function (event) {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    bar.hidden = false;
    bar.removeAttribute("value");
    said.classList.remove("decide-refused");
    said.textContent = "正在核对……";
    fetch(decide.action, {
      method: "POST",
      body: new FormData(decide),
      headers: { Accept: "application/x-ndjson" },
    }).then(function (response) {
      if (!response.ok || !(response.headers.get("Content-Type") || "").startsWith("application/x-ndjson")) {
        throw new Error("no answer");
      }
      return listen(response);
    }).catch(function () {
      settle("连接断了，还没有导入；内容都在，请刷新后再试。");
    });
  });
})();
