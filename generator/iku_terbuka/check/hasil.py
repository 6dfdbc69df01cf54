"""Results: components fit the formula, a stated realisasi fits them, and none is overdue."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from iku_terbuka.capaian import days_late, realisasi_from_variabel
from iku_terbuka.capaian.published import same_as_printed
from iku_terbuka.check.rumus import is_hundredfold
from iku_terbuka.formula import Rumus, RumusError, list_names, parse_rumus, variabel_names
from iku_terbuka.load import Loaded
from iku_terbuka.model import Hasil, Indikator, Instansi, Pemda, Penetapan
from iku_terbuka.model.notation import short_number
from iku_terbuka.model.tahun import TahunAjaran, last_day
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# The code of the one problem that comes with time.
LATE = "hasil-terlambat"


def check_result(indikator: Indikator, tahun: int, loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with one result."""
    penetapan, hasil = indikator.berlaku(tahun), indikator.hasil[tahun]
    if penetapan is None:
        return
    lokasi = indikator.lokasi_hasil[tahun]
    document, path = loaded.documents[lokasi.berkas], lokasi.path
    if hasil.variabel:
        decree = loaded.documents[penetapan.lokasi.berkas]
        yield from _components(penetapan, decree, hasil, document, path)
    yield from _without_number(indikator, tahun, hasil, document, path)
    if hasil.has_number and hasil.sumber is None and not document.holds((*path, "sumber")):
        yield document.warning(
            path,
            "realisasi-tanpa-sumber",
            f"Realisasi {tahun} {quoted(indikator.nama, 80)} tidak menyebut sumbernya.",
            "Tambahkan “sumber: {judul: …, halaman: …}”.",
        )
    for i, other in enumerate(hasil.pembanding):
        here = (*path, "pembanding", i)
        if other.sumber is None and not document.holds((*here, "sumber")):
            yield document.warning(
                here,
                "pembanding-tanpa-sumber",
                f"Angka {tahun} {quoted(other.wilayah)} tidak menyebut sumbernya.",
                "Tambahkan “sumber: {judul: …, halaman: …}”.",
            )


def _without_number(
    indikator: Indikator, tahun: int, hasil: Hasil, document: Document, path: Path
) -> Iterator[Problem]:
    """Yield a grade where the target is a number, and a source or analysis without a number."""
    value, target = hasil.realisasi, indikator.target(tahun)
    if value and target and value.nilai is None and value.predikat and not target.predikat:
        shown = target.nilai if target.nilai is not None else f"{target.bawah}–{target.atas}"
        yield document.warning(
            (*path, "realisasi"),
            "predikat-tanpa-nilai",
            f"Realisasi hanya berupa predikat {quoted(value.predikat)}, padahal targetnya angka "
            f"({shown}).",
            f"Tambahkan angkanya: {{nilai: …, predikat: {value.predikat}}}. Tanpa angka, capaian "
            "tidak dihitung.",
        )
    here = (*path, "realisasi")
    filled = [key for key in ("sumber", "analisis") if getattr(hasil, key) is not None]
    if here in document.empty and filled and not (hasil.variabel or hasil.keadaan):
        yield document.warning(
            here,
            "realisasi-kosong",
            f"“realisasi” kosong, padahal “{'” dan “'.join(filled)}” diisi.",
            "Isi realisasinya. Kalau belum ada, biarkan: situs menyebutnya belum dilaporkan.",
        )


