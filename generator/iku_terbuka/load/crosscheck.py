"""What one file alone cannot know: ids, folders, periods and results that must fit together."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from iku_terbuka.load.default_skala import default_skala_ids
from iku_terbuka.load.files import DataFiles, InstansiFiles, ValidFile, dated_decrees, named_year
from iku_terbuka.load.names import name_problem
from iku_terbuka.load.references import check_references, listed
from iku_terbuka.load.salvage import WITHOUT_ID
from iku_terbuka.load.validate import misplaced_key
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.hasil import CapaianTahunan, Hasil
from iku_terbuka.model.iku import Iku
from iku_terbuka.model.pemda import ProfilPemda
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja
from iku_terbuka.model.skala import JenisSkala, Skala
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# Unknown ids of an instansi for which a similar known id is looked for. An organisation that got
# new ids has hundreds in every year, and each search compares with every known id.
MAX_SEARCHED = 20

SkalaFiles: TypeAlias = Mapping[str, ValidFile[Skala] | None]
# The indicators of a file, each with the keys that lead to it.
Rows: TypeAlias = Sequence[tuple[Path, DefinisiIndikator]]


def crosscheck(data: DataFiles) -> Iterator[Problem]:
    """Yield what does not fit together."""
    yield from _check_kode_wilayah(data)
    for pemda in data.pemda:
        if pemda.profil:
            yield from _check_skala_capaian(pemda.profil, data.skala)
        yield from _check_instansi(pemda, data.skala)
        yield from check_references(pemda)


def _check_kode_wilayah(data: DataFiles) -> Iterator[Problem]:
    first: dict[str, Document] = {}
    for pemda in data.pemda:
        if pemda.profil is None or pemda.profil.content.kode_wilayah is None:
            continue
        kode, document = pemda.profil.content.kode_wilayah, pemda.profil.document
        if kode in first:
            yield document.problem(
                ("kode_wilayah",),
                "kode-wilayah-ganda",
                f"Kode wilayah “{kode}” sudah dipakai di {first[kode].file}.",
                "Tulis kode wilayah daerah ini sendiri, seperti dalam daftar Kemendagri.",
            )
        first.setdefault(kode, document)


def _check_instansi(instansi: InstansiFiles, skala: SkalaFiles) -> Iterator[Problem]:
    for file in instansi.iku:
        rows = list(_definitions(file))
        yield from _check_ids(file.document, rows, instansi)
        yield from _check_targets(file)
        yield from _check_skala_indikator(file.document, rows, skala)
    yield from _check_periods(instansi)
    ids = {file.document.file: _ids(file.content) for file in instansi.iku}
    searches = iter(range(MAX_SEARCHED))
    for agreement in instansi.perjanjian_kinerja:
        rows = list(_own_definisi(agreement.content))
        yield from _check_ids(agreement.document, rows, instansi)
        yield from _check_skala_indikator(agreement.document, rows, skala)
        yield from _check_agreement(agreement, instansi, ids, searches)
    for results in instansi.capaian:
        yield from _check_results(results, instansi, ids, searches)
    for anak in instansi.anak:
        yield from _check_instansi(anak, skala)


@dataclass(frozen=True)
class _Ids:
    """The ids of a decree; ``unread``: one of its indicators has an id that could not be read."""

    known: frozenset[str]
    unread: bool


def _ids(iku: Iku) -> _Ids:
    known = frozenset(row.definisi.id for row in iku.rows)
    return _Ids(known, any(known_id.startswith(WITHOUT_ID) for known_id in known))


def _check_skala_capaian(profil: ValidFile[ProfilPemda], skala: SkalaFiles) -> Iterator[Problem]:
    chosen = profil.content.skala_capaian
    if chosen is not None:
        here: Path = ("skala_capaian",)
        yield from _check_skala(profil.document, here, chosen, skala, JenisSkala.CAPAIAN)


def _check_skala_indikator(document: Document, rows: Rows, skala: SkalaFiles) -> Iterator[Problem]:
    for path, definisi in rows:
        if definisi.skala is not None:
            here = (*path, "skala")
            yield from _check_skala(document, here, definisi.skala, skala, JenisSkala.NILAI)


def _check_skala(
    document: Document,
    path: Path,
    chosen: str,
    skala: SkalaFiles,
    jenis: JenisSkala,
) -> Iterator[Problem]:
    found = skala.get(chosen)
    if chosen not in skala:
        own = listed(sorted(skala.keys() - default_skala_ids()))
        yield document.problem(
            path,
            "skala-tidak-dikenal",
            f"Skala “{chosen}” tidak ada di indicators/skala/.",
            f"Yang ada: {own or 'belum ada'}. Skala bawaan: {listed(list(default_skala_ids()))}.",
        )
    elif found and found.content.jenis is not jenis:
        yield document.problem(
            path,
            "skala-lain-jenis",
            f"Skala “{chosen}” berjenis “{found.content.jenis}”; di sini perlu “{jenis}”.",
            "Pilih skala lain.",
        )


def _definitions(file: ValidFile[Iku]) -> Iterator[tuple[Path, DefinisiIndikator]]:
    return ((row.path, row.definisi) for row in file.content.rows)


def _own_definisi(
    agreement: PerjanjianKinerja,
) -> Iterator[tuple[Path, DefinisiIndikator]]:
    for i, definisi in enumerate(agreement.indikator):
        yield ("indikator", i), definisi


def _check_ids(document: Document, rows: Rows, instansi: InstansiFiles) -> Iterator[Problem]:
    folders = {anak.folder.id.rsplit("/", 1)[-1] for anak in instansi.anak}
    first: dict[str, Path] = {}
    for path, definisi in rows:
        here = (*path, "id")
        if definisi.id in first:
            yield document.problem(
                here,
                "id-ganda",
                f"Id “{definisi.id}” sudah dipakai pada baris "
                f"{document.mark(first[definisi.id]).line}.",
                "Beri id lain; id tidak boleh sama dalam satu instansi.",
            )
        first.setdefault(definisi.id, here)
        if definisi.id in folders:
            yield document.problem(
                here,
                "id-sama-dengan-folder",
                f"Id “{definisi.id}” sama dengan nama folder di instansi ini.",
                "Beri id lain; keduanya akan menjadi alamat halaman yang sama.",
            )
        problem = name_problem(definisi.id)
        if problem:
            yield document.problem(here, *problem)


def _check_targets(file: ValidFile[Iku]) -> Iterator[Problem]:
    """Refuse targets outside of the years in the title, but for the one after it.

    Plans of 2025–2029 print targets up to 2030, which the title does not name.
    """
    document, periode = file.document, file.content.periode
    if periode is None:
        return
    for path, definisi in _definitions(file):
        for tahun in definisi.target:
            if not periode.awal <= tahun <= periode.akhir + 1:
                yield document.problem(
                    (*path, "target", str(tahun)),
                    "target-di-luar-periode",
                    f"Target {tahun} di luar periode {periode.awal}–{periode.akhir}.",
                    "Periksa tahunnya, atau perbaiki “periode” di awal berkas. Sesudah periode "
                    f"boleh satu tahun lagi, yaitu {periode.akhir + 1}.",
                    key=True,
                )


def _check_periods(instansi: InstansiFiles) -> Iterator[Problem]:
    """Refuse a decree that is named for a year outside of its own title."""
    for file in instansi.iku:
        periode, sejak = file.content.periode, named_year(file)
        if periode is None or sejak is None or periode.awal <= sejak <= periode.akhir + 1:
            continue
        yield file.document.problem(
            ("periode",),
            "nama-berkas-bukan-periode",
            f"Nama berkas {file.stem}.yaml di luar periodenya, {periode.awal}–{periode.akhir}.",
            "Namai berkas menurut tahun sejak keputusan ini berlaku, misalnya "
            f"iku/{periode.awal}.yaml.",
        )


def _in_force(instansi: InstansiFiles, tahun: int) -> list[ValidFile[Iku]]:
    """Return the decrees that govern in ``tahun``; a title may end a year before its targets."""
    return [
        file
        for file, sejak in dated_decrees(instansi.iku)
        if (sejak is None or sejak <= tahun)
        and (file.content.periode is None or tahun <= file.content.periode.akhir + 1)
    ]


@dataclass(frozen=True)
class _InForce:
    """What may be named in a year: the ids of its decrees, and of its agreement.

    ``files`` are named in messages; ``unread``: one of the indicators has an id that could not be
    read, so it may be meant.
    """

    decrees: Sequence[_Ids]
    own: frozenset[str]
    files: str
    unread: bool

    @property
    def decreed(self) -> frozenset[str]:
        return frozenset[str]().union(*(each.known for each in self.decrees))


def _in_force_ids(instansi: InstansiFiles, ids: Mapping[str, _Ids], tahun: int) -> _InForce:
    decrees = _in_force(instansi, tahun)
    agreements = [each for each in instansi.perjanjian_kinerja if each.content.tahun == tahun]
    names = [each.document.file for each in decrees]
    own = frozenset(row.id for each in agreements for row in each.content.indikator)
    names += [each.document.file for each in agreements if each.content.indikator]
    found = [ids[each.document.file] for each in decrees]
    unread = len(instansi.perjanjian_kinerja) < len(instansi.folder.of("perjanjian-kinerja"))
    return _InForce(
        found,
        own,
        " atau ".join(name.removeprefix(f"{instansi.folder.shown}/") for name in names),
        unread
        or any(each.unread for each in found)
        or any(known_id.startswith(WITHOUT_ID) for known_id in own),
    )


def _check_agreement(
    file: ValidFile[PerjanjianKinerja],
    instansi: InstansiFiles,
    ids: Mapping[str, _Ids],
    searches: Iterator[int],
) -> Iterator[Problem]:
    """Check that the targets of an agreement are those of indicators that exist."""
    document, tahun = file.document, file.content.tahun
    if len(instansi.iku) < len(instansi.folder.of("iku")):
        return  # a decree could not be read; what follows would only repeat that
    in_force = _in_force_ids(instansi, ids, tahun)
    decreed = in_force.decreed
    for path, definisi in _own_definisi(file.content):
        if definisi.id in decreed:
            yield document.problem(
                (*path, "id"),
                "indikator-sudah-ditetapkan",
                f"Indikator “{definisi.id}” sudah ada dalam keputusan yang berlaku pada {tahun}.",
                "Hapus dari “indikator”; targetnya cukup ditulis di “target”.",
            )
    for i, versi in enumerate(file.content.versi):
        for indikator_id in versi.target:
            if not in_force.unread and indikator_id not in decreed | in_force.own:
                here: Path = ("versi", i, "target", indikator_id)
                yield _unknown_indikator(document, here, tahun, in_force, searches)


def _unknown_indikator(
    document: Document,
    here: Path,
    tahun: int,
    in_force: _InForce,
    searches: Iterator[int],
) -> Problem:
    indikator_id, files = str(here[-1]), in_force.files
    own = here[0] == "versi"
    more = " Indikator yang hanya ada dalam perjanjian ditulis di “indikator”." if own else ""
    close: list[str] = []
    if next(searches, None) is not None:
        every = in_force.decreed | in_force.own
        close = difflib.get_close_matches(indikator_id, every, n=1, cutoff=0.6)
    return document.problem(
        here,
        "indikator-tidak-dikenal",
        f"Indikator “{indikator_id}” tidak ada dalam keputusan yang berlaku pada {tahun}.",
        (f"Maksudnya “{close[0]}”?" if close else f"Pakai id yang ada di {files}.")
        + f" Kalau id di {files} baru diganti, kembalikan: id tidak pernah berubah.{more}",
        key=True,
    )


def _check_results(
    file: ValidFile[CapaianTahunan],
    instansi: InstansiFiles,
    ids: Mapping[str, _Ids],
    searches: Iterator[int],
) -> Iterator[Problem]:
    """Check one year; ``ids`` are those of each decree, ``searches`` what is left to look for."""
    document, tahun = file.document, file.content.tahun
    if len(instansi.iku) < len(instansi.folder.of("iku")):
        return  # a decree could not be read; what follows would only repeat that
    in_force = _in_force_ids(instansi, ids, tahun)
    if not in_force.files:
        yield document.problem(
            ("tahun",),
            "tahun-tanpa-keputusan",
            f"Tahun {tahun} tidak masuk periode keputusan mana pun di instansi ini.",
            "Periksa tahunnya, atau tambahkan keputusan yang berlaku tahun itu.",
        )
        return
    known = in_force.decreed | in_force.own
    for indikator_id in _result_ids(file):
        if in_force.unread or indikator_id in known:
            continue
        here: Path = ("capaian", indikator_id)
        outside = misplaced_key(document, here, CapaianTahunan)
        if outside:
            # Unknown keys below it have been reported as this misplaced key already.
            if Hasil.model_fields.keys() >= set(document.keys(here)):
                yield outside
            continue
        yield _unknown_indikator(document, here, tahun, in_force, searches)


def _result_ids(file: ValidFile[CapaianTahunan]) -> list[str]:
    """Return the ids that a year names, those without a value included."""
    found = (path for path in file.document.empty if path[0] == "capaian" and len(path) == 2)
    return sorted({*file.content.capaian, *(str(path[1]) for path in found)})
