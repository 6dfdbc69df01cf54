"""One row of a form that came back, beside the same row of the data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from iku_terbuka.formulir.bilangan import BukanAngkaError
from iku_terbuka.formulir.buku import Sel
from iku_terbuka.formulir.impor import Impor, pendek
from iku_terbuka.formulir.isi import KOMPONEN, TANPA_ARAH, Baris
from iku_terbuka.formulir.kolom import BERKUNCI, HAPUS, ISIAN, TERKUNCI, Jenis
from iku_terbuka.formulir.masalah import Masalah, alamat
from iku_terbuka.formulir.nilai import baca_nilai
from iku_terbuka.formulir.saran import saran_kelipatan, saran_tercetak
from iku_terbuka.formulir.ubahan import Ubahan
from iku_terbuka.model.text import TANPA_ANGKA, quoted
from iku_terbuka.wording import in_percent

_KOMPONEN_KOSONG = (
    "Kalau memang nol, ketik 0. Kalau datanya tidak ada, kosongkan semua komponen indikator ini, "
    "lalu pilih sebabnya di kolom Keadaan pada baris indikatornya."
)
_BERANGKA = {kolom.kunci for kolom in ISIAN if kolom.jenis in {Jenis.ANGKA, Jenis.RUPIAH}}


@dataclass
class BandingBaris:
    """One row of the form and what became of it."""

    dasar: Mapping[tuple[str, str], str]
    baris: Baris
    here: Mapping[str, Sel]
    columns: Mapping[str, int]
    row: int
    impor: Impor
    # What each cell holds in the end; nothing where it was refused.
    akhir: dict[str, str | None] = field(default_factory=dict)

    def bandingkan(self) -> None:
        self._terkunci()
        for kolom in ISIAN:
            kunci = kolom.kunci
            if kunci not in self.columns:
                continue
            if kunci in self.baris.isi:
                self.impor.sel[self.baris.letak(kunci)] = (self.row, self.columns[kunci])
                self.akhir[kunci] = self.baris.isi[kunci]
                self._banding(kunci)
            elif kunci in self.here:
                pesan = "Sel ini tidak diisi untuk baris ini."
                if kunci == "predikat" and not self.baris.variabel:
                    pesan = "Indikator ini tidak memakai predikat."
                self.impor.salah(self.here[kunci], pesan, "Kosongkan selnya.")
        if not self.baris.variabel:
            self._keadaan()
            self._tercetak()

    def _terkunci(self) -> None:
        """Refuse changes of what comes from the decree, and rows whose cells were mixed up."""
        for kolom in TERKUNCI:
            before = self.dasar.get((self.baris.kunci, kolom.kunci), "")
            cell = self.here.get(kolom.kunci)
            # An id is told apart from its row; a column that is missing, once for all rows.
            if kolom.kunci == "id" or kolom.kunci not in self.columns:
                continue
            bare = before.removesuffix(f"\n{TANPA_ARAH}")
            if (cell.teks if cell else "") in {before, bare}:
                continue
            pesan = f"Kolom “{kolom.kunci.capitalize()}” tidak diubah lewat formulir."
            saran = f"Kembalikan isinya: {quoted(bare, 90)}." if before else "Kosongkan selnya."
            self._masalah(kolom.kunci, pesan, saran)
        for kunci, nama in (("target", "Target"), ("satuan", "Satuan")):
            before, now = self.dasar.get((self.baris.kunci, kunci), ""), self.baris.tampak[kunci]
            if before != now and kunci in self.columns:
                pesan = f"{nama} berubah sejak formulir ini dibuat: {before or '–'} → {now or '–'}."
                self.impor.catat(self.row, self.columns[kunci], pesan)

    def _banding(self, kunci: str) -> None:
        before = self.dasar.get((self.baris.kunci, kunci), "")
        now = self.baris.isi[kunci]
        cell = self.here.get(kunci)
        if cell is None:
            if before and now and not self.impor.tergabung(self.row, self.columns[kunci]):
                self._dikosongkan(kunci, now)
            return
        if cell.jenis == "s" and cell.teks.casefold() == HAPUS:
            if now:
                self._ubah(kunci, None, now)
            return
        try:
            typed = self._nilai(kunci, cell, before)
        except BukanAngkaError as error:
            self._masalah(kunci, error.pesan, self._saran(kunci, cell) or error.saran)
            return
        sama = _sama_angka if kunci in _BERANGKA else str.__eq__
        if sama(typed, before):
            if not sama(before, now):
                shown = pendek(now, kunci in _BERANGKA)
                pesan = f"Isi di berkas berubah sejak formulir ini dibuat: {shown}. Dibiarkan."
                self.impor.catat(self.row, self.columns[kunci], pesan)
        elif not sama(typed, now):
            self._ubah(kunci, typed, now)

    def _saran(self, kunci: str, cell: Sel) -> str:
        """Say what to type for a value as a document prints it; empty where that is not known."""
        if cell.jenis != "s" or kunci not in _BERANGKA:
            return ""
        if TANPA_ANGKA.fullmatch(cell.teks):
            return _KOMPONEN_KOSONG if self.baris.variabel else ""
        kolom = {"realisasi": "sel ini"}
        if kunci != KOMPONEN or self.baris.variabel:
            rupiah = BERKUNCI[kunci].jenis is Jenis.RUPIAH
            return saran_tercetak(cell.teks, "rupiah" if rupiah else None, kolom)
        more = {key: self._kolom(key) for key in ("predikat", "tercetak") if self._ada(key)}
        said = saran_kelipatan(cell.teks, self.baris.satuan) or saran_tercetak(
            cell.teks, self.baris.satuan, kolom | more
        )
        if not said and not any(c.isdigit() for c in cell.teks):
            return "Indikator ini dinilai dengan angka: ketik angkanya."
        return said

    def _ada(self, kunci: str) -> bool:
        """Tell whether this row has a cell of that column to fill in."""
        return kunci in self.baris.isi and kunci in self.columns

    def _nilai(self, kunci: str, cell: Sel, before: str) -> str:
        kolom = BERKUNCI[kunci]
        persen = kunci == KOMPONEN and not self.baris.variabel and in_percent(self.baris.satuan)
        if kunci == KOMPONEN and not self.baris.variabel:
            if cell.jenis == "s" and (saran := saran_kelipatan(cell.teks, self.baris.satuan)):
                satuan = quoted(self.baris.satuan or "")
                raise BukanAngkaError(f"Satuan indikator ini {satuan}.", saran)
            before = self._berkoma(cell.teks) or before
        return baca_nilai(cell, kolom.jenis, before, persen=persen, banyak=self.baris.banyak)

    def _berkoma(self, text: str) -> str:
        """Return the number of ``1,234`` where the printed form is the same: then it is a comma."""
        printed = self.here.get("tercetak")
        same = printed is not None and printed.teks == text
        return text.replace(",", ".") if same and re.fullmatch("-?[0-9]+,[0-9]{3}", text) else ""

    def _dikosongkan(self, kunci: str, now: str) -> None:
        """Delete only where a state replaces the number, or a number the state."""
        has_number = any(key in self.here for key in ("realisasi", "predikat"))
        if (
            (kunci == "keadaan" and has_number)
            or (kunci in {"realisasi", "predikat", "tercetak"} and "keadaan" in self.here)
            or (kunci == "tercetak" and self._berubah("realisasi", "predikat"))
        ):
            self._ubah(kunci, None, now)
            return
        pesan = f"Sel ini dikosongkan, padahal berisi {pendek(now, kunci in _BERANGKA)}."
        self._masalah(kunci, pesan, f"Ketik {HAPUS} untuk menghapusnya, atau isi kembali.")

    def _berubah(self, *kolom: str) -> bool:
        return any(self.akhir.get(kunci) != self.baris.isi.get(kunci) for kunci in kolom)

    def _ubah(self, kunci: str, typed: str | None, now: str) -> None:
        baris = self.baris
        jenis = BERKUNCI[kunci].jenis
        nama = baris.nama
        nama = f"{baris.induk} · {nama}" if baris.induk else nama
        judul = "" if baris.variabel else f" · {BERKUNCI[kunci].judul.replace(' {tahun}', '')}"
        letak = baris.letak(kunci)
        self.akhir[kunci] = typed or ""
        if typed is None:
            isi: str | tuple[str, ...] | None = None
        elif jenis is Jenis.BUTIR or (baris.banyak and "\n" in typed):
            isi = tuple(typed.split("\n"))
        else:
            isi = typed
        is_number = kunci in _BERANGKA or (kunci == "sumber_halaman" and (typed or "").isdecimal())
        self.impor.ubah(f"{nama}{judul}", now, Ubahan(letak, isi, is_number))

    def _keadaan(self) -> None:
        """Refuse a state beside a number, one that cannot be read included."""
        cell = self.here.get("realisasi")
        refused = cell is not None and self.akhir.get("realisasi") is None
        if refused and cell and self.akhir.get("keadaan") and not TANPA_ANGKA.fullmatch(cell.teks):
            pesan = "Kolom Keadaan diisi, padahal angkanya ada."
            self._masalah("keadaan", pesan, "Kosongkan salah satunya.")

    def _tercetak(self) -> None:
        """Keep the printed form beside what it is the form of, and only there."""
        akhir, isi = self.akhir, self.baris.isi
        printed = akhir.get("tercetak", isi["tercetak"])
        if not printed:
            return
        values = [akhir.get(kunci, isi.get(kunci, "")) for kunci in ("realisasi", "predikat")]
        if not any(value or value is None for value in values) and printed != isi["tercetak"]:
            pesan = "Kolom Tercetak diisi, padahal angka atau predikatnya tidak ada."
            self._masalah("tercetak", pesan, self._saran_tercetak(printed))
            return
        kept = any(values) and all(_menyebut(printed, value or "") for value in values)
        left_over = printed == isi["tercetak"] and None not in values and not kept
        if left_over and self._berubah("realisasi", "predikat"):
            self.impor.ubahan.append(Ubahan(self.baris.letak("tercetak"), None))
            pesan = f"Bentuk tercetak dari nilai yang lama, {quoted(printed)}, ikut dihapus."
            self.impor.catat(self.row, self.columns.get("tercetak", 0), pesan)

    def _saran_tercetak(self, printed: str) -> str:
        kolom = {
            key: self._kolom(key) for key in ("realisasi", "predikat", "tercetak") if self._ada(key)
        }
        said = saran_tercetak(printed, self.baris.satuan, kolom) if "realisasi" in kolom else ""
        return said or "Isi juga angkanya di kolom Realisasi, atau kosongkan sel ini."

    def _kolom(self, kunci: str) -> str:
        """Name a cell of this row by the heading of its column and its address."""
        judul = BERKUNCI[kunci].judul.replace(" {tahun}", "")
        return f"kolom {judul} ({alamat(self.row, self.columns[kunci])})"

    def _masalah(self, kunci: str, pesan: str, saran: str) -> None:
        self.akhir[kunci] = None
        self.impor.masalah.append(Masalah(self.row, self.columns[kunci], pesan, saran))


def _menyebut(printed: str, value: str) -> bool:
    """Tell whether a printed form speaks of a number or a grade: ``3,05 (B)`` of 3.05 and of B."""
    try:
        number = Decimal(value or "-")
    except ArithmeticError:
        return value.casefold() in printed.casefold()
    texts = re.findall(r"[0-9]+(?:[.,][0-9]+)?", printed)
    return any(Decimal(text.replace(",", ".")) == abs(number) for text in texts)


def _sama_angka(left: str, right: str) -> bool:
    """Tell whether numbers, one a line, are the same: where 3.2 is 3.20, the old digits stay."""
    ours, theirs = left.split("\n"), right.split("\n")
    if left == right or len(ours) != len(theirs):
        return left == right
    try:
        return all(Decimal(one) == Decimal(other) for one, other in zip(ours, theirs, strict=True))
    except ArithmeticError:  # one of them is empty, or the form was tampered with
        return False
