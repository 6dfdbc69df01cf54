/* Below the buttons for light and dark: show the page as the reader chose, before it is painted. */
(function () {
  "use strict";
  var chosen = __md_get("__palette"), system = "(prefers-color-scheme)", colours;
  if (!chosen || !chosen.color) return;
  colours = chosen.color;
  if (colours.media === system) {  // as the device has it now
    var scheme = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    var button = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + scheme + ")']");
    if (button) {
      colours = {};
      ["media", "scheme", "primary", "accent"].forEach(function (name) {
        colours[name] = button.getAttribute("data-md-color-" + name);
      });
    }
  }
  Object.keys(colours).forEach(function (name) {
    document.body.setAttribute("data-md-color-" + name, colours[name]);
  });
})();
