/* The chart of an indicator: exact values on hover, touch and focus, and the picture to take away.
   The values are those of the table beside it; nothing here computes. */
(function () {
  "use strict";

  var SVG = "http://www.w3.org/2000/svg";
  var LEBAR = 360;  // as in generator/iku_terbuka/charts/tren.py
  var TEPI = 12;  // of the picture to take away

  function buat(nama, kelas, teks) {
    var unsur = document.createElement(nama);
    if (kelas) unsur.className = kelas;
    if (teks) unsur.textContent = teks;
    return unsur;
  }

  /* ---- Values ------------------------------------------------------------------------------ */

  function kalimat(baris) {
    var bagian = Array.from(baris.querySelectorAll("td[data-l]")).map(function (sel) {
      return sel.getAttribute("data-l") + " " + sel.innerText.replace(/\s+/g, " ").trim();
    });
    return baris.querySelector("th").innerText.trim() + ": " + bagian.join("; ");
  }

  function nilai(gambar, tabel) {
    var nama = gambar.getAttribute("data-titik").split("|");
    var tepi = gambar.getAttribute("data-tepi").split(" ").map(Number);
    var menurut = {}, terbaru;
    tabel.querySelectorAll("tr.data").forEach(function (baris) {
      var kepala = baris.querySelector("th").innerText.trim();
      var urutan = /^\d{4}/.test(kepala) ? kepala.slice(0, 4) : "akhir";
      menurut[urutan] = kalimat(baris);
      if (baris.querySelector("td[data-l=Realisasi] .iku-utuh")) terbaru = urutan;
    });
    // The start of the newest decree, the last of its list.
    Array.from(gambar.closest(".iku-dua").querySelectorAll(".iku-awal > div")).forEach(function (satu) {
      var nilai = satu.querySelector("dd").innerText.replace(/\s+/g, " ").trim();
      menurut.awal = satu.querySelector("dt").innerText.trim() + ": " + nilai;
    });
    var bingkai = buat("div", "iku-titik"), kabar = gambar.parentNode.querySelector(".iku-nilai");
    bingkai.setAttribute("role", "group");
    bingkai.setAttribute("aria-label", "Nilai tiap tahun pada grafik");
    gambar.replaceWith(bingkai);
    bingkai.append(gambar);
    var baru, tombol = nama.map(function (satu, urutan) {
      if (!menurut[satu]) return null;
      var langkah = (tepi[1] - tepi[0]) / nama.length, unsur = buat("button");
      unsur.type = "button";
      unsur.setAttribute("aria-label", menurut[satu]);
      unsur.style.left = 100 * (tepi[0] + langkah * urutan) / LEBAR + "%";
      unsur.style.width = 100 * langkah / LEBAR + "%";
      unsur.addEventListener("pointerenter", tampil);
      unsur.addEventListener("focus", tampil);
      bingkai.append(unsur);
      if (satu === terbaru) baru = unsur;
      return unsur;
    }).filter(Boolean);
    if (!tombol.length) return;
    function tampil(acara) {
      kabar.textContent = acara.currentTarget.getAttribute("aria-label");
      fokus(tombol.indexOf(acara.currentTarget), false);
    }
    function fokus(urutan, pindah) {
      tombol.forEach(function (satu, lain) { satu.tabIndex = lain === urutan ? 0 : -1; });
      if (pindah) tombol[urutan].focus();
    }
    bingkai.addEventListener("keydown", function (acara) {
      var arah = { ArrowRight: 1, ArrowLeft: -1 }[acara.key];
      var kini = tombol.indexOf(document.activeElement);
      if (!arah || kini < 0) return;
      fokus((kini + arah + tombol.length) % tombol.length, true);
      acara.preventDefault();
    });
    fokus(Math.max(0, tombol.indexOf(baru)), false);  // where Tab comes first
  }

  /* ---- The picture to take away -------------------------------------------------------------- */

  function teks(isi, x, y, ukuran, tebal, warna) {
    var unsur = document.createElementNS(SVG, "text");
    unsur.setAttribute("x", x);
    unsur.setAttribute("y", y);
    unsur.setAttribute("font-size", ukuran);
    unsur.setAttribute("font-weight", tebal);
    unsur.setAttribute("fill", warna);
    unsur.textContent = isi;
    return unsur;
  }

  /* Break at words, and within a word that is wider than the picture. A little room is kept,
     because another machine may open the file with another font. */
  function lipat(isi, ukuran, tebal) {
    var pena = buat("canvas").getContext("2d"), muat = LEBAR * 0.95, hasil = [""];
    pena.font = tebal + " " + ukuran + "px system-ui, sans-serif";
    function lebar(kata) { return pena.measureText(kata).width; }
    isi.split(/\s+/).forEach(function (kata) {
      var akhir = hasil[hasil.length - 1];
      if (akhir && lebar(akhir + " " + kata) <= muat) {
        hasil[hasil.length - 1] = akhir + " " + kata;
        return;
      }
      Array.from(kata).forEach(function (huruf, urutan) {
        akhir = hasil[hasil.length - 1];
        if (urutan ? lebar(akhir + huruf) > muat : akhir) hasil.push(huruf);
        else hasil[hasil.length - 1] = akhir + huruf;
      });
    });
    return hasil;
  }

  function salinan(gambar, judul, subjudul, kaki) {
    var gaya = getComputedStyle(gambar), hasil = gambar.cloneNode(true);
    function warna(nama) { return gaya.getPropertyValue(nama).trim(); }
    var tinggi = gambar.viewBox.baseVal.height, lebar = LEBAR + 2 * TEPI;
    var sub = 22 + judul.length * 18, atas = sub + subjudul.length * 15;
    hasil.removeAttribute("data-titik");
    hasil.setAttribute("xmlns", SVG);
    hasil.setAttribute("font-family", "system-ui, sans-serif");
    hasil.querySelectorAll("[fill], [stroke]").forEach(function (unsur) {
      ["fill", "stroke"].forEach(function (cat) {
        var nama = /^var\((--[\w-]+)\)$/.exec(unsur.getAttribute(cat));
        if (nama) unsur.setAttribute(cat, warna(nama[1]));
      });
    });
    var halo = { "paint-order": "stroke", stroke: warna("--iku-bg"), "stroke-width": 3, "stroke-linejoin": "round" };
    hasil.querySelectorAll("text").forEach(function (unsur) {  // that of the style sheet
      Object.keys(halo).forEach(function (nama) { unsur.setAttribute(nama, halo[nama]); });
    });
    var isi = document.createElementNS(SVG, "g");
    isi.setAttribute("transform", "translate(0 " + atas + ")");
    Array.from(hasil.childNodes).forEach(function (unsur) {
      if (!/^(?:title|desc)$/.test(unsur.nodeName)) isi.append(unsur);
    });
    var bawah = atas + tinggi + 14, jumlah = bawah + kaki.length * 14;
    var kertas = document.createElementNS(SVG, "rect");
    kertas.setAttribute("x", -TEPI);
    kertas.setAttribute("width", lebar);
    kertas.setAttribute("height", jumlah);
    kertas.setAttribute("fill", warna("--iku-bg"));
    hasil.append(kertas);
    judul.forEach(function (baris, urutan) {
      hasil.append(teks(baris, 0, 20 + urutan * 18, 14, 700, warna("--iku-tx")));
    });
    subjudul.forEach(function (baris, urutan) {
      hasil.append(teks(baris, 0, sub + urutan * 15, 11.5, 400, warna("--iku-mu")));
    });
    hasil.append(isi);
    kaki.forEach(function (baris, urutan) {
      hasil.append(teks(baris, 0, bawah + urutan * 14, 10, 400, warna("--iku-mu")));
    });
    hasil.setAttribute("viewBox", [-TEPI, 0, lebar, jumlah].join(" "));
    hasil.setAttribute("width", lebar * 2);
    hasil.setAttribute("height", jumlah * 2);
    return new XMLSerializer().serializeToString(hasil);
  }

  function simpan(blob, nama) {
    var alamat = URL.createObjectURL(blob), tautan = buat("a");
    tautan.href = alamat;
    tautan.download = nama;
    tautan.click();
    setTimeout(function () { URL.revokeObjectURL(alamat); }, 10000);
  }

  function unduhan(gambar, bingkai) {
    var nama = location.pathname.split("/").filter(Boolean).slice(-2)[0] || "grafik";
    function isi() {
      var kepala = bingkai.querySelector("figcaption").cloneNode(true), sub = kepala.querySelector("small");
      sub.remove();
      var nama = document.querySelector("h1").innerText.trim();
      var acuan = document.querySelector(".iku-acuan p");
      var sumber = bingkai.getAttribute("data-sumber");
      var tempat = Array.from(document.querySelectorAll(".iku-remah li:not(:first-child) a")).reverse()
        .map(function (satu) { return satu.innerText.trim(); }).join(", ");
      var kaki = [tempat, sumber, acuan && acuan.innerText.trim().replace(/\.$/, ""),
        /^http/.test(location.protocol) && location.href.replace(/index\.html$|[?#].*$/g, "")];
      return salinan(gambar, lipat(kepala.textContent.trim(), 14, 700),
        lipat(nama + ". " + sub.textContent.trim() + ".", 11.5, 400),
        lipat(kaki.filter(Boolean).join(" · "), 10, 400));
    }
    function svg() {
      simpan(new Blob([isi()], { type: "image/svg+xml" }), nama + ".svg");
    }
    function png() {
      var lukisan = new Image();
      lukisan.onload = function () {
        var kanvas = buat("canvas");
        kanvas.width = lukisan.naturalWidth * 2;
        kanvas.height = lukisan.naturalHeight * 2;
        kanvas.getContext("2d").drawImage(lukisan, 0, 0, kanvas.width, kanvas.height);
        kanvas.toBlob(function (blob) { simpan(blob, nama + ".png"); });
      };
      lukisan.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(isi());
    }
    bingkai.querySelector("[data-bentuk=svg]").addEventListener("click", svg);
    bingkai.querySelector("[data-bentuk=png]").addEventListener("click", png);
  }

  document.querySelectorAll("figure.iku-grafik").forEach(function (bingkai) {
    var gambar = bingkai.querySelector("svg[data-titik]");
    if (!gambar) return;
    unduhan(gambar, bingkai);
    var tabel = bingkai.parentNode.querySelector("table");
    if (tabel) nilai(gambar, tabel);
  });
})();
