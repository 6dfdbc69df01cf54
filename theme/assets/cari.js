/* Search that knows Indonesian, for file:// as for any server: the index is a script of its own,
   fetched when the reader first turns to the search. Without JavaScript the form leads to the page
   /cari/, which lists everything. */
(function () {
  "use strict";

  var BATAS = 8;          // results below the box; the page shows all
  var HENTI = kumpulan("dan di yang untuk dari ke pada dengan atau oleh dalam per the of " +
    "cara secara bagaimana apa apakah");

  function kumpulan(kata) {
    return new Set(kata.split(" "));
  }

  function urai(teks) {
    return teks.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .match(/[a-z0-9]+/g) || [];
  }

  /* ---- Root words -------------------------------------------------------------------------
     No dictionary: a word gives every root that the rules of affixes allow, and two words are
     related when they share one. “menangani” and “penanganan” meet in “tangan”. */

  var AWALAN = [
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
  var AKHIRAN = ["nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "i"];

  function tanpaAkhiran(kata) {
    var hasil = [kata];
    for (var putaran = 0; putaran < 2; putaran++) {
      hasil.slice().forEach(function (satu) {
        AKHIRAN.forEach(function (akhir) {
          var sisa = satu.slice(0, -akhir.length);
          if (satu.endsWith(akhir) && sisa.length >= 3 && hasil.indexOf(sisa) < 0) hasil.push(sisa);
        });
      });
    }
    return hasil;
  }

  function akar(kata) {
    if (kata.length < 5 || /\d/.test(kata)) return [kata];
    var hasil = tanpaAkhiran(kata);
    for (var putaran = 0; putaran < 2; putaran++) {
      hasil.slice().forEach(function (satu) {
        AWALAN.forEach(function (aturan) {
          if (!aturan[0].test(satu)) return;
          aturan[1].forEach(function (ganti) {
            var sisa = satu.replace(aturan[0], ganti);
            if (sisa.length >= 3 && hasil.indexOf(sisa) < 0) hasil.push(sisa);
          });
        });
      });
    }
    // Short pieces would relate everything with everything.
    return hasil.filter(function (satu) { return satu === kata || satu.length >= 4; });
  }

  /* One letter more, less, other, or two in the wrong order. */
  function meleset(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    var i = 0, j = a.length, k = b.length;
    while (i < j && i < k && a[i] === b[i]) i++;
    while (j > i && k > i && a[j - 1] === b[k - 1]) { j--; k--; }
    if (j - i <= 1 && k - i <= 1) return true;
    return j - i === 2 && k - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
  }

  /* ---- The index -------------------------------------------------------------------------- */

  function Indeks(data) {
    var ini = this;
    this.status = data.status;
    this.dokumen = [];
    this.muat = new Map();       // word → Map(document → weight)
    this.menurutAkar = new Map();  // root → Set(words)
    this.inisial = new Map();      // initials of an indicator → Map(document → weight)
    var jalur = [], silsilah = [];
    data.simpul.forEach(function (satu, nomor) {
      var induk = satu[1];
      jalur[nomor] = induk < 0 ? satu[2] : gabung(jalur[induk], satu[2]);
      silsilah[nomor] = induk < 0 ? [satu[0]] : [satu[0]].concat(silsilah[induk]);
      ini.tambah({ nama: satu[0], jalur: jalur[nomor], tempat: silsilah[nomor].slice(1) }, [
        [satu[0], berat(satu[0], 3)], [silsilah[nomor].slice(1).join(" "), 1], [satu[3], 1]
      ]);
    });
    data.halaman.forEach(function (satu) {
      ini.tambah({ nama: satu[0], jalur: satu[1], tempat: panduan(satu[1]) }, [[satu[0], berat(satu[0], 3)], [satu[2], 1]]);
    });
    // A part of a page comes after pages of the same name, unless it is a code, asked for by name;
    // a term of the glossary after all that it explains.
    data.bagian.forEach(function (satu) {
      var halaman = data.halaman[satu[2]], istilah = halaman[1] === "glosarium";
      ini.tambah({ nama: satu[0], jalur: halaman[1], jangkar: satu[1], istilah: istilah, tempat: [halaman[0]].concat(panduan(halaman[1])) }, [
        [satu[0], istilah ? 1 : berat(satu[0], 1) / 2], [satu[1], 1], [halaman[0], 0.5]
      ]);
    });
    data.indikator.forEach(function (satu) {
      ini.tambah({
        nama: satu[0], jalur: gabung(jalur[satu[1]], satu[2]), tempat: silsilah[satu[1]],
        status: satu[3], tahun: satu[4]
      }, [[satu[0], berat(satu[0], 2)], [silsilah[satu[1]].join(" "), 1], [data.sasaran[satu[5]] || "", 1]]);
      ini.tambahInisial(satu[0], ini.dokumen.length - 1);
    });
    // The longest name first: “sistem akuntabilitas …” is SAKIP before it is AKIP.
    this.sinonim = data.sinonim.map(function (pasangan) {
      return pasangan.map(function (satu) { return isi(urai(satu)); });
    }).sort(function (a, b) { return b[0].length - a[0].length; });
  }

  function panduan(jalur) {
    return /^panduan\//.test(jalur) ? ["Panduan"] : [];
  }

  function gabung(induk, anak) {
    return induk && anak ? induk + "/" + anak : induk || anak;
  }

  /* A word counts more in a short name: “Sekretariat Daerah” is about exactly that. */
  function berat(nama, dasar) {
    return dasar + 4 / urai(nama).length;
  }

  function isi(kata) {
    var berarti = kata.filter(function (satu) { return !HENTI.has(satu); });
    return berarti.length ? berarti : kata;
  }

  Indeks.prototype.tambah = function (dokumen, bagian) {
    var nomor = this.dokumen.push(dokumen) - 1, ini = this;
    bagian.forEach(function (satu) {
      urai(satu[0]).forEach(function (kata) {
        var muat = ini.muat.get(kata);
        if (!muat) {
          ini.muat.set(kata, muat = new Map());
          akar(kata).forEach(function (satuAkar) {
            var kumpul = ini.menurutAkar.get(satuAkar);
            if (!kumpul) ini.menurutAkar.set(satuAkar, kumpul = new Set());
            kumpul.add(kata);
          });
        }
        muat.set(nomor, Math.max(muat.get(nomor) || 0, satu[1]));
      });
    });
  };

  /* AKB finds “Angka kematian bayi”, however the name goes on. Kept apart from the words, so that
     they are found as a whole alone, never by their beginning or with a letter wrong. */
  Indeks.prototype.tambahInisial = function (nama, nomor) {
    var huruf = isi(urai(nama)).map(function (satu) { return satu[0]; }).join("");
    for (var panjang = 3; panjang <= Math.min(5, huruf.length); panjang++) {
      var inisial = huruf.slice(0, panjang), muat = this.inisial.get(inisial);
      if (!muat) this.inisial.set(inisial, muat = new Map());
      muat.set(nomor, berat(nama, 1));
    }
  };

  /* Words of the index that a typed word means, with how surely. */
  Indeks.prototype.maksud = function (kata, terakhir) {
    var hasil = new Map(), ini = this;
    function catat(satu, nilai) {
      hasil.set(satu, Math.max(hasil.get(satu) || 0, nilai));
    }
    akar(kata).forEach(function (satuAkar) {
      (ini.menurutAkar.get(satuAkar) || []).forEach(function (satu) { catat(satu, 0.8); });
    });
    if (this.muat.has(kata)) catat(kata, 1);
    if (kata.length >= (terakhir ? 2 : 4)) {
      this.muat.forEach(function (_, satu) { if (satu.startsWith(kata)) catat(satu, 0.7); });
    }
    return hasil;
  };

  /* Words of the index that a typed word may have been meant to be. */
  Indeks.prototype.mirip = function (kata) {
    var hasil = new Map();
    if (kata.length < 4) return hasil;
    this.muat.forEach(function (_, satu) { if (meleset(kata, satu)) hasil.set(satu, 0.5); });
    return hasil;
  };

  Indeks.prototype.kenal = function (kata, terakhir) {
    return this.inisial.has(kata) || this.maksud(kata, terakhir).size > 0;
  };

  /* Documents with this word → how well. A rare word weighs more; a form of it that is rarer than
     the word itself does not. */
  Indeks.prototype.cocok = function (kata, terakhir) {
    var nilai = new Map(), ini = this, sendiri = this.muat.get(kata);
    function catat(muat, yakin) {
      var langka = 1 + Math.log10(ini.dokumen.length / Math.max(muat.size, sendiri ? sendiri.size : 0));
      muat.forEach(function (bobot, nomor) {
        nilai.set(nomor, Math.max(nilai.get(nomor) || 0, bobot * yakin * langka));
      });
    }
    (this.kenal(kata, terakhir) ? this.maksud(kata, terakhir) : this.mirip(kata))
      .forEach(function (yakin, satu) { catat(ini.muat.get(satu), yakin); });
    if (this.inisial.has(kata)) catat(this.inisial.get(kata), 1);
    return nilai;
  };

  /* All words of a group in one document: the mean, so that long names do not outweigh. */
  Indeks.prototype.semua = function (kata, terakhir) {
    var ini = this, hasil = null;
    kata.forEach(function (satu, urutan) {
      var cocok = ini.cocok(satu, terakhir && urutan === kata.length - 1), lama = hasil;
      hasil = new Map();
      cocok.forEach(function (nilai, nomor) {
        if (!lama || lama.has(nomor)) hasil.set(nomor, nilai / kata.length + (lama ? lama.get(nomor) : 0));
      });
    });
    return hasil || new Map();
  };

  /* Every typed word is a group; a name that has an abbreviation, and the reverse, is one too. */
  Indeks.prototype.kelompok = function (kata) {
    var sisa = kata.slice(), hasil = [];
    this.sinonim.forEach(function (pasangan) {
      pasangan.forEach(function (dicari) {
        if (dicari.every(function (satu) { return sisa.indexOf(satu) >= 0; })) {
          sisa = sisa.filter(function (satu) { return dicari.indexOf(satu) < 0; });
          hasil.push([dicari].concat(pasangan.filter(function (satu) { return satu !== dicari; })));
        }
      });
    });
    return hasil.concat(sisa.map(function (satu) { return [[satu]]; }));
  };

  Indeks.prototype.cari = function (teks) {
    var kata = isi(urai(teks)), ini = this;
    var terakhir = /[a-z0-9]$/i.test(teks) ? kata[kata.length - 1] : "";
    var nilai = new Map(), kena = new Map();
    var kelompok = this.kelompok(kata);
    kelompok.forEach(function (pilihan) {
      var terbaik = new Map();
      pilihan.forEach(function (satu) {
        ini.semua(satu, satu[satu.length - 1] === terakhir).forEach(function (angka, nomor) {
          terbaik.set(nomor, Math.max(terbaik.get(nomor) || 0, angka));
        });
      });
      terbaik.forEach(function (angka, nomor) {
        nilai.set(nomor, (nilai.get(nomor) || 0) + angka);
        kena.set(nomor, (kena.get(nomor) || 0) + 1);
      });
    });
    var penuh = Array.from(kena.values()).some(function (satu) { return satu === kelompok.length; });
    var nomor = Array.from(nilai.keys()).filter(function (satu) {
      return !penuh || kena.get(satu) === kelompok.length;
    });
    var kode = teks.toLowerCase().replace(/[^a-z0-9-]/g, "");  // “[koma-desimal]”, as iku check prints it
    function tepat(satu, istilah) {
      return ini.dokumen[satu].jangkar === kode && ini.dokumen[satu].istilah === istilah ? 1 : 0;
    }
    nomor.sort(function (a, b) {
      return tepat(b, false) - tepat(a, false) || kena.get(b) - kena.get(a) ||
        nilai.get(b) - nilai.get(a) || tepat(b, true) - tepat(a, true) ||
        ini.dokumen[a].nama.length - ini.dokumen[b].nama.length || a - b;
    });
    return {
      penuh: penuh,
      // A word alone that nothing here has; a name with its abbreviation is known as such.
      mirip: kelompok.some(function (pilihan) {
        return pilihan.length === 1 && !ini.kenal(pilihan[0][0], pilihan[0][0] === terakhir);
      }),
      dokumen: nomor.map(function (satu) { return ini.dokumen[satu]; })
    };
  };

  /* ---- The box in the header, and the page /cari/ ------------------------------------------ */

  var naskah = document.currentScript;
  var pangkal = naskah.getAttribute("data-pangkal");  // from this page to the root of the site
  var versi = (/\.([0-9a-f]{8})\.js$/.exec(naskah.src) || []).slice(1).map(function (satu) {
    return "?" + satu;
  }).join("");
  var indeks = null, menunggu = null;

  function siapkan(lalu) {
    if (indeks) return lalu(indeks);
    if (menunggu) return menunggu.push(lalu);
    menunggu = [lalu];
    var unsur = document.createElement("script");
    // With the version of this script, so that no browser keeps an index made for another one.
    unsur.src = pangkal + "cari/indeks.js" + versi;
    unsur.onload = function () {
      indeks = new Indeks(window.ikuIndeks);
      menunggu.forEach(function (satu) { satu(indeks); });
    };
    document.head.appendChild(unsur);
  }

  function buat(nama, kelas, teks) {
    var unsur = document.createElement(nama);
    if (kelas) unsur.className = kelas;
    if (teks) unsur.textContent = teks;
    return unsur;
  }

  function keping(status, tahun) {
    var kata = indeks.status[status], unsur = buat("span", "iku-keping");
    unsur.setAttribute("data-status", kata[0]);
    var gambar = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    gambar.setAttribute("class", "iku-i");
    gambar.setAttribute("aria-hidden", "true");
    var pakai = document.createElementNS("http://www.w3.org/2000/svg", "use");
    pakai.setAttribute("href", "#i-" + kata[0]);
    gambar.appendChild(pakai);
    unsur.appendChild(gambar);
    unsur.appendChild(document.createTextNode(kata[1] + (tahun ? " " + tahun : "")));
    return unsur;
  }

  function butir(dokumen) {
    var unsur = buat("li"), tautan = buat("a");
    tautan.href = pangkal + (dokumen.jalur ? dokumen.jalur + "/" : "") + "index.html" +
      (dokumen.jangkar ? "#" + dokumen.jangkar : "");
    tautan.appendChild(buat("strong", "", dokumen.nama));
    if (dokumen.tempat.length) {
      tautan.appendChild(buat("small", "", dokumen.tempat.join(" · ")));
    }
    if (dokumen.status !== undefined) tautan.appendChild(keping(dokumen.status, dokumen.tahun));
    unsur.appendChild(tautan);
    return unsur;
  }

  function keterangan(hasil) {
    var banyak = hasil.dokumen.length;
    if (!banyak) return "Tidak ada yang cocok. Coba kata lain, atau kata yang lebih umum.";
    if (!hasil.penuh) return "Tidak ada yang memuat semua kata itu. Ini yang paling dekat.";
    return hasil.mirip ? "Tidak ada yang persis; " + banyak + " hasil yang mirip" : banyak + " hasil";
  }

  function isiDaftar(daftar, hasil, batas) {
    daftar.textContent = "";
    hasil.dokumen.slice(0, batas).forEach(function (satu) { daftar.appendChild(butir(satu)); });
  }

  function kotak(formulir) {
    var masukan = formulir.querySelector("input"), panel = formulir.querySelector(".iku-cari-panel");
    var kabar = panel.querySelector("p"), daftar = panel.querySelector("ol"), pilih = -1;

    function tutup() {
      panel.hidden = true;
      pilih = -1;
    }
    function perbarui() {
      var teks = masukan.value.trim();
      if (teks.length < 2) return tutup();
      siapkan(function (siap) {
        if (masukan.value.trim() !== teks) return;
        var hasil = siap.cari(teks);
        isiDaftar(daftar, hasil, BATAS);
        kabar.textContent = keterangan(hasil) +
          (hasil.dokumen.length > BATAS ? "; Enter untuk melihat semuanya" : "");
        panel.hidden = false;
        pilih = -1;
      });
    }
    function pindah(langkah) {
      var tautan = daftar.querySelectorAll("a");
      if (panel.hidden || !tautan.length) return;
      pilih = Math.max(-1, Math.min(tautan.length - 1, pilih + langkah));
      (pilih < 0 ? masukan : tautan[pilih]).focus();
    }

    masukan.addEventListener("focus", function () { siapkan(function () {}); if (panel.hidden) perbarui(); });
    masukan.addEventListener("input", perbarui);
    daftar.addEventListener("click", tutup);  // it may lead to a part of this very page
    formulir.addEventListener("keydown", function (acara) {
      if (acara.key === "ArrowDown" || acara.key === "ArrowUp") {
        pindah(acara.key === "ArrowDown" ? 1 : -1);
        acara.preventDefault();
      } else if (acara.key === "Escape" && !panel.hidden) {
        masukan.focus();
        tutup();
        acara.preventDefault();
      }
    });
    formulir.addEventListener("focusout", function (acara) {
      if (acara.relatedTarget && !formulir.contains(acara.relatedTarget)) tutup();
    });
    document.addEventListener("click", function (acara) {
      if (!formulir.contains(acara.target)) tutup();
    });
  }

  function halaman(tempat) {
    var teks = (new URLSearchParams(location.search).get("q") || "").trim();
    var kabar = tempat.querySelector("p"), daftar = tempat.querySelector("ol");
    if (!teks) return;
    document.querySelectorAll(".iku-cari input").forEach(function (satu) { satu.value = teks; });
    siapkan(function (siap) {
      var hasil = siap.cari(teks);
      isiDaftar(daftar, hasil, hasil.dokumen.length);
      kabar.textContent = "“" + teks + "”: " + keterangan(hasil);
      tempat.hidden = false;
    });
  }

  /* “/” leads to the box in the header, unless the reader is typing, or has switched it off on
     /aksesibilitas/: programs that listen to speech take a word for a row of keys (WCAG 2.2, 2.1.4). */
  var SIMPANAN = "iku.pintas";

  function pintas(baru) {
    try {
      if (baru !== undefined) localStorage.setItem(SIMPANAN, baru ? "ya" : "tidak");
      return localStorage.getItem(SIMPANAN) !== "tidak";
    } catch (_) {  // a browser that keeps nothing
      return true;
    }
  }

  document.addEventListener("keydown", function (acara) {
    var sibuk = /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (acara.key !== "/" || sibuk || acara.ctrlKey || acara.metaKey || acara.altKey || !pintas()) return;
    document.querySelector(".md-header .iku-cari input").focus();
    acara.preventDefault();
  });

  document.querySelectorAll(".iku-pintas").forEach(function (tempat) {
    var saklar = tempat.querySelector("input");
    saklar.checked = pintas();
    saklar.addEventListener("change", function () { pintas(saklar.checked); });
    tempat.hidden = false;
  });

  document.querySelectorAll(".iku-cari").forEach(kotak);
  document.querySelectorAll(".iku-cari-hasil").forEach(halaman);
  window.ikuCari = { siapkan: siapkan, akar: akar };
})();
