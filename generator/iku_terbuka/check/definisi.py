"""What a definition leaves open: unit, structured formula, owner, date of the decree."""

import re
from collections.abc import Iterator, Sequence

from iku_terbuka.capaian import effective_arah
from iku_terbuka.check.notes import explained
from iku_terbuka.load import Loaded
from iku_terbuka.load.salvage import WITHOUT_ID
from iku_terbuka.model import Indikator, Instansi, Penetapan
from iku_terbuka.model.keputusan import IkuFile
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document
from iku_terbuka.source.problems import Problem

# From so many in one file on, one warning lists all lines.
_MANY = 3
_MAX_LINES = 12
_PERSENTASE = re.compile(r"(persentase|prosentase|presentase)\b", re.IGNORECASE)
_PERSEN = re.compile(r"pers?entase|prosentase|presentase|persen|%", re.IGNORECASE)
_JUMLAH = re.compile(r"jumlah\b", re.IGNORECASE)
_IKU = re.compile(r"indikator kinerja|\biku\b", re.IGNORECASE)


def check_definitions(instansi: Instansi, loaded: Loaded) -> Iterator[Problem]:
    """Yield what the decrees of one instansi leave open, each thing once for each indikator."""
    for berkas in instansi.iku:
        yield from _undated(berkas, loaded.documents[berkas.lokasi.berkas])
    complete = [
        indikator for indikator in instansi.indikator if not indikator.id.startswith(WITHOUT_ID)
    ]
    for indikator in complete:
        yield from _satuan_against_nama(indikator, loaded)
    satuan = [found for indikator in complete if (found := _lacks_satuan(indikator, loaded))]
    yield from _each_or_once(
        satuan,
        loaded,
        "satuan-kosong",
        ("{} memuat angka, tetapi tidak punya “satuan”.", "memuat angka tanpa “satuan”"),
        "Tambahkan “satuan: …”. Kalau dokumen tidak mencetak satuan, sebutkan itu di “catatan”.",
    )
    # Whom to ask, and how to compute: only what is still in force.
    newest = instansi.iku[-1].lokasi.berkas if instansi.iku else ""
    in_force = [
        indikator.terbaru for indikator in complete if indikator.terbaru.lokasi.berkas == newest
    ]
    yield from _each_or_once(
        [penetapan for penetapan in in_force if _lacks_rumus(penetapan, loaded)],
        loaded,
        "rumus-belum-terstruktur",
        ("Formula {} belum punya “rumus” terstruktur.", "punya formula tanpa “rumus” terstruktur"),
        "Tambahkan “rumus” dan “variabel”. Kalau formula itu tidak dapat dihitung, jelaskan di "
        "“catatan” formula.",
    )
    yield from _each_or_once(
        [penetapan for penetapan in in_force if _lacks_penanggung_jawab(penetapan, loaded)],
        loaded,
        "tanpa-penanggung-jawab",
        ("{} tidak punya “penanggung_jawab”.", "tidak punya “penanggung_jawab”"),
        "Tambahkan “penanggung_jawab: …” berisi satuan kerja atau jabatan. Kalau dokumen tidak "
        "mencetak penanggung jawab, sebutkan itu di “catatan”.",
    )
    undirected = [penetapan for penetapan in in_force if _lacks_arah(penetapan, loaded)]
    if undirected:
        undirected.sort(key=lambda penetapan: penetapan.lokasi.baris)
        yield _together(
            undirected,
            loaded.documents[newest],
            "tanpa-arah",
            "tidak dapat dinilai karena “arah” belum ditetapkan",
            "Tambahkan “arah: naik” kalau makin tinggi makin baik, atau “arah: turun” kalau makin "
            "rendah makin baik. Kalau arah tidak tercetak, sebutkan juga di “disimpulkan”; kalau "
            "tidak dapat ditetapkan, jelaskan “arah” di “catatan”.",
        )


def _each_or_once(
    found: Sequence[Penetapan], loaded: Loaded, code: str, words: tuple[str, str], hint: str
) -> Iterator[Problem]:
    """Yield a warning for each, or one for a file where many lack the same thing."""
    for file in sorted({penetapan.lokasi.berkas for penetapan in found}):
        here = [penetapan for penetapan in found if penetapan.lokasi.berkas == file]
        here.sort(key=lambda penetapan: penetapan.lokasi.baris)
        document = loaded.documents[file]
        if len(here) >= _MANY:
            yield _together(here, document, code, words[1], hint)
            continue
        for penetapan in here:
            message = words[0].format(quoted(penetapan.definisi.nama, 80))
            yield document.warning(penetapan.lokasi.path, code, message, hint)


def _together(
    here: Sequence[Penetapan], document: Document, code: str, words: str, hint: str
) -> Problem:
    """Return one warning about several indicators of one file, with their lines."""
    total = sum(1 for _ in here[0].iku.rows)
    lines = ", ".join(str(penetapan.lokasi.baris) for penetapan in here[:_MAX_LINES])
    more = f", dan {len(here) - _MAX_LINES} lagi" if len(here) > _MAX_LINES else ""
    message = f"{len(here)} dari {total} indikator {words}: baris {lines}{more}."
    return document.warning(here[0].lokasi.path, code, message, hint)


