"use strict";
// Own indicators: take the proposed definition into its field to be edited.

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
