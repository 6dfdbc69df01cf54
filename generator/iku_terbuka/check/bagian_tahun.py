"""Quarters, months and halves: how they make the year, and what they say against it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from iku_terbuka.capaian import YearParts, year_parts
from iku_terbuka.capaian.published import same_as_printed
from iku_terbuka.check.notes import explained
from iku_terbuka.check.number_rows import satuan_kind
from iku_terbuka.load import Loaded
from iku_terbuka.model import Indikator, Penetapan
from iku_terbuka.model.bagian_tahun import Cara, PembagianTahun
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.notation import short_number
from iku_terbuka.model.satuan import SatuanKind, is_rank
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

_TOGETHER = {
    Cara.KUMULATIF: "{} terakhir",
    Cara.POSISI: "{} terakhir",
    Cara.JUMLAH: "jumlah {}nya",
    Cara.RATA: "rata-rata {}nya",
}
_MEANINGS = {
    Cara.KUMULATIF: "“cara: kumulatif” kalau tiap angka dihitung sejak Januari",
    Cara.JUMLAH: "“cara: jumlah” kalau tiap angka berdiri sendiri lalu dijumlahkan",
    Cara.POSISI: "“cara: posisi” kalau angka terakhir yang berlaku",
    Cara.RATA: "“cara: rata” kalau setahun adalah rata-ratanya",
}
# A note that speaks of the parts has answered what they say against the year.
_NOTED = "(?:triwulan|tw|bulan|bulanan|semester|akumulasi)"


def summed_percentages(penetapan: Penetapan, document: Document, path: Path) -> Iterator[Problem]:
    """Yield where a percentage, an index or a rank would be summed: 100% and 100% are not 200%."""
    definisi = penetapan.definisi
    if _adds_up(definisi):
        return
    chosen: dict[Path, Cara | None] = {
        ("target", str(tahun), "cara"): target.cara for tahun, target in definisi.target.items()
    }
    for place, cara in {("cara",): definisi.cara, **chosen}.items():
        if cara is Cara.JUMLAH:
            yield _summed(definisi, document, (*path, *place))


def _summed(definisi: DefinisiIndikator, document: Document, path: Path) -> Problem:
    unit = f" (satuannya {quoted(definisi.satuan)})" if definisi.satuan else ""
    return document.problem(
        path,
        "persentase-dijumlahkan",
        f"{quoted(definisi.nama, 80)}{unit} tidak dapat dijumlahkan.",
        f"Tulis {_choices(definisi)}.",
    )


def summed_agreements(indikator: Indikator, loaded: Loaded) -> Iterator[Problem]:
    """Yield each version of an agreement that adds up what cannot be added."""
    for tahun, agreement in indikator.perjanjian.items():
        penetapan = indikator.penetapan_untuk(tahun)
        if _adds_up(penetapan.definisi):
            continue
        for i, versi in enumerate(agreement.perjanjian.versi):
            target = versi.target.get(agreement.id)
            if target and target.cara is Cara.JUMLAH:
                path = ("versi", i, "target", agreement.id, "cara")
                if document := _agreement(indikator, tahun, loaded):
                    yield _summed(penetapan.definisi, document, path)


def divided_school_years(indikator: Indikator, loaded: Loaded) -> Iterator[Problem]:
    """Yield where a school year is divided: quarters and months are those of the calendar."""
    for tahun in indikator.tahun:
        penetapan, lokasi = indikator.berlaku(tahun), indikator.lokasi_hasil.get(tahun)
        if penetapan is None or not penetapan.definisi.tahun_ajaran:
            continue
        for parts in year_parts(indikator, tahun):
            name, places = parts.jenis.value, []
            if any(part.target for part in parts.parts):
                places.append(_goal(indikator, tahun, penetapan, loaded)[:2])
            if lokasi and any(part.hasil for part in parts.parts):
                places.append((loaded.documents[lokasi.berkas], lokasi.path))
            for document, path in places:
                yield document.problem(
                    (*path, name),
                    "bagian-tahun-ajaran",
                    f"{quoted(penetapan.definisi.nama, 80)} memakai tahun ajaran, yang tidak "
                    f"dibagi menjadi {_name(parts)}.",
                    "Tulis angka setahunnya saja; hasil tiap semester dapat ditulis di “rincian”. "
                    "Kalau tahunnya tahun kalender, hapus “tahun_ajaran”.",
                    key=True,
                )


def check_parts(indikator: Indikator, loaded: Loaded) -> Iterator[Problem]:
    """Yield what is doubtful about the parts of the years of one indicator."""
    undecided: dict[str, tuple[Penetapan, str]] = {}
    for tahun in indikator.tahun:
        penetapan = indikator.berlaku(tahun)
        for parts in year_parts(indikator, tahun):
            if penetapan and parts.cara is None:
                undecided.setdefault(penetapan.lokasi.berkas, (penetapan, _name(parts)))
            yield from _year(indikator, tahun, parts, loaded)
    for file, (penetapan, name) in undecided.items():
        yield loaded.documents[file].warning(
            penetapan.lokasi.path,
            "bagian-tanpa-cara",
            f"{quoted(penetapan.definisi.nama, 80)} punya angka {name}, tetapi tidak punya “cara”.",
            f"Tambahkan {_choices(penetapan.definisi)}.",
        )


def _name(parts: YearParts) -> str:
    """Name a part in a sentence: bulan, not bulanan."""
    return "bulan" if parts.jenis is PembagianTahun.BULANAN else parts.jenis.value


def _adds_up(definisi: DefinisiIndikator) -> bool:
    """Tell whether its numbers can be summed: a percentage, an index and a rank never are."""
    return satuan_kind(definisi) is not SatuanKind.DECIMAL and not is_rank(definisi.satuan)


def _choices(definisi: DefinisiIndikator) -> str:
    """Say which ``cara`` an indicator may have, and when."""
    adds_up = _adds_up(definisi)
    *others, last = [said for cara, said in _MEANINGS.items() if cara is not Cara.JUMLAH or adds_up]
    return f"{', '.join(others)}, atau {last}"


def _goal(
    indikator: Indikator, tahun: int, penetapan: Penetapan, loaded: Loaded
) -> tuple[Document, Path, IsiNilai | None]:
    """Return where the targets of the parts stand, and that of the year beside them."""
    agreed = indikator.target_pk(tahun)
    if agreed and (agreed.bagian or agreed.cara):
        named = indikator.perjanjian[tahun].id
        versi = indikator.perjanjian[tahun].perjanjian.versi
        last = max(i for i, each in enumerate(versi) if named in each.target)
        found = _agreement(indikator, tahun, loaded)
        if found:
            return found, ("versi", last, "target", named), agreed
    decree = loaded.documents[penetapan.lokasi.berkas]
    path = (*penetapan.lokasi.path, "target", str(tahun))
    return decree, path, penetapan.definisi.target.get(tahun)


def _agreement(indikator: Indikator, tahun: int, loaded: Loaded) -> Document | None:
    own = f"/{indikator.instansi_id}/perjanjian-kinerja/{tahun}.yaml"
    return next((each for file, each in loaded.documents.items() if file.endswith(own)), None)


def _year(indikator: Indikator, tahun: int, parts: YearParts, loaded: Loaded) -> Iterator[Problem]:
    penetapan = indikator.berlaku(tahun)
    if penetapan is None:
        return
    definisi, hasil = penetapan.definisi, indikator.hasil.get(tahun)
    decree, here, target = _goal(indikator, tahun, penetapan, loaded)
    notes = (*definisi.catatan, *(target.catatan if target else ()))
    goals = {part.nomor: part.target for part in parts.parts if part.target}
    if fall := _fall("Target", definisi, parts, goals):
        yield decree.warning((*here, parts.jenis.value, fall[0]), "kumulatif-turun", *fall[1:])
    said = _against_year(f"Target {tahun}", target, parts.target_of_year, parts)
    if said and not explained(_NOTED, *notes):
        yield decree.warning(here, "bagian-lawan-tahun", *said)
    if hasil is None or not parts.reported:
        return
    lokasi = indikator.lokasi_hasil[tahun]
    document = loaded.documents[lokasi.berkas]
    results = {part.nomor: part.realisasi for part in parts.reported if part.realisasi}
    place = (*lokasi.path, parts.jenis.value)
    if fall := _fall("Realisasi", definisi, parts, results):
        yield document.warning((*place, fall[0]), "kumulatif-turun", *fall[1:])
    yield from _without_source(definisi, tahun, parts, document, place)
    to_date = parts.to_date
    given = to_date.exact if to_date and to_date.complete else None
    said = _against_year(f"Realisasi {tahun}", hasil.realisasi, given, parts)
    if said and not explained(_NOTED, *hasil.catatan):
        yield document.warning((*lokasi.path, "realisasi"), "bagian-lawan-tahun", *said)


def _fall(
    what: str, definisi: DefinisiIndikator, parts: YearParts, values: Mapping[int, IsiNilai]
) -> tuple[str, str, str] | None:
    """Return the first part of a running total that is less than the one before it.

    That is its number, with message and hint.
    """
    if parts.cara is not Cara.KUMULATIF:
        return None
    name = _name(parts)
    alone = "tiap angka berdiri sendiri, tulis “cara: jumlah”; kalau " if _adds_up(definisi) else ""
    for (before, first), (nomor, second) in pairwise(values.items()):
        if first.nilai is not None and second.nilai is not None and second.nilai < first.nilai:
            return (
                str(nomor),
                f"{what} {name} {nomor} ({second.nilai}) lebih kecil daripada {name} {before} "
                f"({first.nilai}), padahal caranya kumulatif.",
                f"Periksa angkanya. Kalau {alone}angkanya dapat turun, tulis “cara: posisi”.",
            )
    return None


def _against_year(
    name: str, stated: IsiNilai | None, given: Decimal | None, parts: YearParts
) -> tuple[str, str] | None:
    """Return message and hint where the year's own figure is not what its parts give."""
    if stated is None or stated.nilai is None or given is None or parts.cara is None:
        return None
    if same_as_printed(stated.nilai, given):
        return None
    given_by = _TOGETHER[parts.cara].format(_name(parts))
    return (
        f"{name} ({stated.nilai}) tidak sama dengan {given_by} ({short_number(given)}).",
        "Periksa keduanya dan “cara”. Yang dipakai angka setahun, dan keduanya ditampilkan; kalau "
        f"memang berbeda, jelaskan {_name(parts)} itu di “catatan”.",
    )


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} dan {last}" if first else last


def _without_source(
    definisi: DefinisiIndikator, tahun: int, parts: YearParts, document: Document, path: Path
) -> Iterator[Problem]:
    lacking = [
        str(part.nomor)
        for part in parts.reported
        if part.hasil
        and part.hasil.sumber is None
        and not document.holds((*path, str(part.nomor), "sumber"))
    ]
    if lacking:
        name = _name(parts)
        yield document.warning(
            (*path, lacking[0]),
            "bagian-tanpa-sumber",
            f"Realisasi {name} {_listed(lacking)} tahun {tahun} {quoted(definisi.nama, 80)} "
            "tidak menyebut sumbernya.",
            f"Tulis {lacking[0]}: {{realisasi: …, sumber: {{judul: …, halaman: …}}}}",
        )
