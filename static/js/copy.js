"use strict";
// Copying a field, a text or a table as it stands on the page with one click, also where it is served without https.

(function () {
  const tell = function (button, text) {
    const place = button.parentElement.querySelector("[data-copied]");
    if (place) place.textContent = text;
  };

  // A table goes as rows of cells between tabs, which any spreadsheet and any message takes.
  const textOf = function (source) {
    if (!(source instanceof HTMLTableElement)) return "value" in source ? source.value : source.textContent;
    return Array.from(source.rows).map(function (row) {
      return Array.from(row.cells).map(function (cell) { return cell.textContent.trim(); }).join("\t");
    }).join("\n");
  };

  // A field is selected as it stands; for a table one is made for the moment.
  const fieldOf = function (source) {
    if (!(source instanceof HTMLTableElement)) return source;
    const field = document.createElement("textarea");
    field.value = textOf(source);
    field.className = "visually-hidden";
    document.body.append(field);
    return field;
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
    const source = document.getElementById(button.dataset.copy);
    const fallBack = function () {
      const field = fieldOf(source);
      tell(button, selectAndCopy(field) ? "已复制" : "没能复制，请长按或按 Ctrl+C 复制");
      if (field !== source) field.remove();
      button.focus();
    };
    if (!navigator.clipboard) {
      fallBack();
      return;
    }
    navigator.clipboard.writeText(textOf(source)).then(function () { tell(button, "已复制"); }, fallBack);
  });
})();
