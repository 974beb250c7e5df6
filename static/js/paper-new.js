"use strict";
// A new text: the two dates show only when the span is one's own.

(function () {
  const form = document.querySelector("[data-new-paper]");
  if (!form) return;
  const span = form.querySelector("[name=span]");
  const dates = ["start", "end"].map(function (name) { return form.querySelector("[name=" + name + "]").closest(".field"); });

  function show() {
    dates.forEach(function (field) { field.hidden = span.value !== "free"; });
  }

  form.addEventListener("change", show);
  show();
})();
