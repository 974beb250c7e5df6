"use strict";
// Copying a text with one click, from a field or as it stands on the page, also where it is served without https.

(function () {
  const tell = function (button, text) {
    const place = button.parentElement.querySelector("[data-copied]");
    if (place) place.textContent = text;
  };

  // navigator.clipboard exists on secure pages only; a township's own network has plain http.
  const selectAndCopy = function (source) {
    if (source.select) {
      source.focus();
      source.select();
    } else {
      window.getSelection().selectAllChildren(source);
    }
    return document.execCommand("copy");
  };

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    const fallBack = function () {
      tell(button, selectAndCopy(field) ? "已复制" : "没能复制，请长按或按 Ctrl+C 复制");
      button.focus();
    };
    if (!navigator.clipboard) {
      fallBack();
      return;
    }
    navigator.clipboard.writeText("value" in field ? field.value : field.textContent).then(function () { tell(button, "已复制"); }, fallBack);
  });
})();
