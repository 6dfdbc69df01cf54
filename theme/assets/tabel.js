/* Filter and order for the table of an instansi's indicators. The table is complete without it:
   the controls are made here, from what the table says. */
(() => {
  "use strict";

  const table = document.querySelector("table[data-saring]");
  const form = document.querySelector("form.iku-saring");  // there where it is worth it
  if (!table || !form) return;
  // A long list goes on in other pages, which nothing here can see.
  const onThisPage = table.dataset.saring === "sebagian" ? " di halaman ini" : "";
  const bodies = Array.from(table.tBodies);
  const rows = Array.from(table.querySelectorAll("tr.data"));
  const documentOrder = Array.from(table.querySelectorAll("tbody tr"));
  const bodyOf = new Map(documentOrder.map((row) => [row, row.parentNode]));

  function status(row) {
    const chip = row.querySelector(".iku-keping");
    return chip ? chip.textContent.trim() : "";
  }

  function jenjang(row) {
    const heading = bodyOf.get(row).querySelector("tr.jenjang th");
    return heading ? heading.firstChild.textContent.trim() : "";
  }

  function nama(row) {
    return row.querySelector("th").textContent.trim();
  }

  function distinct(values) {
    return Array.from(new Set(values)).filter(Boolean);
  }

  function addChoice(label, values) {
    const wrapper = document.createElement("label"), select = document.createElement("select");
    wrapper.append(label, select);
    values.forEach((value) => select.add(new Option(value)));
    select.addEventListener("change", apply);
    form.append(wrapper);
    return select;
  }

  function matches(select, value) {
    return !select || select.selectedIndex === 0 || select.value === value;
  }

  function filterRows() {
    rows.forEach((row) => {
      row.hidden = !(matches(byStatus, status(row)) && matches(byJenjang, jenjang(row)));
    });
    return rows.filter((row) => !row.hidden).length;
  }

  function orderRows() {
    documentOrder.forEach((row) => bodyOf.get(row).append(row));
    if (!order.selectedIndex) return;
    const key = order.selectedIndex === 1 ? nama : status;
    rows.slice().sort((a, b) =>
      key(a).localeCompare(key(b), "id") || nama(a).localeCompare(nama(b), "id")
    ).forEach((row) => bodies[0].append(row));
  }

  /* A heading stands only above rows of its own that are shown. */
  function hideEmptyHeadings() {
    const below = { sasaran: false, jenjang: false };
    documentOrder.slice().reverse().forEach((row) => {
      if (row.classList.contains("data")) {
        if (!row.hidden) below.sasaran = below.jenjang = true;
        return;
      }
      const kind = row.classList.contains("jenjang") ? "jenjang" : "sasaran";
      row.hidden = order.selectedIndex > 0 || !below[kind];
      below[kind] = false;
      if (kind === "jenjang") below.sasaran = false;
    });
  }

  function apply() {
    const shown = filterRows();
    orderRows();
    hideEmptyHeadings();
    const whole = shown === rows.length && !(onThisPage && order.selectedIndex);
    message.textContent = whole ? "" : `${shown} dari ${rows.length} indikator${onThisPage}`;
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  const statuses = distinct(rows.map(status)), levels = distinct(rows.map(jenjang));
  const byStatus = statuses.length > 1 && addChoice("Status", ["Semua", ...statuses]);
  const byJenjang = levels.length > 1 && addChoice("Jenjang", ["Semua", ...levels]);
  const order = addChoice("Urutan", ["Seperti dokumen", "Nama", "Status"]);
  const message = document.createElement("p");
  message.setAttribute("role", "status");
  form.append(message);
})();
