"""What a form holds: a row per indikator and per component of its formula, as typed values.

A value is the text of the YAML: ``3.20``, ``tidak_diukur``, the items of a list one a line. The
same function says what the data holds when a form is written and when one comes back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from iku_terbuka.capaian import ATURAN, MeasureBasis, measure, year_parts
from iku_terbuka.formula import RumusError, list_names, parse_rumus, variabel_names
from iku_terbuka.formulir.columns import (
    COLUMN_BY_KEY,
    KEADAAN_WORDS,
    MAX_CELL,
    OPEN_COLUMNS,
    ColumnKind,
)
from iku_terbuka.formulir.typed import clean_text
from iku_terbuka.model import Hasil, Indikator, Instansi, Keadaan, Penetapan
from iku_terbuka.model.bagian_tahun import IsiHasilBagian, PembagianTahun
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.skala import Skala
from iku_terbuka.wording import parent_title, part_name, value_and_predikat, years_text

STATUS, PEMBAGIAN = "status", "pembagian"
_GRADED_SATUAN = frozenset({"predikat", "kategori", "opini", "peringkat", "level"})
NO_ARAH = "Arah belum ditetapkan: hasilnya tidak dapat dinilai."
DATED = "Hasilnya tanggal: tulis di berkas capaian, misalnya realisasi: {tanggal: 2026-03-31}"
KOMPONEN = "realisasi"  # the key of the one column that a component is filled in


@dataclass(frozen=True)
class FormRow:
    """One row. ``shown`` are the locked columns as shown, ``values`` those of the open ones.

    ``key`` is the id, with ``/variabel`` for a component and ``/triwulan/2`` for a part of the year
    (``bagian``); ``several`` says that several numbers may be given, one a line; ``parent`` is the
    name of the indicator that a component or a part belongs to.
    ``remark`` is what staff should know of the row before they fill it in; it is shown below the
    name.
    """

    key: str
    indikator: str
    nama: str
    variabel: str | None
    shown: Mapping[str, str]
    values: Mapping[str, str]
    satuan: str | None = None
    several: bool = False
    parent: str = ""
    remark: str = ""
    bagian: tuple[str, ...] = ()

    @property
    def is_below(self) -> bool:
        """Whether it belongs to the indicator of a row above it."""
        return bool(self.variabel or self.bagian)

    def path(self, column: str) -> tuple[str, ...]:
        """Return where the value of ``column`` stands in ``capaian/<tahun>.yaml``."""
        below = ("variabel", self.variabel) if self.variabel else COLUMN_BY_KEY[column].path
        return ("capaian", self.indikator, *self.bagian, *below)


@dataclass(frozen=True)
class Form:
    """The form of one instansi and year. ``status`` is that of the year, empty if none.

    ``is_new`` says that the year has no results file yet; ``pembagian`` which parts of the year
    have rows.
    """

    instansi_id: str
    instansi: str
    tahun: int
    status: str
    is_new: bool
    rows: tuple[FormRow, ...]
    pembagian: PembagianTahun | None = None


def build_form(
    instansi: Instansi,
    tahun: int,
    skala: Mapping[str, Skala],
    pembagian: PembagianTahun | None = None,
) -> Form:
    """Return the form with what the data holds; without rows when no decree covers ``tahun``.

    With ``pembagian`` the parts of the year have rows too; a year that the data divide in another
    way keeps that one.
    """
    results = (instansi.capaian or {}).get(tahun)
    in_force = [
        (penetapan, indikator)
        for indikator in instansi.indikator
        if (penetapan := indikator.berlaku(tahun)) is not None
        and tahun not in indikator.read_from
        and indikator.pengganti(tahun) is None
    ]
    in_force.sort(key=lambda pair: (pair[0].lokasi.berkas, pair[0].lokasi.baris))
    basis = MeasureBasis(None, skala)
    return Form(
        instansi_id=instansi.id,
        instansi=instansi.nama,
        tahun=tahun,
        status=str(results.status or "") if results else "",
        is_new=results is None,
        rows=tuple(
            row
            for penetapan, indikator in in_force
            for row in (
                *_rows(indikator, penetapan, tahun, basis),
                *_part_rows(indikator, penetapan, tahun, pembagian),
            )
        ),
        pembagian=pembagian,
    )


def form_years(instansi: Instansi) -> str:
    """Name the years that a form can be made for: 2021–2026; empty if none."""
    return years_text(instansi.tahun) if instansi.tahun else ""


def _rows(
    indikator: Indikator, penetapan: Penetapan, tahun: int, basis: MeasureBasis
) -> Iterator[FormRow]:
    """Yield the row of an indicator, then those of its components."""
    definisi, nama = penetapan.definisi, clean_text(penetapan.definisi.nama)
    remark = "" if _can_be_judged(definisi, tahun) else NO_ARAH
    if (goal := definisi.target.get(tahun)) and goal.tanggal:
        remark = DATED
    if definisi.tahun_ajaran:
        remark = f"{remark} Tahun ajaran {indikator.year(tahun)}.".strip()
    hasil = indikator.hasil.get(tahun) or Hasil()
    keadaan = (indikator.hasil.get(tahun - 1) or Hasil()).keadaan
    last_year = measure(indikator, tahun - 1, basis).realisasi
    target = indikator.target_pk(tahun) or definisi.target.get(tahun)
    shown = {
        "id": indikator.id,
        "sasaran": clean_text(
            penetapan.parent.nama if penetapan.sasaran else parent_title(penetapan)
        ),
        "indikator": "\n".join(filter(None, (nama, remark))),
        "satuan": clean_text(definisi.satuan or ""),
        "target": value_and_predikat(target) if target else "",
        "lalu": _last_year(keadaan, last_year),
    }
    has_grade = _has_grade(definisi, hasil)
    values = {
        column.key: text
        for column in OPEN_COLUMNS
        if (has_grade or column.key != "predikat")
        and len((text := _value(hasil, column.key)).encode("utf-16-le")) <= 2 * MAX_CELL
    }
    yield FormRow(
        key=indikator.id,
        indikator=indikator.id,
        nama=nama,
        variabel=None,
        shown=MappingProxyType(shown),
        values=MappingProxyType(values),
        satuan=definisi.satuan,
        remark=remark,
    )
    for variabel, meaning, several in _components(penetapan):
        key = f"{indikator.id}/{variabel}"
        own = {"id": key, "indikator": f"↳ {meaning}", "satuan": "komponen"}
        numbers = "\n".join(map(str, hasil.variabel.get(variabel, ())))
        yield FormRow(
            key=key,
            indikator=indikator.id,
            nama=meaning,
            variabel=variabel,
            shown=MappingProxyType(dict.fromkeys(shown, "") | own),
            values=MappingProxyType({KOMPONEN: numbers}),
            several=several,
            parent=nama,
        )


# The columns that a part of the year has.
_PART_COLUMNS = frozenset({"realisasi", "predikat", "tercetak", "catatan"})


def _part_rows(
    indikator: Indikator, penetapan: Penetapan, tahun: int, pembagian: PembagianTahun | None
) -> Iterator[FormRow]:
    """Yield a row for each part of the year where the form asks for them, but of a school year."""
    definisi, parent = penetapan.definisi, clean_text(penetapan.definisi.nama)
    if pembagian is None or definisi.tahun_ajaran:
        return
    hasil = indikator.hasil.get(tahun) or Hasil()
    given = {parts.jenis: parts for parts in year_parts(indikator, tahun)}
    jenis = next(iter(hasil.bagian), next(iter(given), pembagian))
    targets = {part.nomor: part.target for part in given[jenis].parts} if jenis in given else {}
    results: Mapping[int, IsiHasilBagian] = getattr(hasil, jenis)
    has_grade = _has_grade(definisi, hasil)
    for nomor in range(1, jenis.banyak + 1):
        key, nama = f"{indikator.id}/{jenis}/{nomor}", part_name(jenis, nomor)
        target, result = targets.get(nomor), results.get(nomor) or IsiHasilBagian()
        shown = {
            "id": key,
            "indikator": f"↳ {nama}",
            "sasaran": "",
            "satuan": clean_text(definisi.satuan or ""),
            "target": value_and_predikat(target) if target else "",
            "lalu": "",
        }
        values = {
            column.key: text
            for column in OPEN_COLUMNS
            if (column.key in _PART_COLUMNS or column.path[0] == "sumber")
            and (has_grade or column.key != "predikat")
            and len((text := _value(result, column.key)).encode("utf-16-le")) <= 2 * MAX_CELL
        }
        yield FormRow(
            key=key,
            indikator=indikator.id,
            nama=nama,
            variabel=None,
            shown=MappingProxyType(shown),
            values=MappingProxyType(values),
            satuan=definisi.satuan,
            parent=parent,
            bagian=(jenis.value, str(nomor)),
        )


def _has_grade(definisi: DefinisiIndikator, hasil: Hasil) -> bool:
    """Tell whether the results of an indicator may have a grade."""
    targets = definisi.target.values()
    return bool(
        definisi.skala
        or not (definisi.satuan or any(target.nilai for target in targets))
        or (definisi.satuan or "").lower() in _GRADED_SATUAN
        or any(value.predikat for value in (*targets, hasil.realisasi) if value)
    )


def _can_be_judged(definisi: DefinisiIndikator, tahun: int) -> bool:
    """Tell whether a number of ``tahun`` can be told to reach its target or not."""
    target, rumus = definisi.target.get(tahun), definisi.rumus_capaian
    if target is None or target.nilai is None or definisi.arah:
        return True
    return rumus is not None and ATURAN[rumus].arah is not None


def _components(penetapan: Penetapan) -> Iterator[tuple[str, str, bool]]:
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
        yield nama, clean_text(formula.variabel.get(nama, nama)), nama in lists


def _last_year(keadaan: Keadaan | None, realisasi: IsiNilai | None) -> str:
    if keadaan:
        return KEADAAN_WORDS[keadaan]
    return value_and_predikat(realisasi) if realisasi else ""


def _value(hasil: Hasil | IsiHasilBagian, key: str) -> str:
    """Return what a result, of a year or of a part of it, holds in a column."""
    column = COLUMN_BY_KEY[key]
    value: object = hasil
    for name in column.path:
        value = getattr(value, name, None)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return clean_text("\n".join(" ".join(clean_text(item).split("\n")) for item in value))
    text = clean_text(str(value))
    return " ".join(text.split("\n")) if column.kind is ColumnKind.LINE else text