def _notes(penetapan: Penetapan) -> tuple[str, ...]:
    """Return every note that may explain something about a definition."""
    formula = penetapan.definisi.formula.catatan if penetapan.definisi.formula else ()
    above = (*penetapan.parent.catatan, *penetapan.iku.catatan)
    dokumen = penetapan.iku.dokumen.catatan if penetapan.iku.dokumen else ()
    return (*penetapan.definisi.catatan, *formula, *above, *dokumen)


def _lacks_satuan(indikator: Indikator, loaded: Loaded) -> Penetapan | None:
    """Return the newest decree that has numbers for ``indikator`` but no unit."""
    for penetapan in reversed(indikator.penetapan):
        definisi, lokasi = penetapan.definisi, penetapan.lokasi
        if definisi.satuan or loaded.documents[lokasi.berkas].holds((*lokasi.path, "satuan")):
            continue
        results = [
            hasil
            for tahun, hasil in indikator.hasil.items()
            if indikator.berlaku(tahun) is penetapan
        ]
        values = [*definisi.target.values(), definisi.kondisi_awal, definisi.target_akhir]
        values += [hasil.realisasi for hasil in results]
        numbers = any(_has_number(nilai) for nilai in values) or any(h.variabel for h in results)
        if numbers and not explained("satuan", *_notes(penetapan)):
            return penetapan
    return None


def _has_number(value: IsiNilai | None) -> bool:
    return value is not None and value.has_number


def _satuan_against_nama(indikator: Indikator, loaded: Loaded) -> Iterator[Problem]:
    """Yield the newest contradiction between name and unit, where it is certain."""
    for penetapan in reversed(indikator.penetapan):
        nama, satuan = penetapan.definisi.nama, penetapan.definisi.satuan
        if satuan is None or explained("satuan", *penetapan.definisi.catatan):
            continue
        if _PERSENTASE.match(nama) and not _PERSEN.search(satuan):
            said = (
                f"Nama {quoted(nama, 80)} menyebut persentase, tetapi satuannya {quoted(satuan)}."
            )
            hint = "Tulis “satuan: persen”"
        elif _JUMLAH.match(nama) and not _PERSEN.search(nama) and in_percent(satuan):
            said = f"Nama {quoted(nama, 80)} menyebut jumlah, tetapi satuannya {quoted(satuan)}."
            hint = "Tulis satuan benda yang dihitung, misalnya “satuan: kegiatan”"
        else:
            continue
        yield loaded.documents[penetapan.lokasi.berkas].warning(
            (*penetapan.lokasi.path, "satuan"),
            "satuan-lawan-nama",
            said,
            f"{hint}; kalau dokumen memang begitu, jelaskan “satuan” itu di “catatan”.",
        )
        return


def _lacks_rumus(penetapan: Penetapan, loaded: Loaded) -> bool:
    formula, lokasi = penetapan.definisi.formula, penetapan.lokasi
    here = (*lokasi.path, "formula", "rumus")
    return (
        formula is not None
        and formula.rumus is None
        and not formula.variabel
        and not formula.catatan
        and not explained("rumus", *penetapan.definisi.catatan)
        and not loaded.documents[lokasi.berkas].holds(here)
    )


def _lacks_penanggung_jawab(penetapan: Penetapan, loaded: Loaded) -> bool:
    here = (*penetapan.lokasi.path, "penanggung_jawab")
    return (
        not penetapan.definisi.penanggung_jawab
        and not explained("penanggung jawab", *_notes(penetapan))
        and not loaded.documents[penetapan.lokasi.berkas].holds(here)
    )


def _lacks_arah(penetapan: Penetapan, loaded: Loaded) -> bool:
    """Tell whether targets are numbers and nothing says whether more or less is better."""
    definisi, lokasi = penetapan.definisi, penetapan.lokasi
    document = loaded.documents[lokasi.berkas]
    return (
        any(value.has_number for value in definisi.target.values())
        and effective_arah(definisi) is None
        and not any(document.holds((*lokasi.path, key)) for key in ("arah", "rumus_capaian"))
        and not explained("arah", *_notes(penetapan))
    )


def _undated(berkas: IkuFile, document: Document) -> Iterator[Problem]:
    """Yield the decree of these IKU when it has no date; other legal bases may go without."""
    for i, dasar in enumerate(berkas.iku.dasar_hukum):
        here = ("dasar_hukum", i)
        if dasar.tanggal or document.holds((*here, "tanggal")):
            continue
        if not dasar.jenis.lower().startswith("keputusan") or not (
            dasar.tentang is None or _IKU.search(dasar.tentang)
        ):
            continue
        if not explained("tanggal", *dasar.catatan, *berkas.iku.catatan):
            yield document.warning(
                here,
                "dasar-hukum-tanpa-tanggal",
                f"{quoted(dasar.jenis, 80)} tidak bertanggal.",
                "Tambahkan “tanggal: 2021-12-31”, atau “2021-12” kalau harinya tidak tercetak. "
                "Kalau dokumen tidak bertanggal, sebutkan itu di “catatan”.",
            )