def _components(
    penetapan: Penetapan, decree: Document, hasil: Hasil, document: Document, path: Path
) -> Iterator[Problem]:
    """Components must fit the formula, and a stated realisasi must be what they give."""
    formula = penetapan.definisi.formula
    if formula is None or formula.rumus is None:
        written = ("formula", "rumus") if formula else ("formula",)
        if decree.holds((*penetapan.lokasi.path, *written)):
            return  # said at the formula itself
        yield document.problem(
            (*path, "variabel"),
            "komponen-tanpa-rumus",
            "Ada komponen, tetapi rumus indikator ini belum terstruktur.",
            "Tulis “rumus” dan “variabel” di iku.yaml, atau isi “realisasi” saja.",
            key=True,
        )
        return
    try:
        rumus = parse_rumus(formula.rumus)
    except RumusError:
        return  # said at the formula itself
    yield from _names(rumus, hasil, document, path)
    computed = realisasi_from_variabel(penetapan.definisi, hasil)
    complete = set(variabel_names(rumus)) <= set(hasil.variabel)
    if (
        complete
        and isinstance(computed, str)
        and any(0 in numbers for numbers in hasil.variabel.values())
    ):
        yield document.warning(
            (*path, "variabel"),
            "komponen-nol",
            f"Realisasi tidak dapat dihitung dari komponennya: {computed}.",
            "Periksa komponen yang berisi 0. Kalau memang begitu, ganti “variabel” dengan "
            "“keadaan: tidak_berlaku”.",
        )
    stated = hasil.realisasi.nilai if hasil.realisasi else None
    if stated is None or not isinstance(computed, Decimal) or same_as_printed(stated, computed):
        return
    if is_hundredfold(penetapan.definisi, stated, computed):
        return  # said at the formula itself
    yield document.problem(
        (*path, "realisasi"),
        "realisasi-lawan-komponen",
        f"Realisasi {stated} tidak sama dengan hitungan dari komponennya, "
        f"{short_number(computed)}.",
        "Perbaiki salah satu. Kalau angka itu diterbitkan pihak lain, pindahkan ke "
        "“diterbitkan: {realisasi: …}”.",
    )


def _names(rumus: Rumus, hasil: Hasil, document: Document, path: Path) -> Iterator[Problem]:
    """Yield components that the formula lacks, does not know, or takes one at a time."""
    lists = list_names(rumus)
    for name in sorted(set(hasil.variabel) - set(variabel_names(rumus))):
        yield document.problem(
            (*path, "variabel", name),
            "komponen-tidak-dikenal",
            f"Komponen “{name}” tidak ada dalam rumus.",
            f"Yang dikenal: {', '.join(variabel_names(rumus))}.",
            key=True,
        )
    for name, values in hasil.variabel.items():
        if len(values) > 1 and name not in lists:
            yield document.problem(
                (*path, "variabel", name),
                "komponen-bukan-daftar",
                f"Komponen “{name}” harus satu angka.",
                "Tulis satu angka; daftar hanya untuk sum(…) dan mean(…).",
            )
    unread = document.keys((*path, "variabel")) - set(hasil.variabel)
    for name in variabel_names(rumus) if not unread else ():
        if name not in hasil.variabel:
            problem = document.problem(
                (*path, "variabel"),
                "komponen-kurang",
                f"Komponen “{name}” belum diisi.",
                f"Tambahkan “{name}: …”.",
                key=True,
            )
            yield replace(problem, path=(*path, "variabel", name))


def overdue_results(pemda: Pemda, loaded: Loaded, acuan: date) -> Iterator[Problem]:
    """Yield, for each instansi and year with a target, how many results are overdue on ``acuan``.

    Only a Pemda that publishes here itself can be late; a copy of its documents cannot. A unit
    below a perangkat daerah follows its parent.
    """
    if not pemda.profil.resmi:
        return
    for instansi in pemda.instansi.descendants():
        for tahun in instansi.tahun:
            for year in (tahun, TahunAjaran(tahun)):
                late = days_late(instansi, year, acuan)
                if late:
                    yield from _overdue(instansi, year, late, loaded)


def _overdue(instansi: Instansi, tahun: int, late: int, loaded: Loaded) -> Iterator[Problem]:
    promised = [
        indikator
        for indikator in instansi.indikator
        if indikator.is_promised(tahun)
        and last_day(indikator.year(tahun)) == last_day(tahun)
        and tahun not in indikator.read_from
        and indikator.pengganti(tahun) is None
    ]
    missing = [indikator for indikator in promised if not indikator.is_reported(tahun)]
    penetapan = missing[0].berlaku(tahun) if missing else None
    if penetapan is None:
        return
    limit = "dua" if "/" in instansi.id else "tiga"
    yield loaded.documents[penetapan.lokasi.berkas].warning(
        (*penetapan.lokasi.path, "target", f"{tahun:d}"),
        LATE,
        f"Hasil {tahun}: {len(missing)} dari {len(promised)} indikator belum dilaporkan, "
        f"terlambat {late} hari.",
        f"Isi capaian/{tahun:d}.yaml. Laporan kinerja disampaikan paling lambat {limit} bulan "
        "sesudah tahun berakhir (Perpres 29/2014, dikutip dari sumber sekunder).",
    )
