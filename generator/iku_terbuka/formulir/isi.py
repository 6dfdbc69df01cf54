"""What a form holds: a row per indikator and per component of its formula, as typed values.

A value is the text of the YAML: ``3.20``, ``tidak_diukur``, the items of a list one a line. The
same function says what the data holds when a form is written and when one comes back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from iku_terbuka.capaian import ATURAN, MeasureBasis, measure
from iku_terbuka.formula import RumusError, list_names, parse_rumus, variabel_names
from iku_terbuka.formulir.kolom import BERKUNCI, ISIAN, KATA_KEADAAN, MAKS_SEL, Jenis
from iku_terbuka.formulir.rapi import rapikan
from iku_terbuka.model import Hasil, Indikator, Instansi, Penetapan
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.notation import with_comma
from iku_terbuka.model.skala import Skala
from iku_terbuka.wording import nilai, rentang_tahun

STATUS = "status"
_BERPREDIKAT = frozenset({"predikat", "kategori", "opini", "peringkat", "level"})
TANPA_ARAH = "Arah belum ditetapkan: hasilnya tidak dapat dinilai."
KOMPONEN = "realisasi"  # the one column that a component is filled in


@dataclass(frozen=True)
class Baris:
    """One row. ``tampak`` are the locked columns as shown, ``isi`` the values of the open ones.

    ``kunci`` is the id, with ``/variabel`` for a component; ``banyak`` says that several numbers
    may be given, one a line; ``induk`` is the name of the indicator that a component belongs to.
    ``perhatian`` is what staff should know of the row before they fill it in; it is shown below the
    name.
    """

    kunci: str
    indikator: str
    nama: str
    variabel: str | None
    tampak: Mapping[str, str]
    isi: Mapping[str, str]
    satuan: str | None = None
    banyak: bool = False
    induk: str = ""
    perhatian: str = ""

    def letak(self, kolom: str) -> tuple[str, ...]:
        """Return where the value of ``kolom`` stands in ``capaian/<tahun>.yaml``."""
        below = ("variabel", self.variabel) if self.variabel else BERKUNCI[kolom].letak
        return ("capaian", self.indikator, *below)


@dataclass(frozen=True)
class Formulir:
    """The form of one instansi and year. ``status`` is that of the year, empty if none.

    ``baru`` says that the year has no results file yet.
    """

    instansi_id: str
    instansi: str
    tahun: int
    status: str
    baru: bool
    baris: tuple[Baris, ...]


def buat_formulir(instansi: Instansi, tahun: int, skala: Mapping[str, Skala]) -> Formulir:
    """Return the form with what the data holds; without rows when no decree covers ``tahun``."""
    tahunan = (instansi.capaian or {}).get(tahun)
    in_force = [
        (penetapan, satu)
        for satu in instansi.indikator
        if (penetapan := satu.berlaku(tahun)) is not None
    ]
    in_force.sort(key=lambda pair: (pair[0].lokasi.berkas, pair[0].lokasi.path))
    dasar = MeasureBasis(None, skala)
    return Formulir(
        instansi.id,
        instansi.nama,
        tahun,
        str(tahunan.status or "") if tahunan else "",
        tahunan is None,
        tuple(
            baris
            for penetapan, indikator in in_force
            for baris in _baris(indikator, penetapan, tahun, dasar)
        ),
    )


def tahun_formulir(instansi: Instansi) -> str:
    """Name the years that a form can be made for: 2021–2026; empty if none."""
    return rentang_tahun(instansi.tahun) if instansi.tahun else ""


def _baris(
    indikator: Indikator, penetapan: Penetapan, tahun: int, dasar: MeasureBasis
) -> Iterator[Baris]:
    definisi, nama = penetapan.definisi, rapikan(penetapan.definisi.nama)
    perhatian = "" if _dapat_dinilai(definisi, tahun) else TANPA_ARAH
    hasil = indikator.hasil.get(tahun) or Hasil()
    components = list(_komponen(penetapan))
    keadaan = (indikator.hasil.get(tahun - 1) or Hasil()).keadaan
    lalu = _tampil(measure(indikator, tahun - 1, dasar).realisasi)
    tampak = {
        "id": indikator.id,
        "sasaran": rapikan(penetapan.sasaran.nama),
        "indikator": "\n".join(filter(None, (nama, perhatian))),
        "satuan": rapikan(definisi.satuan or ""),
        "target": _tampil(definisi.target.get(tahun)),
        "lalu": KATA_KEADAAN[keadaan] if keadaan else lalu,
    }
    graded = (
        definisi.skala
        or not (definisi.satuan or any(satu.nilai for satu in definisi.target.values()))
        or (definisi.satuan or "").lower() in _BERPREDIKAT
        or any(satu.predikat for satu in (*definisi.target.values(), hasil.realisasi) if satu)
    )
    isi = {
        kolom.kunci: text
        for kolom in ISIAN
        if (graded or kolom.kunci != "predikat")
        and len((text := _isi(hasil, kolom.kunci)).encode("utf-16-le")) <= 2 * MAKS_SEL
    }
    yield Baris(
        indikator.id,
        indikator.id,
        nama,
        None,
        MappingProxyType(tampak),
        MappingProxyType(isi),
        definisi.satuan,
        perhatian=perhatian,
    )
    for variabel_rumus, arti, banyak in components:
        kunci = f"{indikator.id}/{variabel_rumus}"
        shown = dict.fromkeys(tampak, "") | {
            "id": kunci,
            "indikator": f"↳ {rapikan(arti)}",
            "satuan": "komponen",
        }
        values = "\n".join(map(str, hasil.variabel.get(variabel_rumus, ())))
        yield Baris(
            kunci,
            indikator.id,
            rapikan(arti),
            variabel_rumus,
            MappingProxyType(shown),
            MappingProxyType({KOMPONEN: values}),
            banyak=banyak,
            induk=nama,
        )


def _dapat_dinilai(definisi: DefinisiIndikator, tahun: int) -> bool:
    """Tell whether a number of ``tahun`` can be told to reach its target or not."""
    target, rumus = definisi.target.get(tahun), definisi.rumus_capaian
    if target is None or target.nilai is None or definisi.arah:
        return True
    return rumus is not None and ATURAN[rumus].arah is not None


def _komponen(penetapan: Penetapan) -> Iterator[tuple[str, str, bool]]:
    """Yield name, meaning and whether it is a list, for each component of the formula."""
    formula = penetapan.definisi.formula
    if formula is None or formula.rumus is None:
        return
    try:
        rumus = parse_rumus(formula.rumus)
    except RumusError:
        return  # said by the check
    lists = list_names(rumus)
    for nama in variabel_names(rumus):
        yield nama, formula.variabel.get(nama, nama), nama in lists


def _tampil(isi: IsiNilai | None) -> str:
    if isi is None:
        return ""
    text = nilai(isi)
    return f"{text} ({isi.predikat})" if isi.predikat and text != isi.predikat else text


def _isi(hasil: Hasil, kunci: str) -> str:
    """Return what ``hasil`` holds in a column."""
    value: object = hasil
    for key in BERKUNCI[kunci].letak:
        value = getattr(value, key, None)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return rapikan("\n".join(" ".join(rapikan(item).split("\n")) for item in value))
    text = rapikan(str(value))
    return " ".join(text.split("\n")) if BERKUNCI[kunci].jenis is Jenis.PENDEK else text


def tampil_angka(isi: str) -> str:
    """Return numbers of the YAML as people here write them: 1234,50.

    Without thousands separators: nobody has to guess which of the two a mark is.
    """
    return with_comma(isi)
