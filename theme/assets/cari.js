/* Search that knows Indonesian, for file:// as for any server: the index is a script of its own,
   fetched when the reader first turns to the search. Without JavaScript the form leads to the page
   /cari/, which lists everything. */
(() => {
  "use strict";

  const SHOWN = 8;  // results below the box; the page shows all
  const STOP_WORDS = new Set(("dan di yang untuk dari ke pada dengan atau oleh dalam per the of " +
    "cara secara bagaimana apa apakah").split(" "));

  function words(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .match(/[a-z0-9]+/g) || [];
  }

  function withoutStopWords(list) {
    const rest = list.filter((word) => !STOP_WORDS.has(word));
    return rest.length ? rest : list;
  }

  /* ---- Root words -------------------------------------------------------------------------
     No dictionary: a word gives every root that the rules of affixes allow, and two words are
     related when they share one. “menangani” and “penanganan” meet in “tangan”. */

  const PREFIXES = [
    [/^(?:memper|diper)(?=.{3})/, [""]],
    [/^(?:ber|ter|per|bel|pel)(?=.{3})/, [""]],
    [/^(?:di|ke|se)(?=.{3})/, [""]],
    [/^[mp]eng(?=[aeiou])/, ["", "k"]],
    [/^[mp]eng(?=[ghk])/, [""]],
    [/^[mp]enge(?=.{3})/, [""]],
    [/^[mp]eny(?=[aeiou])/, ["s"]],
    [/^[mp]em(?=[aeiou])/, ["p", "m"]],
    [/^[mp]em(?=[bfpv])/, [""]],
    [/^[mp]en(?=[aeiou])/, ["t", "n"]],
    [/^[mp]en(?=[cdjtsz])/, [""]],
    [/^[mp]e(?=[lmnrwy])/, [""]],
    [/^be(?=[^aeiou]er)/, [""]],
    [/^te(?=[^aeiou]er)/, [""]]
  ];
  const SUFFIXES = ["nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "i"];

  function withoutSuffix(word) {
    return SUFFIXES.filter((suffix) => word.endsWith(suffix))
      .map((suffix) => word.slice(0, -suffix.length));
  }

  function withoutPrefix(word) {
    return PREFIXES.filter(([prefix]) => prefix.test(word))
      .flatMap(([prefix, starts]) => starts.map((start) => word.replace(prefix, start)));
  }

  /* Return the words and what `shorten` makes of them, and once more of that. */
  function shortenedTwice(list, shorten) {
    const found = new Set(list);
    for (let round = 0; round < 2; round++) {
      Array.from(found).flatMap(shorten)
        .filter((rest) => rest.length >= 3)
        .forEach((rest) => found.add(rest));
    }
    return Array.from(found);
  }

  function roots(word) {
    if (word.length < 5 || /\d/.test(word)) return [word];
    const found = shortenedTwice(shortenedTwice([word], withoutSuffix), withoutPrefix);
    // Short pieces would relate everything with everything.
    return found.filter((root) => root === word || root.length >= 4);
  }

  /* One letter more, less, other, or two in the wrong order. */
  function isSlip(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    let start = 0, endA = a.length, endB = b.length;
    while (start < endA && start < endB && a[start] === b[start]) start++;
    while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) { endA--; endB--; }
    if (endA - start <= 1 && endB - start <= 1) return true;
    return endA - start === 2 && endB - start === 2 &&
      a[start] === b[start + 1] && a[start + 1] === b[start];
  }

  /* ---- The index -------------------------------------------------------------------------- */

  function getOrAdd(map, key, create) {
    if (!map.has(key)) map.set(key, create());
    return map.get(key);
  }

  function keepHighest(map, key, value) {
    map.set(key, Math.max(map.get(key) || 0, value));
  }

  function joinPath(parent, child) {
    return parent && child ? `${parent}/${child}` : parent || child;
  }

  function guide(path) {
    return /^panduan\//.test(path) ? ["Panduan"] : [];
  }

  /* A word counts more in a short name: “Sekretariat Daerah” is about exactly that. */
  function weight(name, base) {
    return base + 4 / words(name).length;
  }

  class Index {
    /* `data` is what iku_terbuka/pages/cari.py writes. */
    constructor(data) {
      this.status = data.status;
      this.documents = [];
      this.byWord = new Map();      // word → Map(document → weight)
      this.byRoot = new Map();      // root → Set(words)
      this.byInitials = new Map();  // initials of an indicator → Map(document → weight)
      this.addNodes(data.nodes);
      this.addPages(data.pages, data.sections);
      this.addIndikator(data.indikator, data.sasaran);
      // The longest name first: “sistem akuntabilitas …” is SAKIP before it is AKIP.
      this.synonyms = data.synonyms
        .map((names) => names.map((name) => withoutStopWords(words(name))))
        .sort((a, b) => b[0].length - a[0].length);
    }

    addNodes(nodes) {
      this.nodes = [];
      nodes.forEach(([name, parent, folder, decrees]) => {
        const above = this.nodes[parent] || { path: "", names: [] };
        const node = { path: joinPath(above.path, folder), names: [name, ...above.names] };
        this.nodes.push(node);
        this.add({ name, path: node.path, place: above.names }, [
          [name, weight(name, 3)], [above.names.join(" "), 1], [decrees, 1]
        ]);
      });
    }

    addPages(pages, sections) {
      pages.forEach(([name, path, description]) => {
        this.add({ name, path, place: guide(path) }, [[name, weight(name, 3)], [description, 1]]);
      });
      // A part of a page comes after pages of the same name, unless it is a code, asked for by
      // name; a term of the glossary after all that it explains.
      sections.forEach(([name, anchor, page]) => {
        const [title, path] = pages[page], isTerm = path === "glosarium";
        this.add({ name, path, anchor, isTerm, place: [title, ...guide(path)] }, [
          [name, isTerm ? 1 : weight(name, 1) / 2], [anchor, 1], [title, 0.5]
        ]);
      });
    }

    addIndikator(indikator, sasaran) {
      indikator.forEach(([name, node, folder, status, year, place]) => {
        const { path, names } = this.nodes[node];
        const number = this.add(
          { name, path: joinPath(path, folder), place: names, status, year },
          [
            [name, weight(name, 2)], [names.join(" "), 1], [sasaran[place] || "", 1],
            [this.status[status][1], 1]  // “belum tercapai” finds what was missed
          ]
        );
        this.addInitials(name, number);
      });
    }

    /* Add a document with its texts and what a word in each weighs; return its number. */
    add(found, texts) {
      const number = this.documents.push(found) - 1;
      texts.forEach(([text, value]) => words(text).forEach((word) => {
        if (!this.byWord.has(word)) {
          roots(word).forEach((root) => getOrAdd(this.byRoot, root, () => new Set()).add(word));
        }
        keepHighest(getOrAdd(this.byWord, word, () => new Map()), number, value);
      }));
      return number;
    }

    /* AKB finds “Angka kematian bayi”, however the name goes on. Kept apart from the words, so
       that they are found as a whole alone, never by their beginning or with a letter wrong. */
    addInitials(name, number) {
      const letters = withoutStopWords(words(name)).map((word) => word[0]).join("");
      for (let length = 3; length <= Math.min(5, letters.length); length++) {
        const initials = letters.slice(0, length);
        getOrAdd(this.byInitials, initials, () => new Map()).set(number, weight(name, 1));
      }
    }

    /* Words of the index that a typed word means, with how surely. */
    meanings(word, isLast) {
      const found = new Map();
      roots(word).forEach((root) => {
        (this.byRoot.get(root) || []).forEach((related) => keepHighest(found, related, 0.8));
      });
      if (this.byWord.has(word)) keepHighest(found, word, 1);
      if (word.length >= (isLast ? 2 : 4)) {
        this.byWord.forEach((_, known) => {
          if (known.startsWith(word)) keepHighest(found, known, 0.7);
        });
      }
      return found;
    }

    /* Words of the index that a typed word may have been meant to be. */
    guesses(word) {
      const found = new Map();
      if (word.length < 4) return found;
      this.byWord.forEach((_, known) => { if (isSlip(word, known)) found.set(known, 0.5); });
      return found;
    }

    knows(word, isLast) {
      return this.byInitials.has(word) || this.meanings(word, isLast).size > 0;
    }

    /* Documents with this word → how well. A rare word weighs more; a form of it that is rarer
       than the word itself does not. */
    documentsWith(word, isLast) {
      const scores = new Map(), own = this.byWord.get(word);
      const count = (weights, certainty) => {
        const holders = Math.max(weights.size, own ? own.size : 0);
        const rarity = 1 + Math.log10(this.documents.length / holders);
        weights.forEach((value, number) => {
          keepHighest(scores, number, value * certainty * rarity);
        });
      };
      (this.knows(word, isLast) ? this.meanings(word, isLast) : this.guesses(word))
        .forEach((certainty, known) => count(this.byWord.get(known), certainty));
      if (this.byInitials.has(word)) count(this.byInitials.get(word), 1);
      return scores;
    }

    /* All words in one document: the mean, so that long names do not outweigh. */
    documentsWithAll(list, isLast) {
      return list.reduce((before, word, place) => {
        const found = this.documentsWith(word, isLast && place === list.length - 1);
        const scores = new Map();
        found.forEach((score, number) => {
          if (before && !before.has(number)) return;
          scores.set(number, score / list.length + (before ? before.get(number) : 0));
        });
        return scores;
      }, null) || new Map();
    }

    /* Every typed word is a group; a name that has an abbreviation, and the reverse, is one too. */
    groups(typed) {
      let rest = typed.slice();
      const found = [];
      this.synonyms.forEach((names) => names.forEach((name) => {
        if (!name.every((word) => rest.includes(word))) return;
        rest = rest.filter((word) => !name.includes(word));
        found.push([name, ...names.filter((other) => other !== name)]);
      }));
      return found.concat(rest.map((word) => [[word]]));
    }

    /* Return the documents for a text, best first; `complete`: each has all words; `guessed`:
       a word was taken for another one. */
    search(text) {
      const typed = withoutStopWords(words(text));
      const last = /[a-z0-9]$/i.test(text) ? typed[typed.length - 1] : "";
      const groups = this.groups(typed), scores = new Map(), hits = new Map();
      groups.forEach((names) => {
        const best = new Map();
        names.forEach((name) => {
          this.documentsWithAll(name, name[name.length - 1] === last)
            .forEach((score, number) => keepHighest(best, number, score));
        });
        best.forEach((score, number) => {
          scores.set(number, (scores.get(number) || 0) + score);
          hits.set(number, (hits.get(number) || 0) + 1);
        });
      });
      const complete = Array.from(hits.values()).some((count) => count === groups.length);
      const numbers = Array.from(scores.keys())
        .filter((number) => !complete || hits.get(number) === groups.length)
        .sort(this.order(text, scores, hits));
      return {
        complete,
        // A word alone that nothing here has; a name with its abbreviation is known as such.
        guessed: groups.some((names) =>
          names.length === 1 && !this.knows(names[0][0], names[0][0] === last)),
        documents: numbers.map((number) => this.documents[number])
      };
    }

    order(text, scores, hits) {
      const code = text.toLowerCase().replace(/[^a-z0-9-]/g, "");  // “[koma-desimal]”, as iku check prints it
      const exact = (number, isTerm) => {
        const found = this.documents[number];
        return found.anchor === code && found.isTerm === isTerm ? 1 : 0;
      };
      return (a, b) =>
        exact(b, false) - exact(a, false) || hits.get(b) - hits.get(a) ||
        scores.get(b) - scores.get(a) || exact(b, true) - exact(a, true) ||
        this.documents[a].name.length - this.documents[b].name.length || a - b;
    }
  }

  /* ---- The box in the header, and the page /cari/ ------------------------------------------ */

  const script = document.currentScript;
  const base = script.getAttribute("data-pangkal");  // from this page to the root of the site
  const version = /\.([0-9a-f]{8})\.js$/.exec(script.src);
  let index = null;  // a promise of it, once it has been asked for

  function loadIndex() {
    index = index || new Promise((resolve) => {
      const element = document.createElement("script");
      // With the version of this script, so that no browser keeps an index made for another one.
      element.src = `${base}cari/indeks.js${version ? `?${version[1]}` : ""}`;
      element.onload = () => resolve(new Index(window.ikuIndex));
      document.head.append(element);
    });
    return index;
  }

  function textElement(tag, text) {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  }

  function chip([icon, label], year) {
    const SVG = "http://www.w3.org/2000/svg";
    const element = document.createElement("span");
    const picture = document.createElementNS(SVG, "svg"), use = document.createElementNS(SVG, "use");
    element.className = "iku-keping";
    element.setAttribute("data-status", icon);
    picture.setAttribute("class", "iku-i");
    picture.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#i-${icon}`);
    picture.append(use);
    element.append(picture, label + (year ? ` ${year}` : ""));
    return element;
  }

  function resultItem(found, statuses) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = base + (found.path ? `${found.path}/` : "") + "index.html" +
      (found.anchor ? `#${found.anchor}` : "");
    link.append(textElement("strong", found.name));
    if (found.place.length) link.append(textElement("small", found.place.join(" · ")));
    if (found.status !== undefined) link.append(chip(statuses[found.status], found.year));
    item.append(link);
    return item;
  }

  function summary(result) {
    const count = result.documents.length;
    if (!count) return "Tidak ada yang cocok. Coba kata lain, atau kata yang lebih umum.";
    if (!result.complete) return "Tidak ada yang memuat semua kata itu. Ini yang paling dekat.";
    return result.guessed ? `Tidak ada yang persis; ${count} hasil yang mirip` : `${count} hasil`;
  }

  function addBox(form) {
    const input = form.querySelector("input"), panel = form.querySelector(".iku-cari-panel");
    const message = panel.querySelector("p"), list = panel.querySelector("ol");
    let chosen = -1;

    function close() {
      panel.hidden = true;
      chosen = -1;
    }

    async function update() {
      const text = input.value.trim();
      if (text.length < 2) {
        close();
        return;
      }
      const ready = await loadIndex();
      if (input.value.trim() !== text) return;
      const result = ready.search(text), shown = result.documents.slice(0, SHOWN);
      list.replaceChildren(...shown.map((found) => resultItem(found, ready.status)));
      message.textContent = summary(result) +
        (result.documents.length > SHOWN ? "; Enter untuk melihat semuanya" : "");
      panel.hidden = false;
      chosen = -1;
    }

    function move(step) {
      const links = list.querySelectorAll("a");
      if (panel.hidden || !links.length) return;
      chosen = Math.max(-1, Math.min(links.length - 1, chosen + step));
      (chosen < 0 ? input : links[chosen]).focus();
    }

    input.addEventListener("focus", () => {
      loadIndex();
      if (panel.hidden) update();
    });
    input.addEventListener("input", update);
    list.addEventListener("click", close);  // it may lead to a part of this very page
    form.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        move(event.key === "ArrowDown" ? 1 : -1);
        event.preventDefault();
      } else if (event.key === "Escape" && !panel.hidden) {
        input.focus();
        close();
        event.preventDefault();
      }
    });
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
    document.addEventListener("click", (event) => {
      if (!form.contains(event.target)) close();
    });
  }

  async function fillPage(place) {
    const text = (new URLSearchParams(location.search).get("q") || "").trim();
    if (!text) return;
    document.querySelectorAll(".iku-cari input").forEach((input) => { input.value = text; });
    const ready = await loadIndex(), result = ready.search(text);
    const items = result.documents.map((found) => resultItem(found, ready.status));
    place.querySelector("ol").replaceChildren(...items);
    place.querySelector("p").textContent = `“${text}”: ${summary(result)}`;
    place.hidden = false;
  }

  /* ---- The key “/” --------------------------------------------------------------------------
     It leads to the box in the header, unless the reader is typing, or has switched it off on
     /aksesibilitas/: programs that listen to speech take a word for a row of keys (WCAG 2.2, 2.1.4). */

  const SETTING = "iku.pintas";

  function isShortcutOn() {
    try {
      return localStorage.getItem(SETTING) !== "tidak";
    } catch (_) {  // a browser that keeps nothing
      return true;
    }
  }

  function addSwitch(place) {
    const input = place.querySelector("input");
    input.checked = isShortcutOn();
    input.addEventListener("change", () => {
      try {
        localStorage.setItem(SETTING, input.checked ? "ya" : "tidak");
      } catch (_) {
        input.checked = true;
      }
    });
    place.hidden = false;
  }

  document.addEventListener("keydown", (event) => {
    const typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== "/" || typing || modified || !isShortcutOn()) return;
    document.querySelector(".md-header .iku-cari input").focus();
    event.preventDefault();
  });

  document.querySelectorAll(".iku-pintas").forEach(addSwitch);
  document.querySelectorAll(".iku-cari").forEach(addBox);
  document.querySelectorAll(".iku-cari-hasil").forEach(fillPage);
  window.ikuCari = { loadIndex };
})();
