"use strict";
// A new report: the boxes for a text written elsewhere show only when the report begins with one.

(function () {
  const form = document.querySelector("[data-new-report]");
  if (!form) return;
  const boxes = form.querySelectorAll("[name=text], [name=upload]");

  function show() {
    const chosen = form.querySelector("[name=start]:checked");
    const wanted = Boolean(chosen) && chosen.value === form.dataset.newReport;
    boxes.forEach(function (box) { box.closest(".field").hidden = !wanted; });
  }

  form.addEventListener("change", show);
  show();
})();
