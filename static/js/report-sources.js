"use strict";
// 查看来源台账: the records behind a figure come when the line is unfolded.

(function () {
  async function load(details) {
    const box = details.querySelector("div");
    box.textContent = "正在查找…";
    try {
      const response = await window.fetch(details.dataset.sources, { credentials: "same-origin", redirect: "manual" });
      if (!response.ok) throw new Error("no answer");
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      box.replaceChildren(...page.body.childNodes);
    } catch (error) {
      box.textContent = "没有查到，请稍后再点一次。";
    }
  }

  // The event does not rise to the document; it can be caught on its way down.
  document.addEventListener("toggle", function (event) {
    const details = event.target;
    if (details.open && details.dataset && details.dataset.sources) load(details);
  }, true);
})();
