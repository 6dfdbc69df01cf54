"""The Atom feeds (RFC 4287): what changed lately, of the whole site and of each Pemda."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from iku_terbuka.context import Context
from iku_terbuka.history import Commit, FirstResults, NumberChange
from iku_terbuka.model import Instansi, Pemda
from iku_terbuka.opendata.alamat import alamat_berkas, alamat_halaman
from iku_terbuka.opendata.asal import penerbit, rata
from iku_terbuka.wording import lama_dan_baru

BERKAS = "feed.xml"
MAX_BUTIR = 50
# An empty feed of data without a date must have some; the plugin's sitemap has the same.
_TANPA_TANGGAL = date(1980, 1, 1)
# What XML 1.0 cannot hold. Old versions of the data were never checked for it.
_BUKAN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BUKAN_URN = re.compile("[^a-z0-9/._-]+")


def umpan(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every feed."""
    entries = _butir(context)
    for folder in alamat_umpan(context):
        pemda = context.pemda(folder) if folder else None
        yield f"{folder}/{BERKAS}".lstrip("/"), _umpan(context, pemda, entries.get(folder, ()))


def alamat_umpan(context: Context) -> dict[str, str]:
    """Return the title of every feed by the folder whose pages it is about; the site's is ``""``.

    A site of one part alone has that one.
    """
    owners = {} if context.root else {context.folder(p.id): p for p in context.laporan.pemda}
    return {folder: judul_umpan(context, pemda) for folder, pemda in {"": None, **owners}.items()}


def judul_umpan(context: Context, pemda: Pemda | None) -> str:
    """Return the title of a Pemda's feed, or of the site's."""
    owner = pemda.nama if pemda else context.site_name
    return f"Perubahan angka: {rata(owner)}"


@dataclass(frozen=True)
class _Butir:
    """An entry; ``folder`` is that of the page it is about."""

    id: str
    tanggal: date
    judul: str
    ringkasan: str
    penulis: str
    folder: str


def _umpan(context: Context, pemda: Pemda | None, shown: Sequence[_Butir]) -> str:
    folder = context.folder(pemda.id) if pemda else ""
    author = penerbit(context, pemda) if pemda else context.site_name
    newest = shown[0].tanggal if shown else context.acuan or _TANPA_TANGGAL
    own = alamat_berkas(context, f"{folder}/{BERKAS}".lstrip("/"), folder)
    name = own if context.site_url else f"urn:iku:umpan:{folder or context.root or 'situs'}"
    home = alamat_halaman(context, folder, folder)
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">',
        _unsur("id", name),
        _unsur("title", judul_umpan(context, pemda)),
        _unsur("subtitle", "Hasil yang baru dimuat, dan angka yang diubah sesudah dimuat."),
        _unsur("updated", _waktu(newest)),
        f"<author>{_unsur('name', author)}</author>",
        f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(home)}"/>',
    ]
    return "\n".join([*head, *(_entri(context, satu, folder) for satu in shown), "</feed>", ""])


def _entri(context: Context, butir: _Butir, dari: str) -> str:
    page = alamat_halaman(context, butir.folder, dari)
    parts = [
        _unsur("id", butir.id),
        _unsur("title", butir.judul),
        _unsur("updated", _waktu(butir.tanggal)),
        f"<author>{_unsur('name', butir.penulis)}</author>",
        f'<link rel="alternate" type="text/html" href="{escape(page)}"/>',
        _unsur("summary", butir.ringkasan),
    ]
    return "\n".join(["<entry>", *parts, "</entry>"])


def _butir(context: Context) -> Mapping[str, Sequence[_Butir]]:
    """Return the newest entries of the site (``""``) and of each Pemda by its id, newest first."""
    owners = {satu.id: satu for satu in context.all_instansi()}
    past = context.riwayat
    steps: list[NumberChange | FirstResults] = [*past.changes, *past.first_results]
    found: dict[str, list[_Butir]] = defaultdict(list)
    known = set()
    for step in sorted(steps, key=lambda satu: satu.commit.day, reverse=True):
        owner = owners.get(
            step.instansi_id if isinstance(step, FirstResults) else step.key.rpartition("/")[0]
        )
        feeds = ["", owner.id.partition("/")[0]] if owner else []
        room = [found[name] for name in feeds if len(found[name]) < MAX_BUTIR]
        if owner and room:
            made = (
                _hasil_baru(context, owner, step)
                if isinstance(step, FirstResults)
                else _perubahan(context, owner, step)
            )
            if made and made.id not in known:
                known.add(made.id)
                for feed in room:
                    feed.append(made)
    return found


def _perubahan(context: Context, owner: Instansi, ubah: NumberChange) -> _Butir:
    indikator = next((satu for satu in owner.indikator if satu.kunci == ubah.key), None)
    satuan = indikator.satuan(ubah.tahun) if indikator else None
    words = _kata(ubah, *lama_dan_baru(ubah, satuan))
    more = [f"{context.full_name(owner)}: {words}."]
    more += ["Target diubah setelah tahunnya berjalan."] if ubah.after_start else []
    more += [] if indikator else ["Indikator ini sudah tidak ada."]
    nama = indikator.nama if indikator else ubah.key.rpartition("/")[2]
    return _Butir(
        f"urn:iku:perubahan:{_urn(ubah.key)}:{ubah.kind}:{ubah.tahun}:{ubah.commit.hash}",
        ubah.commit.day,
        f"{nama}: {words[0].lower()}{words[1:]}",
        " ".join([*more, _keterangan(ubah.commit)]),
        penerbit(context, context.pemda(owner.id)),
        context.folder(indikator.kunci if indikator else owner.id),
    )


def _hasil_baru(context: Context, owner: Instansi, baru: FirstResults) -> _Butir | None:
    """Return the entry of new results; nothing where none of that year is shown today."""
    year = baru.tahun
    if not any(year in satu.hasil for satu in owner.indikator):
        return None
    semua = [context.pengukuran(satu)[year] for satu in owner.indikator if year in satu.tahun]
    count = sum(1 for satu in semua if satu.realisasi is not None)
    siapa = context.full_name(owner)
    told = f"{siapa}: hasil {year} dimuat. Kini {count} dari {len(semua)} indikatornya punya angka."
    return _Butir(
        f"urn:iku:hasil:{_urn(owner.id)}:{year}:{baru.commit.hash}",
        baru.commit.day,
        f"{siapa}: hasil {year} dimuat",
        f"{told} {_keterangan(baru.commit)}",
        penerbit(context, context.pemda(owner.id)),
        context.folder(f"{owner.id}/tahun-{year}"),
    )


def _keterangan(komit: Commit) -> str:
    mark = "Ralat. " if komit.ralat else ""
    return f"{mark}Keterangan: “{komit.subject}” (komit {komit.short})."


def _kata(ubah: NumberChange, lama: str, baru: str) -> str:
    apa = f"{ubah.kind.capitalize()} {ubah.tahun}"
    if ubah.new is None:
        return f"{apa} dihapus, sebelumnya {lama}"
    if ubah.old is None:
        return f"{apa} dimuat lagi: {baru}"
    return f"{apa} diubah dari {lama} menjadi {baru}"


def _unsur(tag: str, text: str) -> str:
    return f"<{tag}>{escape(_BUKAN_XML.sub('�', rata(text)), quote=False)}</{tag}>"


def _waktu(day: date) -> str:
    """Return a day as an instant: its beginning in WIB, the zone of the history's days."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _urn(text: str) -> str:
    """Return text as a part of a URN; ids of today need no change, those of old files may."""
    return _BUKAN_URN.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode(errors="replace")), text
    )
