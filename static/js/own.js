"use strict";
// Own registers: each field shows only what its kind needs.
// Own indicators: take the proposed definition into its field to be edited.

(function () {
  const rows = document.querySelector("[data-own-register] [data-line-rows]");
  if (!rows) return;
  const needs = { unit: ["count", "amount"], choices: ["choice"] };
  function fit(row) {
    const kind = row.querySelector("[name$='-kind']").value;
    Object.keys(needs).forEach(function (name) {
      row.querySelector("[name$='-" + name + "']").closest(".field").hidden = !needs[name].includes(kind);
    });
  }
  function fitAll() { rows.querySelectorAll("[data-line]").forEach(fit); }
  rows.addEventListener("change", fitAll);
  new MutationObserver(fitAll).observe(rows, { childList: true });
  fitAll();
})();

(function () {
  const form = document.querySelector("[data-own-form]");
  if (!form) return;
  function offer() {
    const button = form.querySelector("[data-use-proposal]");
    if (button && form.querySelector("[data-proposal]").textContent) button.hidden = false;
  }
  form.addEventListener("click", function (event) {
    if (!event.target.closest("[data-use-proposal]")) return;
    const field = form.querySelector("[data-definition]");
    field.value = form.querySelector("[data-proposal]").textContent;
    field.focus();
  });
  document.body.addEventListener("htmx:afterSettle", offer);
  offer();
})();
