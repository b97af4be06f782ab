"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const form = document.getElementById("filters");
  const fields = all("[data-filter]", form);
  const shown = document.getElementById("shown");
  const dialog = document.getElementById("quotes");
  const rows = all("[data-row]");
  const groups = all("[data-group]").reverse();
  const words = new Map(all("[data-text]").map((row) => [row, row.textContent.toLocaleLowerCase()]));

  const wanted = () => Object.fromEntries(fields.map((field) => [field.dataset.filter, field.value.trim()]));

  const fits = (row, want) =>
    ["pool", "project", "level", "status"].every(
      (key) => !want[key] || row.dataset[key] === undefined || row.dataset[key] === want[key]
    ) &&
    (!want.text || !words.has(row) || words.get(row).includes(want.text.toLocaleLowerCase()));

  function filter() {
    const want = wanted();
    const active = Object.values(want).some(Boolean);
    for (const row of rows) row.hidden = !fits(row, want);
    for (const group of groups) {
      const held = all("[data-row]", group);
      group.hidden = active && (!fits(group, want) || (held.length > 0 && held.every((row) => row.hidden)));
      if (group.tagName === "DETAILS" && (want.text || want.status)) group.open = true;
    }
    for (const cell of all("[data-statuses]"))
      cell.classList.toggle("dim", Boolean(want.status) && !cell.dataset.statuses.split(" ").includes(want.status));
    const targets = all("#targets .target");
    shown.textContent = shown.dataset.shown
      .replace("{shown}", targets.filter((row) => !row.hidden).length)
      .replace("{all}", targets.length);
  }

  function open(trigger) {
    const source = document.getElementById(trigger.dataset.open);
    if (!source) return;
    const copy = source.cloneNode(true);
    copy.removeAttribute("id");
    copy.classList.remove("kept");
    for (const inner of [copy, ...all("*", copy)]) {
      inner.removeAttribute("id");
      if (inner !== copy) inner.hidden = inner.hidden && inner.dataset.row !== undefined;
    }
    document.getElementById("quotes-title").textContent = trigger.dataset.title;
    document.getElementById("quotes-body").replaceChildren(copy);
    copy.hidden = false;
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  document.addEventListener("click", (event) => {
    const trigger = event.target.closest("[data-open]");
    if (trigger) {
      event.preventDefault();
      open(trigger);
    } else if (event.target === dialog) dialog.close();
  });
  document.getElementById("close").addEventListener("click", () => dialog.close());
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of fields) field.value = "";
    filter();
  });

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])").filter((one) => !one.closest(".chart"));
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });

  document.documentElement.classList.add("live");
  form.hidden = false;
  filter();
})();
