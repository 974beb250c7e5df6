"use strict";
// Photos: made smaller in the browser, sent at once while the form is being typed, each with its progress.
// What could not be sent stays chosen, so that it goes with the form as it would without the script.

(function () {
  const form = document.querySelector("[data-record-form]");
  const input = form && form.querySelector("[data-uploads]");
  if (!input || !window.DataTransfer) return;

  const LONG_EDGE = 2000; // px
  const SMALL_ENOUGH = 400 * 1024; // bytes: re-encoding would gain nothing
  const QUALITY = 0.85;
  const list = document.querySelector(input.dataset.previews);
  const note = form.querySelector("[data-upload-note]");
  const limit = Number(input.dataset.most);
  let running = 0;
  let queue = Promise.resolve();
  let pressed = null;

  // The camera's own time ----------------------------------------------------------------------------
  // EXIF of a JPEG: segment APP1, TIFF header, IFD0 → tag 0x8769 (Exif IFD) → tag 0x9003 (DateTimeOriginal).
  const cameraTime = async function (file) {
    try {
      const view = new DataView(await file.slice(0, 131072).arrayBuffer());
      if (view.getUint16(0) !== 0xffd8) return "";
      let at = 2;
      while (at < view.byteLength - 4 && view.getUint16(at) !== 0xffe1) at += 2 + view.getUint16(at + 2);
      if (view.getUint32(at + 4) !== 0x45786966) return "";
      const tiff = at + 10;
      const little = view.getUint16(tiff) === 0x4949;
      const find = function (directory, tag) {
        const count = view.getUint16(directory, little);
        for (let entry = 0; entry < count; entry++) {
          const start = directory + 2 + entry * 12;
          if (view.getUint16(start, little) === tag) return tiff + view.getUint32(start + 8, little);
        }
        return 0;
      };
      const details = find(tiff + view.getUint32(tiff + 4, little), 0x8769);
      const taken = details && find(details, 0x9003);
      if (!taken) return "";
      let text = "";
      for (let number = 0; number < 19; number++) text += String.fromCharCode(view.getUint8(taken + number));
      return text;
    } catch (error) {
      return ""; // a file that ends too early has no time
    }
  };

  // Smaller ------------------------------------------------------------------------------------------
  const smaller = async function (file) {
    if (!/^image\/(jpeg|png)$/.test(file.type) || file.size <= SMALL_ENOUGH) return file;
    const picture = new Image();
    picture.src = URL.createObjectURL(file);
    try {
      // An <img> is decoded upright, whatever the camera's orientation.
      await picture.decode();
      const scale = Math.min(1, LONG_EDGE / Math.max(picture.naturalWidth, picture.naturalHeight));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.naturalWidth * scale);
      canvas.height = Math.round(picture.naturalHeight * scale);
      const context = canvas.getContext("2d");
      context.fillStyle = "#fff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise(function (resolve) { canvas.toBlob(resolve, "image/jpeg", QUALITY); });
      if (!blob || blob.size >= file.size) return file;
      return new File([blob], file.name.replace(/\.[^.]+$/, "") + ".jpg", { type: "image/jpeg" });
    } catch (error) {
      return file; // what the browser cannot read the server may, or says why not
    } finally {
      URL.revokeObjectURL(picture.src);
    }
  };

  // Sending ------------------------------------------------------------------------------------------
  const send = function (file, taken, onProgress) {
    return new Promise(function (resolve, reject) {
      const data = new FormData();
      data.append("file", file, file.name);
      data.append("captured_at", taken);
      const request = new XMLHttpRequest();
      request.open("POST", input.dataset.uploads);
      request.setRequestHeader("X-CSRFToken", form.querySelector("[name=csrfmiddlewaretoken]").value);
      request.upload.addEventListener("progress", function (event) {
        if (event.lengthComputable) onProgress(event.loaded / event.total);
      });
      request.addEventListener("load", function () {
        let answer = null;
        try { answer = JSON.parse(request.responseText); } catch (error) { answer = null; }
        if (answer && answer.id) resolve(answer);
        else if (answer && answer.error) reject({ text: answer.error, final: true });
        else if (request.status === 413) reject({ text: "文件太大，服务器不收，请压缩后再传。", final: true });
        else if (request.status >= 500) reject({ text: "服务器出错，没有传上去。" });
        else reject({ text: "登录已超时，没有传上去；提交时会先请您重新登录。" });
      });
      request.addEventListener("error", function () { reject({ text: "网络断了，没有传上去。" }); });
      request.addEventListener("timeout", function () { reject({ text: "网络太慢，没有传上去。" }); });
      request.timeout = 120000;
      request.send(data);
    });
  };

  // The list -----------------------------------------------------------------------------------------
  const show = function (file) {
    const item = document.createElement("li");
    item.className = "file file-upload";
    const image = /^image\//.test(file.type);
    const picture = document.createElement(image ? "img" : "span");
    picture.className = "file-picture";
    if (image) {
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
    const state = document.createElement("span");
    state.className = "file-note";
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name + " 上传进度");
    item.append(picture, name, bar, state);
    list.appendChild(item);
    return { file: file, item: item, bar: bar, state: state };
  };

  const waiting = []; // entries that are not stored on the server: they stay in the input
  const keepInInput = function () {
    const rest = new DataTransfer();
    waiting.forEach(function (entry) { if (!entry.refused) rest.items.add(entry.file); });
    input.files = rest.files;
  };
  const button = function (text, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-sm btn-quiet";
    made.textContent = text;
    made.addEventListener("click", action);
    return made;
  };
  const drop = function (entry) {
    if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1);
    entry.item.remove();
    keepInInput();
  };

  const stored = function (entry, answer) {
    waiting.splice(waiting.indexOf(entry), 1);
    const kept = document.createElement("input");
    kept.type = "hidden";
    kept.name = "kept_files";
    kept.value = answer.id;
    entry.bar.remove();
    entry.state.textContent = "已传好";
    entry.item.classList.add("file-stored");
    entry.item.append(kept, button("去掉", function () { drop(entry); }));
  };

  const failed = function (entry, problem) {
    entry.refused = Boolean(problem.final);
    entry.bar.remove();
    entry.state.className = "field-error";
    entry.state.textContent = problem.text;
    entry.acts = document.createElement("span");
    entry.acts.className = "file-acts";
    if (!entry.refused) {
      entry.acts.append(button("重传", function () {
        entry.acts.remove();
        entry.state.className = "file-note";
        entry.item.insertBefore(entry.bar, entry.state);
        upload(entry);
      }));
    }
    entry.acts.append(button("去掉", function () { drop(entry); }));
    entry.item.append(entry.acts);
  };

  // One after the other: a phone has not the memory to decode several photos at once.
  const upload = function (entry) {
    running += 1;
    entry.bar.value = 0;
    entry.state.textContent = "等待上传…";
    queue = queue.then(function () { return process(entry); });
  };

  const process = async function (entry) {
    entry.state.textContent = "正在压缩…";
    try {
      const taken = await cameraTime(entry.original);
      entry.file = await smaller(entry.original);
      entry.state.textContent = "正在上传…";
      stored(entry, await send(entry.file, taken, function (share) { entry.bar.value = share; }));
    } catch (problem) {
      failed(entry, problem && problem.text ? problem : { text: "没有传上去。" });
    }
    running -= 1;
    keepInInput();
    if (!running) goOn();
  };

  // A form that was sent while photos were under way goes on when they have arrived.
  const goOn = function () {
    note.textContent = "";
    const submitter = pressed;
    pressed = null;
    if (submitter && !waiting.length) submitter.click();
    else if (submitter) note.textContent = "有照片没有传上去，请重传、去掉，或再点一次提交。";
  };

  input.addEventListener("change", function () {
    const free = limit - form.querySelectorAll('input[name="kept_files"]').length - waiting.length;
    const chosen = Array.from(input.files);
    note.textContent = chosen.length > free ? "佐证材料最多 " + limit + " 个，多出的没有加上。" : "";
    chosen.slice(0, Math.max(0, free)).forEach(function (file) {
      const entry = show(file);
      entry.original = file;
      waiting.push(entry);
      upload(entry);
    });
    keepInInput();
  });

  form.addEventListener("submit", function (event) {
    if (!running) return;
    event.preventDefault();
    pressed = event.submitter || form.querySelector(".form-buttons .btn-primary");
    note.textContent = "照片还在上传，传完自动提交…";
  });
})();
