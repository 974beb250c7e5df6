"use strict";
// What every page has: a form is sent once, messages close, the menu shows where one is.

(function () {
  // A second click while the first is on its way would send the form again.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented || !form.hasAttribute("data-once")) return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "yes";
    form.setAttribute("aria-busy", "true");
  });

  // A page that comes back from the browser's own store may be sent again.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("[data-sending]").forEach(function (form) {
      delete form.dataset.sending;
      form.removeAttribute("aria-busy");
    });
  });

  // What has been saved need not be kept on this device any longer.
  document.querySelectorAll("[data-clears-draft]").forEach(function (message) {
    try { window.localStorage.removeItem("draft:" + message.dataset.clearsDraft); } catch (error) { /* no storage */ }
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-close-message]");
    if (button) button.closest(".message").remove();
  });

  const current = document.querySelector(".portal-menu .current");
  const menu = document.querySelector(".portal-menu");
  if (current && menu.scrollHeight > menu.clientHeight) {
    menu.scrollTop = current.offsetTop - menu.clientHeight / 3;
  }
})();
