/* At the end of every page. */
(function () {
  "use strict";

  /* Rows shown as cards on a phone lose their meaning in Safari (WebKit 257458), and HTML may not
     repeat what an element is: so a script does. */
  var ROLES = { TABLE: "table", TR: "row", TD: "cell" };
  document.querySelectorAll(".jadi-kartu, .jadi-kartu :is(thead, tbody, tr, th, td)").forEach(function (element) {
    var head = element.tagName === "TH" && (element.scope === "col" ? "columnheader" : "rowheader");
    element.setAttribute("role", ROLES[element.tagName] || head || "rowgroup");
  });

  /* A formula that is wider than its box can be scrolled with the keys. */
  function letFormulasScroll() {
    document.querySelectorAll(".iku-rumus").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  }
  document.fonts.ready.then(letFormulasScroll);
  addEventListener("resize", letFormulasScroll);

  /* The menu closes when it is left, so that it hides nothing that has the focus; Esc leads back to
     its button. */
  var menu = document.querySelector(".iku-menu");
  addEventListener("focusin", function (event) {
    if (!menu.contains(event.target)) menu.open = false;
  });
  addEventListener("click", function (event) {
    if (!menu.contains(event.target) || event.target.closest("a")) menu.open = false;
  });
  menu.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
})();
