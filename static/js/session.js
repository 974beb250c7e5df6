"use strict";
// A half-filled form outlives the sign-in: typing keeps it alive, and when it has ended after all the form stays
// on the page, the user signs in again in another window, and saving goes on.

(function () {
  const form = document.querySelector("[data-record-form]");
  const portal = document.querySelector("[data-session]");
  if (!form || !portal) return;

  const ADDRESS = portal.dataset.session;
  const PING = 4 * 60000;
  const TRUSTED = 5 * 60000;
  let heard = Date.now();

  const ask = function () {
    return fetch(ADDRESS, { headers: { Accept: "application/json" }, credentials: "same-origin" });
  };

  form.addEventListener("input", function () {
    if (Date.now() - heard < PING) return;
    heard = Date.now();
    // Without a network the form is kept by other means; the next letter asks again in time.
    ask().catch(function () {});
  });

  const tell = function (text, link) {
    let box = form.querySelector("[data-signed-out]");
    if (!box) {
      box = document.createElement("div");
      box.className = "message message-warning";
      box.setAttribute("role", "alert");
      box.dataset.signedOut = "yes";
      form.prepend(box);
    }
    const said = document.createElement("span");
    said.textContent = text;
    box.replaceChildren(said);
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = "/login/";
      anchor.target = "_blank";
      anchor.rel = "noopener";
      anchor.textContent = "在新窗口登录";
      box.append(anchor);
    }
    box.scrollIntoView({ block: "center" });
  };

  const send = function (answer, button) {
    if (String(answer.user) !== portal.dataset.user) {
      tell("现在登录的是另一个账号，请用原来的账号登录后再保存。填写的内容都还在本页。", true);
      return;
    }
    form.querySelectorAll("[name=csrfmiddlewaretoken]").forEach(function (field) { field.value = answer.token; });
    heard = Date.now();
    const box = form.querySelector("[data-signed-out]");
    if (box) box.remove();
    form.requestSubmit(button || undefined);
  };

  document.addEventListener("submit", function (event) {
    if (event.target !== form || form.method !== "post" || Date.now() - heard < TRUSTED) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    ask().then(function (response) {
      if (response.status === 401) {
        tell("登录已超时。填写的内容和照片都还在本页，请登录后回到这里再点一次保存。", true);
        return null;
      }
      return response.json().then(function (answer) { send(answer, button); });
    }).catch(function () {
      tell("现在连不上网络，填写的内容都还在本页，请稍后再点一次保存。", false);
    });
  }, true);
})();
