"""What a cell says, as the value that goes into the YAML. Handled or refused, never guessed."""

from iku_terbuka.formulir.bilangan import BukanAngkaError, angka_sel, angka_teks, tanpa_hiasan
from iku_terbuka.formulir.buku import Sel
from iku_terbuka.formulir.isi import tampil_angka
from iku_terbuka.formulir.kolom import KATA_KEADAAN, Jenis
from iku_terbuka.formulir.rapi import butir, rapikan
from iku_terbuka.model.text import quoted


def baca_nilai(cell: Sel, jenis: Jenis, dasar: str, *, persen: bool, banyak: bool) -> str:
    """Return the value of ``cell``; raise :class:`BukanAngkaError` saying what to type instead.

    ``dasar`` is what the form was made with: a text that is still the same is not read again.
    """
    _periksa_jenis(cell, jenis)
    match jenis:
        case Jenis.ANGKA | Jenis.RUPIAH:
            if cell.jenis == "s":
                known = dict(zip(tampil_angka(dasar).split("\n"), dasar.split("\n"), strict=False))
                return "\n".join(_angka_teks(cell.teks, jenis, known, persen=persen, banyak=banyak))
            return str(angka_sel(_number(cell), cell.format, persen=persen))
        case Jenis.PILIHAN:
            return _keadaan(cell.teks)
        case Jenis.BUTIR:
            lines = "\n".join(line for line in cell.teks.split("\n") if line)
            return lines if lines == dasar else "\n".join(butir(cell.teks))
        case Jenis.PENDEK:
            return " ".join(_teks(cell).split("\n"))
        case _:
            return _teks(cell)


def _periksa_jenis(cell: Sel, jenis: Jenis) -> None:
    """Refuse what is neither a text nor a number."""
    match cell.jenis:
        case "f":
            raise BukanAngkaError(
                "Sel ini berisi rumus.",
                "Ganti dengan nilainya: salin sel, lalu Tempel Khusus, Nilai.",
            )
        case "e":
            raise BukanAngkaError(
                f"Sel ini berisi galat {quoted(str(cell.isi))}.", "Ganti dengan nilainya."
            )
        case "b":
            raise BukanAngkaError(
                "Sel ini berisi nilai benar atau salah (TRUE/FALSE).", "Ketik isi yang dimaksud."
            )
        case "d":
            meant = "angkanya" if jenis in {Jenis.ANGKA, Jenis.RUPIAH} else "isinya"
            raise BukanAngkaError(
                f"Excel membaca isi sel ini sebagai tanggal atau jam ({quoted(str(cell.isi))}).",
                f"Ubah format selnya menjadi Teks, lalu ketik ulang {meant}.",
            )


def _angka_teks(
    text: str, jenis: Jenis, known: dict[str, str], *, persen: bool, banyak: bool
) -> list[str]:
    lines = [line for part in text.split("\n") for line in part.split(";") if line.strip()]
    if len(lines) > 1 and not banyak:
        raise BukanAngkaError("Sel ini memuat lebih dari satu baris.", "Tulis satu angka saja.")
    rupiah = jenis is Jenis.RUPIAH
    return [
        known.get(line.strip()) or str(angka_teks(line, persen=persen, rupiah=rupiah))
        for line in lines
    ]


def _number(cell: Sel) -> float:
    return cell.isi if isinstance(cell.isi, int | float) else float("nan")


def _keadaan(text: str) -> str:
    for keadaan, kata in KATA_KEADAAN.items():
        if text.casefold().replace("_", " ") == kata.casefold():
            return keadaan.value
    words = " atau ".join(list(KATA_KEADAAN.values())[:2])
    raise BukanAngkaError(f"{quoted(text)} bukan pilihan.", f"Pilih {words} dari daftar.")


def _teks(cell: Sel) -> str:
    """Return a text; whole numbers (a page, a year) are texts too."""
    if cell.jenis != "n":
        return cell.teks
    number = angka_sel(_number(cell), "General")
    if number != number.to_integral_value() or "%" in tanpa_hiasan(cell.format):
        raise BukanAngkaError(
            "Sel ini berisi angka pecahan, padahal yang diminta teks.",
            "Ubah format selnya menjadi Teks, lalu ketik ulang isinya.",
        )
    return rapikan(str(number))
