"use strict";
// Choosing several from a list: type to find, remove with ×. Without the script it is a plain list box.

(function () {
  const escape = function (text) {
    const node = document.createElement("span");
    node.textContent = text;
    return node.innerHTML;
  };
  window.portalSelects = function (root) {
    root.querySelectorAll("select[data-many]").forEach(function (select) {
      if (select.tomselect || select.closest("template")) return;
      new TomSelect(select, {
        plugins: { remove_button: { title: "去掉" } },
        placeholder: "点这里选择，可输入文字查找",
        hidePlaceholder: true,
        maxOptions: 300,
        // An option's data-words are other names that it is found by.
        searchField: ["text", "words"],
        onItemAdd: function () { this.setTextboxValue(""); this.refreshOptions(); },
        render: {
          no_results: function (data) {
            return '<div class="no-results">没有“' + escape(data.input) + "”，请换个词</div>";
          },
        },
      });
      // The list box stays behind the control, out of sight: it is not read out a second time.
      select.setAttribute("aria-hidden", "true");
    });
  };
  window.portalSelects(document);
})();
