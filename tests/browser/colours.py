"""JavaScript for the tests: what the eye makes of two colours."""

# The colour that lies behind an element, and what the eye makes of two colours (WCAG 2.2).
COLOURS = """
const behind = (el) => {
  for (; el; el = el.parentElement) {
    const colour = getComputedStyle(el).backgroundColor;
    if (!/^rgba\\(.*, 0\\)$|^transparent$/.test(colour)) return colour;
  }
  return 'rgb(255, 255, 255)';
};
const brightness = (colour) => {
  const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [a, b] = [brightness(one), brightness(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};
"""
