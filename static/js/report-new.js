"use strict";
// A new report: the box for pasted text shows only when the report begins with pasted text.

(function () {
  const form = document.querySelector("[data-new-report]");
  if (!form) return;
  const box = form.querySelector("[name=text]").closest(".field");

  function show() {
    const chosen = form.querySelector("[name=start]:checked");
    box.hidden = !chosen || chosen.value !== form.dataset.newReport;
  }

  form.addEventListener("change", show);
  show();
})();
