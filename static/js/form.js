"use strict";
// Entering a record: rows of sub-tables, folding on small screens, first error.

(function () {
  const form = document.querySelector("[data-record-form]");
  if (!form) return;

  // Rows -------------------------------------------------------------------------------------------
  form.querySelectorAll("[data-lines]").forEach(function (lines) {
    const total = lines.querySelector('[name="' + lines.dataset.lines + '-TOTAL_FORMS"]');
    const rows = lines.querySelector("[data-line-rows]");
    const template = lines.querySelector("[data-line-template]");
    lines.querySelector("[data-add-line]").addEventListener("click", function (event) {
      event.preventDefault();
      const holder = document.createElement("div");
      holder.innerHTML = template.innerHTML.replace(/__prefix__/g, total.value);
      const row = holder.firstElementChild;
      rows.appendChild(row);
      total.value = String(Number(total.value) + 1);
      window.portalSelects(row);
      const first = row.querySelector("input:not([type=hidden]), select, textarea");
      if (first) first.focus();
    });
    rows.addEventListener("change", function (event) {
      if (event.target.name && event.target.name.endsWith("-DELETE")) {
        event.target.closest("[data-line]").classList.toggle("line-gone", event.target.checked);
      }
    });
  });

  // Folding ----------------------------------------------------------------------------------------
  if (window.matchMedia("(max-width: 767.98px)").matches) {
    const pasted = document.querySelector("[data-message-read]");
    form.querySelectorAll("details[data-folds]").forEach(function (section) {
      // What a pasted message has filled is to be looked at.
      const read = pasted && section.querySelector("select[multiple] option:checked, input:checked, [name$='-quantity']:not([value=''])[value]");
      const wrong = section.querySelector('[aria-invalid="true"], .field-error');
      if (!wrong && !read && !section.hasAttribute("data-keep-open")) section.open = false;
    });
  }

  // Errors -----------------------------------------------------------------------------------------
  const problems = form.querySelector("[data-problems]");
  if (!problems) return;
  problems.addEventListener("click", function (event) {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    const section = target.closest("details");
    if (section) section.open = true;
    const input = target.matches("input, select, textarea") ? target : target.querySelector("input, select, textarea");
    (target.closest(".field") || target).scrollIntoView({ block: "center" });
    if (input && input.tomselect) input.tomselect.focus();
    else if (input) input.focus({ preventScroll: true });
  });
  const first = form.querySelector('[aria-invalid="true"]');
  if (first) {
    first.focus({ preventScroll: true });
    problems.scrollIntoView({ block: "start" });
  } else {
    problems.focus();
  }
})();
