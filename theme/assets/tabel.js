/* Filter and order for the table of an instansi's indicators. The table is complete without it:
   the controls are made here, from what the table says. */
(function () {
  "use strict";

  var tabel = document.querySelector("table[data-saring]");
  var kendali = document.querySelector("form.iku-saring");  // there where it is worth it
  if (!tabel || !kendali) return;
  // A long list goes on in other pages, which nothing here can see.
  var disini = tabel.dataset.saring === "sebagian" ? " di halaman ini" : "";
  var badan = Array.from(tabel.tBodies);
  var baris = Array.from(tabel.querySelectorAll("tr.data"));
  var urutanDokumen = Array.from(tabel.querySelectorAll("tbody tr"));
  var asal = new Map(urutanDokumen.map(function (satu) { return [satu, satu.parentNode]; }));

  function status(satu) {
    var keping = satu.querySelector(".iku-keping");
    return keping ? keping.textContent.trim() : "";
  }
  function jenjang(satu) {
    var kepala = asal.get(satu).querySelector("tr.jenjang th");
    return kepala ? kepala.firstChild.textContent.trim() : "";
  }
  function nama(satu) {
    return satu.querySelector("th").textContent.trim();
  }
  function unik(isi) {
    return Array.from(new Set(isi)).filter(Boolean);
  }

  kendali.addEventListener("submit", function (acara) { acara.preventDefault(); });
  var kabar = document.createElement("p");
  kabar.setAttribute("role", "status");

  function pilihan(label, isi) {
    var bungkus = document.createElement("label"), pilih = document.createElement("select");
    bungkus.append(label, pilih);
    isi.forEach(function (satu) { pilih.add(new Option(satu)); });
    pilih.addEventListener("change", terapkan);
    kendali.append(bungkus);
    return pilih;
  }

  var semuaStatus = unik(baris.map(status)), semuaJenjang = unik(baris.map(jenjang));
  var pilihStatus = semuaStatus.length > 1 && pilihan("Status", ["Semua"].concat(semuaStatus));
  var pilihJenjang = semuaJenjang.length > 1 && pilihan("Jenjang", ["Semua"].concat(semuaJenjang));
  var pilihUrut = pilihan("Urutan", ["Seperti dokumen", "Nama", "Status"]);

  function cocok(pilih, isi) {
    return !pilih || pilih.selectedIndex === 0 || pilih.value === isi;
  }

  function terapkan() {
    var tampil = 0, urut = pilihUrut.selectedIndex;
    baris.forEach(function (satu) {
      satu.hidden = !(cocok(pilihStatus, status(satu)) && cocok(pilihJenjang, jenjang(satu)));
      if (!satu.hidden) tampil++;
    });
    urutanDokumen.forEach(function (satu) { asal.get(satu).append(satu); });
    if (urut) {
      var kunci = urut === 1 ? nama : status;
      baris.slice().sort(function (a, b) {
        return kunci(a).localeCompare(kunci(b), "id") || nama(a).localeCompare(nama(b), "id");
      }).forEach(function (satu) { badan[0].append(satu); });
    }
    // A heading stands only above rows of its own that are shown.
    var ada = {};
    urutanDokumen.slice().reverse().forEach(function (satu) {
      if (satu.classList.contains("data")) {
        if (!satu.hidden) ada.sasaran = ada.jenjang = true;
        return;
      }
      var jenis = satu.classList.contains("jenjang") ? "jenjang" : "sasaran";
      satu.hidden = urut > 0 || !ada[jenis];
      ada[jenis] = false;
      if (jenis === "jenjang") ada.sasaran = false;
    });
    var biasa = tampil === baris.length && !(disini && urut);
    kabar.textContent = biasa ? "" : tampil + " dari " + baris.length + " indikator" + disini;
  }

  kendali.append(kabar);
})();
