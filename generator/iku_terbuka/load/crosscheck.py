"""What one file alone cannot know: ids, folders, periods and results that must fit together."""

import difflib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

from iku_terbuka.load.files import DataFiles, InstansiFiles, ValidFile
from iku_terbuka.load.names import name_problem
from iku_terbuka.load.salvage import WITHOUT_ID
from iku_terbuka.load.validate import misplaced_key
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.hasil import CapaianTahunan, Hasil
from iku_terbuka.model.iku import Iku
from iku_terbuka.model.pemda import ProfilPemda
from iku_terbuka.model.skala import JenisSkala, Skala
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# For so many unknown ids of a year a similar one is looked for among all that are known: to do it
# for hundreds, of an organisation that got new ids, would take as many times as long.
MAX_DICARI = 20

BerkasSkala: TypeAlias = Mapping[str, ValidFile[Skala] | None]


def crosscheck(bacaan: DataFiles) -> Iterator[Problem]:
    """Yield what does not fit together."""
    yield from _kode_wilayah(bacaan)
    for pemda in bacaan.pemda:
        if pemda.profil:
            yield from _skala_capaian(pemda.profil, bacaan.skala)
        yield from _instansi(pemda, bacaan.skala)


def _kode_wilayah(bacaan: DataFiles) -> Iterator[Problem]:
    first: dict[str, Document] = {}
    for pemda in bacaan.pemda:
        if pemda.profil is None or pemda.profil.isi.kode_wilayah is None:
            continue
        kode, document = pemda.profil.isi.kode_wilayah, pemda.profil.document
        if kode in first:
            yield document.problem(
                ("kode_wilayah",),
                "kode-wilayah-ganda",
                f"Kode wilayah “{kode}” sudah dipakai di {first[kode].file}.",
                "Tulis kode wilayah daerah ini sendiri, seperti dalam daftar Kemendagri.",
            )
        first.setdefault(kode, document)


def _instansi(instansi: InstansiFiles, skala: BerkasSkala) -> Iterator[Problem]:
    for berkas in instansi.iku:
        yield from _ids(berkas, instansi)
        yield from _indikator(berkas)
        yield from _skala_indikator(berkas, skala)
    yield from _periods(instansi)
    for hasil in instansi.capaian:
        yield from _results(hasil, instansi)
    for anak in instansi.anak:
        yield from _instansi(anak, skala)


def _skala_capaian(profil: ValidFile[ProfilPemda], skala: BerkasSkala) -> Iterator[Problem]:
    chosen = profil.isi.skala_capaian
    if chosen is not None:
        here: Path = ("skala_capaian",)
        yield from _kenal_skala(profil.document, here, chosen, skala, JenisSkala.CAPAIAN)


def _skala_indikator(berkas: ValidFile[Iku], skala: BerkasSkala) -> Iterator[Problem]:
    for path, definisi in _definisi(berkas.isi):
        if definisi.skala is not None:
            here = (*path, "skala")
            yield from _kenal_skala(berkas.document, here, definisi.skala, skala, JenisSkala.NILAI)


def _kenal_skala(
    document: Document,
    path: Path,
    chosen: str,
    skala: BerkasSkala,
    jenis: JenisSkala,
) -> Iterator[Problem]:
    found = skala.get(chosen)
    if chosen not in skala:
        known = ", ".join(sorted(skala)) or "belum ada"
        yield document.problem(
            path,
            "skala-tidak-dikenal",
            f"Skala “{chosen}” tidak ada di indicators/skala/.",
            f"Yang ada: {known}.",
        )
    elif found and found.isi.jenis is not jenis:
        yield document.problem(
            path,
            "skala-lain-jenis",
            f"Skala “{chosen}” berjenis “{found.isi.jenis}”; di sini perlu “{jenis}”.",
            "Pilih skala lain.",
        )


def _definisi(iku: Iku) -> Iterator[tuple[Path, DefinisiIndikator]]:
    for i, sasaran in enumerate(iku.sasaran):
        for j, definisi in enumerate(sasaran.indikator):
            yield ("sasaran", i, "indikator", j), definisi


def _ids(berkas: ValidFile[Iku], instansi: InstansiFiles) -> Iterator[Problem]:
    document = berkas.document
    folders = {anak.folder.id.rsplit("/", 1)[-1] for anak in instansi.anak}
    first: dict[str, Path] = {}
    for path, definisi in _definisi(berkas.isi):
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


