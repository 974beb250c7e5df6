"use strict";
// Entering a record: rows of sub-tables, names of chosen files, folding on small screens, first error.

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

  // Files ------------------------------------------------------------------------------------------
  form.querySelectorAll("[data-previews]").forEach(function (input) {
    const list = document.querySelector(input.dataset.previews);
    input.addEventListener("change", function () {
      list.textContent = "";
      Array.from(input.files).forEach(function (file) {
        const item = document.createElement("li");
        item.className = "file";
        const picture = document.createElement(file.type.startsWith("image/") ? "img" : "span");
        picture.className = "file-picture";
        if (picture.tagName === "IMG") {
          picture.alt = "";
          picture.src = URL.createObjectURL(file);
          picture.addEventListener("load", function () { URL.revokeObjectURL(picture.src); });
          picture.addEventListener("error", function () { picture.removeAttribute("src"); });
        } else {
          picture.classList.add("file-icon");
          picture.innerHTML = '<i class="bi bi-file-earmark" aria-hidden="true"></i>';
        }
        const name = document.createElement("span");
        name.className = "file-name";
        name.textContent = file.name;
        const size = document.createElement("span");
        size.className = "file-note";
        size.textContent = (file.size / 1048576).toFixed(1) + " MB";
        item.append(picture, name, size);
        list.appendChild(item);
      });
    });
  });

  // Folding ----------------------------------------------------------------------------------------
  if (window.matchMedia("(max-width: 767.98px)").matches) {
    form.querySelectorAll("details[data-folds]").forEach(function (section) {
      const wrong = section.querySelector('[aria-invalid="true"], .field-error');
      if (!wrong && !section.hasAttribute("data-keep-open")) section.open = false;
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
