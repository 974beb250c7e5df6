"use strict";
// The list of a register: folding filters, choosing rows, reasons for acts that need one.

(function () {
  const toggle = document.querySelector("[data-filters-toggle]");
  if (toggle) {
    const filters = toggle.closest("[data-filters]");
    const open = function (isOpen) {
      filters.classList.toggle("filters-closed", !isOpen);
      toggle.setAttribute("aria-expanded", String(isOpen));
    };
    open(Boolean(filters.querySelector(".filters-more .field-error")));
    toggle.addEventListener("click", function () {
      open(filters.classList.contains("filters-closed"));
    });
  }

  const bulk = document.querySelector("[data-bulk]");
  if (!bulk) return;
  const boxes = Array.from(document.querySelectorAll('input[name="chosen"]'));
  const all = document.querySelector("[data-choose-all]");
  const count = bulk.querySelector("[data-bulk-count]");
  const show = function () {
    const chosen = boxes.filter(function (box) { return box.checked; }).length;
    count.textContent = chosen ? "，已选 " + chosen + " 条" : "";
    bulk.classList.toggle("bulk-idle", chosen === 0);
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  };
  all.hidden = false;
  all.addEventListener("change", function () {
    boxes.forEach(function (box) { box.checked = all.checked; });
    show();
  });
  boxes.forEach(function (box) { box.addEventListener("change", show); });
  bulk.addEventListener("click", function (event) {
    const button = event.target.closest("[data-needs-reason]");
    if (!button) return;
    const reason = document.querySelector(button.dataset.needsReason);
    reason.setCustomValidity(reason.value.trim() ? "" : "请先写一句话原因。");
    if (!reason.reportValidity()) event.preventDefault();
    reason.addEventListener("input", function () { reason.setCustomValidity(""); }, { once: true });
  });
  show();
})();