def _indikator(berkas: ValidFile[Iku]) -> Iterator[Problem]:
    document, periode = berkas.document, berkas.isi.periode
    for path, definisi in _definisi(berkas.isi):
        for tahun in definisi.target if periode else ():
            if periode and tahun not in periode:
                yield document.problem(
                    (*path, "target", str(tahun)),
                    "target-di-luar-periode",
                    f"Target {tahun} di luar periode {periode.awal}–{periode.akhir}.",
                    "Periksa tahunnya, atau perbaiki “periode” di awal berkas.",
                    key=True,
                )


def _periods(instansi: InstansiFiles) -> Iterator[Problem]:
    for berkas in instansi.iku:
        periode = berkas.isi.periode
        unread = periode is None and berkas.document.holds(("periode",))
        if unread or berkas.stem == "iku":
            continue
        if periode is None or str(periode.awal) != berkas.stem:
            yield berkas.document.problem(
                ("periode",),
                "nama-berkas-bukan-periode",
                f"Nama berkas {berkas.stem}.yaml tidak sama dengan tahun pertama periodenya.",
                "Tulis “periode: {awal: …, akhir: …}” dan namai berkas menurut tahun “awal”.",
            )
    dated = [berkas for berkas in instansi.iku if berkas.isi.periode]
    dated.sort(key=lambda berkas: berkas.isi.periode.awal if berkas.isi.periode else 0)
    for earlier, later in pairwise(dated):
        before, after = earlier.isi.periode, later.isi.periode
        if before and after and after.awal <= before.akhir:
            yield later.document.problem(
                ("periode",),
                "periode-tumpang-tindih",
                f"Periode {after.awal}–{after.akhir} bertumpang tindih dengan "
                f"{before.awal}–{before.akhir} di {earlier.document.file}.",
                "Akhiri periode yang lama sebelum yang baru mulai.",
            )


def _results(berkas: ValidFile[CapaianTahunan], instansi: InstansiFiles) -> Iterator[Problem]:
    document, tahun = berkas.document, berkas.isi.tahun
    if berkas.stem != str(tahun):
        yield document.problem(
            ("tahun",),
            "tahun-bukan-nama-berkas",
            f"“tahun: {tahun}” tidak sama dengan nama berkas {berkas.stem}.yaml.",
            "Perbaiki salah satunya, sehingga keduanya sama.",
        )
    if len(instansi.iku) < len(instansi.folder.iku):
        return  # a decree could not be read; what follows would only repeat that
    in_force = [
        satu for satu in instansi.iku if satu.isi.periode is None or tahun in satu.isi.periode
    ]
    if not in_force:
        yield document.problem(
            ("tahun",),
            "tahun-tanpa-keputusan",
            f"Tahun {tahun} tidak masuk periode keputusan mana pun di instansi ini.",
            "Periksa tahunnya, atau tambahkan keputusan yang berlaku tahun itu.",
        )
        return
    known = {definisi.id for satu in in_force for _, definisi in _definisi(satu.isi)}
    decrees = " atau ".join(
        satu.document.file.removeprefix(f"{instansi.folder.shown}/") for satu in in_force
    )
    # Perhaps meant is the indicator whose id could not be read.
    unread = any(satu.startswith(WITHOUT_ID) for satu in known)
    unknown = 0
    for indikator_id in _ids_hasil(berkas):
        if indikator_id in known or unread:
            continue
        here: Path = ("capaian", indikator_id)
        outside = misplaced_key(document, here, CapaianTahunan)
        if outside:
            # Keys below it that no result has were told as this one already.
            if Hasil.model_fields.keys() >= set(document.keys(here)):
                yield outside
            continue
        unknown += 1
        close = (
            difflib.get_close_matches(indikator_id, known, n=1, cutoff=0.6)
            if unknown <= MAX_DICARI
            else []
        )
        yield document.problem(
            here,
            "indikator-tidak-dikenal",
            f"Indikator “{indikator_id}” tidak ada dalam keputusan yang berlaku pada {tahun}.",
            (f"Maksudnya “{close[0]}”?" if close else f"Pakai id yang ada di {decrees}.")
            + f" Kalau id di {decrees} baru diganti, kembalikan: id tidak pernah berubah.",
            key=True,
        )


def _ids_hasil(berkas: ValidFile[CapaianTahunan]) -> list[str]:
    """Return the ids that a year names, those without a value included."""
    found = (path for path in berkas.document.kosong if path[0] == "capaian" and len(path) == 2)
    return sorted({*berkas.isi.capaian, *(str(path[1]) for path in found)})
