/* The chart of an indicator: exact values on hover, touch and focus, and the picture to take away.
   The values are those of the table beside it; nothing here computes. */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const WIDTH = 360;  // as in generator/iku_terbuka/charts/trend.py
  const MARGIN = 12;  // of the picture to take away

  function plain(element) {
    return element.innerText.replace(/\s+/g, " ").trim();
  }

  /* ---- Values ------------------------------------------------------------------------------ */

  function sentence(row) {
    const cells = Array.from(row.querySelectorAll("td[data-l]"));
    const parts = cells.map((cell) => `${cell.getAttribute("data-l")} ${plain(cell)}`);
    return `${row.querySelector("th").innerText.trim()}: ${parts.join("; ")}`;
  }

  /* Return the sentence of each point, and the point of the newest result. */
  function pointValues(chart, table) {
    const sentences = {};
    let newest;
    table.querySelectorAll("tr.data").forEach((row) => {
      const heading = row.querySelector("th").innerText.trim();
      const point = /^\d{4}/.test(heading) ? heading.slice(0, 4) : "akhir";
      sentences[point] = sentence(row);
      if (row.querySelector("td[data-l=Realisasi] .iku-utuh")) newest = point;
    });
    // The start of the newest decree, the last of its list.
    chart.closest(".iku-dua").querySelectorAll(".iku-awal > div").forEach((start) => {
      const term = start.querySelector("dt").innerText.trim();
      sentences.awal = `${term}: ${plain(start.querySelector("dd"))}`;
    });
    return { sentences, newest };
  }

  /* Lay a button over each point of the chart; arrow keys go from one to the next. */
  function addValues(chart, table) {
    const points = chart.getAttribute("data-titik").split("|");
    const [left, right] = chart.getAttribute("data-tepi").split(" ").map(Number);
    const { sentences, newest } = pointValues(chart, table);
    const step = (right - left) / points.length;
    const message = chart.parentNode.querySelector(".iku-nilai");
    const buttons = new Map();
    points.forEach((point, place) => {
      if (!sentences[point]) return;
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-label", sentences[point]);
      button.style.left = `${(100 * (left + step * place)) / WIDTH}%`;
      button.style.width = `${(100 * step) / WIDTH}%`;
      button.addEventListener("pointerenter", show);
      button.addEventListener("focus", show);
      buttons.set(point, button);
    });
    const all = Array.from(buttons.values());
    const group = document.createElement("div");
    group.className = "iku-titik";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Nilai tiap tahun pada grafik");
    chart.replaceWith(group);
    group.append(chart, ...all);
    if (!all.length) return;

    function show(event) {
      message.textContent = event.currentTarget.getAttribute("aria-label");
      makeReachable(event.currentTarget);
    }
    // Tab comes to one button of the group.
    function makeReachable(chosen) {
      all.forEach((button) => { button.tabIndex = button === chosen ? 0 : -1; });
    }
    group.addEventListener("keydown", (event) => {
      const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const place = all.indexOf(document.activeElement);
      if (!direction || place < 0) return;
      all[(place + direction + all.length) % all.length].focus();
      event.preventDefault();
    });
    makeReachable(buttons.get(newest) || all[0]);
  }

  /* ---- The picture to take away -------------------------------------------------------------- */

  function svgElement(name, attributes) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  /* Break at words, and within a word that is wider than the picture. A little room is kept,
     because another machine may open the file with another font. */
  function wrap(text, size, weight) {
    const pen = document.createElement("canvas").getContext("2d"), lines = [""];
    pen.font = `${weight} ${size}px system-ui, sans-serif`;
    const fits = (line) => pen.measureText(line).width <= WIDTH * 0.95;
    text.split(/\s+/).forEach((word) => {
      const last = lines[lines.length - 1];
      if (last && fits(`${last} ${word}`)) {
        lines[lines.length - 1] = `${last} ${word}`;
        return;
      }
      Array.from(word).forEach((letter, place) => {
        const line = lines[lines.length - 1];
        if (place ? !fits(line + letter) : line) lines.push(letter);
        else lines[lines.length - 1] = line + letter;
      });
    });
    return lines;
  }

  /* Return a copy of the drawing as a group, with the colours and the halo of the style sheet. */
  function drawing(chart, colour) {
    const group = svgElement("g", {});
    const halo = {
      "paint-order": "stroke", stroke: colour("--iku-bg"), "stroke-width": 3,
      "stroke-linejoin": "round"
    };
    Array.from(chart.cloneNode(true).childNodes)
      .filter((node) => !/^(?:title|desc)$/.test(node.nodeName))
      .forEach((node) => group.append(node));
    group.querySelectorAll("[fill], [stroke]").forEach((element) => {
      ["fill", "stroke"].forEach((paint) => {
        const variable = /^var\((--[\w-]+)\)$/.exec(element.getAttribute(paint));
        if (variable) element.setAttribute(paint, colour(variable[1]));
      });
    });
    group.querySelectorAll("text").forEach((element) => {
      Object.entries(halo).forEach(([key, value]) => element.setAttribute(key, value));
    });
    return group;
  }

  /* Return the chart as a file of its own: title and subtitle above it, its sources below. */
  function picture(chart, title, subtitle, footer) {
    const style = getComputedStyle(chart);
    const colour = (name) => style.getPropertyValue(name).trim();
    const blocks = [
      { lines: wrap(title, 14, 700), size: 14, weight: 700, colour: "--iku-tx", height: 18 },
      { lines: wrap(subtitle, 11.5, 400), size: 11.5, weight: 400, colour: "--iku-mu", height: 15 },
      { lines: wrap(footer, 10, 400), size: 10, weight: 400, colour: "--iku-mu", height: 14 }
    ];
    const [titleHeight, subtitleHeight] = blocks.map(({ lines, height }) => lines.length * height);
    const top = 22 + titleHeight + subtitleHeight, bottom = top + chart.viewBox.baseVal.height + 14;
    const starts = [20, 22 + titleHeight, bottom];
    const width = WIDTH + 2 * MARGIN, height = bottom + blocks[2].lines.length * blocks[2].height;
    const root = chart.cloneNode(false);
    root.removeAttribute("data-titik");
    Object.entries({
      xmlns: SVG, "font-family": "system-ui, sans-serif", width: width * 2, height: height * 2,
      viewBox: `${-MARGIN} 0 ${width} ${height}`
    }).forEach(([key, value]) => root.setAttribute(key, value));
    root.append(svgElement("rect", { x: -MARGIN, width, height, fill: colour("--iku-bg") }));
    blocks.forEach((block, number) => block.lines.forEach((line, place) => {
      const text = svgElement("text", {
        x: 0, y: starts[number] + place * block.height, "font-size": block.size,
        "font-weight": block.weight, fill: colour(block.colour)
      });
      text.textContent = line;
      root.append(text);
    }));
    const group = drawing(chart, colour);
    group.setAttribute("transform", `translate(0 ${top})`);
    root.append(group);
    return new XMLSerializer().serializeToString(root);
  }

  function save(blob, name) {
    const url = URL.createObjectURL(blob), link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  function addDownloads(chart, figure) {
    const name = location.pathname.split("/").filter(Boolean).slice(-2)[0] || "grafik";

    function content() {
      const caption = figure.querySelector("figcaption").cloneNode(true);
      const small = caption.querySelector("small");
      small.remove();
      const heading = document.querySelector("h1").innerText.trim();
      const dated = document.querySelector(".iku-acuan p");
      const trail = document.querySelectorAll(".iku-remah li:not(:first-child) a");
      const footer = [
        Array.from(trail).reverse().map((link) => link.innerText.trim()).join(", "),
        figure.getAttribute("data-sumber"),
        dated && dated.innerText.trim().replace(/\.$/, ""),
        /^http/.test(location.protocol) && location.href.replace(/index\.html$|[?#].*$/g, "")
      ];
      return picture(chart, caption.textContent.trim(), `${heading}. ${small.textContent.trim()}.`,
        footer.filter(Boolean).join(" · "));
    }

    function saveSvg() {
      save(new Blob([content()], { type: "image/svg+xml" }), `${name}.svg`);
    }

    function savePng() {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth * 2;
        canvas.height = image.naturalHeight * 2;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => save(blob, `${name}.png`));
      };
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(content())}`;
    }

    figure.querySelector("[data-bentuk=svg]").addEventListener("click", saveSvg);
    figure.querySelector("[data-bentuk=png]").addEventListener("click", savePng);
  }

  document.querySelectorAll("figure.iku-grafik").forEach((figure) => {
    const chart = figure.querySelector("svg[data-titik]");
    if (!chart) return;
    addDownloads(chart, figure);
    const table = figure.parentNode.querySelector("table");
    if (table) addValues(chart, table);
  });
})();
