"use strict";
// Ticking who was there: the count goes into the number of those present, and whoever of the same units is missing is proposed.

(function () {
  const form = document.querySelector("[data-record-form]");
  const roster = form && form.querySelector("[data-roster]");
  if (!roster) return;

  const attendance = form.elements[roster.dataset.present];
  const expected = form.elements[roster.dataset.expected];
  const absences = form.elements[roster.dataset.absences];
  const count = roster.querySelector("[data-roster-count]");
  const missing = roster.querySelector("[data-roster-missing]");
  const units = Array.from(roster.querySelectorAll("[data-roster-unit]"));
  const boxes = function (unit) { return Array.from(unit.querySelectorAll("input[type=checkbox]")); };
  const nameOf = function (box) { return box.dataset.name.replace(/（.*/, ""); };
  // A number that somebody typed is left alone; one that the ticks made follows them.
  let counted = "";

  const absent = function () {
    return units.filter(function (unit) { return boxes(unit).some(function (box) { return box.checked; }); })
      .flatMap(function (unit) { return boxes(unit).filter(function (box) { return !box.checked; }); });
  };

  const show = function (byHand) {
    const there = roster.querySelectorAll("input:checked").length;
    const away = absent();
    count.textContent = there ? "已勾选 " + there + " 人" : "";
    missing.hidden = !away.length;
    missing.firstElementChild.textContent = "所在单位还有 " + away.length + " 人没有勾选：" + away.map(nameOf).join("、");
    if (byHand && (attendance.value === "" || attendance.value === counted)) {
      attendance.value = counted = there ? String(there) : "";
      attendance.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };

  units.forEach(function (unit) {
    const all = unit.querySelector("[data-roster-all]");
    all.hidden = false;
    all.addEventListener("click", function () {
      const wanted = !boxes(unit).every(function (box) { return box.checked; });
      boxes(unit).forEach(function (box) { box.checked = wanted; });
      all.textContent = wanted ? "全不选" : "全选";
      show(true);
    });
  });
  roster.addEventListener("change", function () { show(true); });
  if (absences) roster.querySelector("[data-roster-take]").addEventListener("click", function () {
    const away = absent();
    absences.value = ("未到：" + away.map(nameOf).join("、")).slice(0, absences.maxLength > 0 ? absences.maxLength : 200);
    if (expected.value === "" && attendance.value !== "") expected.value = String(Number(attendance.value) + away.length);
    absences.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("restored", function () { show(false); });
  show(false);
})();
