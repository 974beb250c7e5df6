"use strict";
// window.portalPut(field, words): the words at the cursor or for what is selected; empty words delete it.

(function () {
  // The browser's own insertion, so that 撤销 takes it back; it also tells the editor that the text changed.
  window.portalPut = function (field, words) {
    field.focus();
    const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
    if (!done) {
      field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
})();
