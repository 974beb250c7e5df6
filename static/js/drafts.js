"use strict";
// What is typed is kept on this device until it is saved: a dropped network or a closed page loses nothing.
// Never files, the message that was pasted, or what is said of people: the form itself names those.

(function () {
  const form = document.querySelector("[data-record-form]");
  if (!form || !form.dataset.draft) return;

  const KEY = "draft:" + form.dataset.draft;
  const DAYS_KEPT = 7;
  const OWN = ["csrfmiddlewaretoken", "owner", "personal", "kept_files"];
  const personal = form.elements.personal.value.split(" ").concat((form.dataset.draftSkips || "").split(" "));
  const version = form.elements.version ? form.elements.version.value : "";

  const kept = function (name) {
    return name && !OWN.includes(name) && !personal.some(function (part) {
      return part && (name === part || name.startsWith(part + "-"));
    });
  };

  // Storage may be full or forbidden: then the form works as it would without it.
  const store = function (action) {
    try { return action(window.localStorage); } catch (error) { return null; }
  };

  const typed = function () {
    const fields = {};
    new FormData(form).forEach(function (value, name) {
      if (kept(name) && typeof value === "string") (fields[name] = fields[name] || []).push(value);
    });
    return fields;
  };
  const blank = typed();
  const untouched = JSON.stringify(blank);

  let timer = 0;
  const save = function () {
    const fields = typed();
    if (JSON.stringify(fields) === untouched && !restored) return;
    const hadFiles = Boolean(form.querySelector('[name="files"]').files.length || form.querySelector(".file-stored"));
    const draft = { at: Date.now(), version: version, fields: fields, files: hadFiles };
    store(function (storage) { storage.setItem(KEY, JSON.stringify(draft)); });
  };
  const soon = function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, 400);
  };

  // Putting back -------------------------------------------------------------------------------------
  const addRows = function (fields) {
    form.querySelectorAll("[data-lines]").forEach(function (lines) {
      const name = lines.dataset.lines + "-TOTAL_FORMS";
      const wanted = Number((fields[name] || ["0"])[0]);
      for (let number = Number(form.elements[name].value); number < wanted; number++) {
        lines.querySelector("[data-add-line]").click();
      }
    });
  };

  const fill = function (element, values) {
    if (element.type === "checkbox" || element.type === "radio") element.checked = values.includes(element.value);
    else if (element.tomselect) element.tomselect.setValue(values, true);
    else if (element.multiple) {
      Array.from(element.options).forEach(function (option) { option.selected = values.includes(option.value); });
    } else if (values.length) element.value = values[0];
  };

  const putBack = function (fields) {
    addRows(fields);
    Array.from(form.elements).forEach(function (element) {
      const formset = /-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$/.test(element.name);
      if (!kept(element.name) || formset || element.type === "file" || element.tagName === "BUTTON") return;
      fill(element, fields[element.name] || []);
    });
    form.querySelectorAll("details[data-folds]").forEach(function (section) {
      const filled = Array.from(section.querySelectorAll("input, select, textarea")).some(function (element) {
        const same = JSON.stringify(fields[element.name]) === JSON.stringify(blank[element.name]);
        return kept(element.name) && fields[element.name] && !same && element.type !== "hidden";
      });
      if (filled) section.open = true;
    });
  };

  const tell = function (draft) {
    const box = document.createElement("div");
    box.className = "message message-info draft-restored";
    box.setAttribute("role", "status");
    const at = new Date(draft.at);
    const clock = String(at.getHours()).padStart(2, "0") + ":" + String(at.getMinutes()).padStart(2, "0");
    const text = document.createElement("span");
    text.textContent = (at.getMonth() + 1) + "月" + at.getDate() + "日 " + clock + " 填的内容还没有保存，已自动恢复，请检查后提交。"
      + (draft.files ? "照片和文件需要重新选择。" : "");
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "btn btn-sm btn-quiet";
    discard.textContent = "不要了，清空";
    discard.addEventListener("click", function () {
      window.clearTimeout(timer);
      restored = false;
      leaving = true;
      store(function (storage) { storage.removeItem(KEY); });
      window.location.reload();
    });
    box.append(text, discard);
    form.before(box);
  };

  let restored = false;
  let leaving = false;
  const draft = store(function (storage) { return JSON.parse(storage.getItem(KEY)); });
  if (draft && "draftRestores" in form.dataset) {
    const fresh = Date.now() - draft.at < DAYS_KEPT * 86400000;
    // A record that somebody has changed since is not overwritten with what was typed over the older one.
    if (fresh && draft.version === version && draft.fields) {
      restored = true;
      putBack(draft.fields);
      form.dispatchEvent(new Event("restored"));
      tell(draft);
    } else store(function (storage) { storage.removeItem(KEY); });
  }

  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  window.addEventListener("pagehide", function () { if (!leaving) save(); });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden" && !leaving) save();
  });
})();
