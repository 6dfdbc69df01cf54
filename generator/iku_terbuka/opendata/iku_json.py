"""Everything in one JSON: definitions and results as in the files, measurements beside them.

Numbers are strings with the digits as typed, because a float would change them. Each indicator is
one line, so that the same text serves every file that holds it. :mod:`.iku_schema` describes the
shape.
"""

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from pydantic import BaseModel

from iku_terbuka.capaian import Measurement, ToDate, two_decimals
from iku_terbuka.context import Context
from iku_terbuka.model import IkuFile, Indikator, Instansi, Pemda, Penetapan, Successor
from iku_terbuka.model.daftar_dokumen import EntriDokumen
from iku_terbuka.model.tahun import TahunAjaran
from iku_terbuka.wording import promise_label

# What a file is about: instansi, each with all or some of its own indicators.
Scope = Sequence[tuple[Instansi, Sequence[Indikator]]]


def site_scope(context: Context) -> Scope:
    """Return every instansi of the site with all its indicators."""
    return [(instansi, instansi.indikator) for instansi in context.all_instansi()]


class JsonParts:
    """The objects of the JSON files as text, each made once, by id or key.

    They are made when a file first needs them.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def file(self, scope: Scope, day: date | None, skala: Container[str] | None = None) -> bytes:
        """Return a whole file, UTF-8; ``day`` is the date of the data.

        It has the scales called ``skala``, else those in use. It is put together once: each step
        between would hold everything again.
        """
        head = _text({"acuan": day.isoformat() if day else None})
        used = _used_skala(self._context, scope) if skala is None else skala
        scales = b", ".join(text for key, text in self._skala.items() if key in used)
        start = b'%s, "skala": {%s}}' % (head[:-1], scales)
        by_pemda = groupby(scope, lambda pair: self._context.pemda(pair[0].id).id)
        pemda = (
            _with_list(self._pemda[key], "instansi", self._of_instansi(pairs))
            for key, pairs in by_pemda
        )
        return b"".join([*_with_list(start, "pemda", pemda), b"\n"])

    def _of_instansi(
        self, scope: Iterable[tuple[Instansi, Sequence[Indikator]]]
    ) -> Iterator[Iterator[bytes]]:
        for instansi, own in scope:
            if instansi.iku:
                lines = ((self._indikator[indikator.kunci],) for indikator in own)
                yield _with_list(self._instansi[instansi.id], "indikator", lines)

    @cached_property
    def _skala(self) -> Mapping[str, bytes]:
        """Each scale with its name, without the braces around."""
        scales = self._context.laporan.skala
        return {key: _text({key: _dump(skala)})[1:-1] for key, skala in scales.items()}

    @cached_property
    def _pemda(self) -> Mapping[str, bytes]:
        return {pemda.id: _text(_pemda(pemda)) for pemda in self._context.all_pemda()}

    @cached_property
    def _instansi(self) -> Mapping[str, bytes]:
        nodes = self._context.all_instansi()
        return {node.id: _text(_instansi(self._context, node)) for node in nodes}

    @cached_property
    def _indikator(self) -> Mapping[str, bytes]:
        return {
            indikator.kunci: _text(_indikator(self._context, indikator))
            for instansi in self._context.all_instansi()
            for indikator in instansi.indikator
        }


def _used_skala(context: Context, scope: Scope) -> set[str]:
    """Return the scales that some indicators use."""
    indicators = [indikator for _, own in scope for indikator in own]
    used = {context.pemda(indikator.instansi_id).profil.skala_capaian for indikator in indicators}
    used |= {
        penetapan.definisi.skala for indikator in indicators for penetapan in indikator.penetapan
    }
    return {key for key in used if key}


def _pemda(pemda: Pemda) -> dict[str, Any]:
    shared = {name: _dump(dokumen) for name, dokumen in pemda.dokumen.items()}
    return {
        "id": pemda.id,
        **_dump(pemda.profil),
        "resmi": pemda.profil.resmi,
        **({"dokumen": shared} if shared else {}),
    }


def _instansi(context: Context, instansi: Instansi) -> dict[str, Any]:
    """Return an instansi with its decrees and years, without its indicators."""
    years = (instansi.capaian or {}).values()
    return {
        "id": instansi.id,
        "nama": instansi.nama,
        **_ending(instansi.successors),
        "keputusan": list(map(_keputusan, instansi.iku)),
        "capaian_tahunan": [_dump(tahunan, exclude={"capaian"}) for tahunan in years],
        **{name: files for name, files in _other_files(context, instansi).items() if files},
    }


def _keputusan(file: IkuFile) -> dict[str, Any]:
    """Return a decree; one for many instansi stands in it as those of its own."""
    dumped = _dump(file.iku, exclude={"sasaran"})
    if file.dokumen:
        dumped["dasar_hukum"] = list(map(_dump, file.dasar_hukum))
    return dumped


def _other_files(context: Context, instansi: Instansi) -> dict[str, list[dict[str, Any]]]:
    """Return the files beside decrees and results; evaluations only where pages show them too."""
    evaluasi = instansi.evaluasi.values() if context.pemda(instansi.id).profil.resmi else ()
    return {
        "evaluasi": list(map(_dump, evaluasi)),
        "perjanjian_kinerja": list(map(_dump, instansi.perjanjian_kinerja.values())),
        "daftar_dokumen": [_entri(context, entri) for entri in instansi.daftar_dokumen],
    }


def _entri(context: Context, entri: EntriDokumen) -> dict[str, Any]:
    since = context.listed(entri)
    return {**_dump(entri), **({"tercantum_sejak": str(since)} if since else {})}


def _indikator(context: Context, indikator: Indikator) -> dict[str, Any]:
    """Return one indicator through all its decrees, results and measurements."""
    own = indikator.own_penetapan
    at = next(i for i, each in enumerate(own) if each is indikator.terbaru)
    older, later = own[:at], own[at + 1 :]
    return {
        **_penetapan(indikator.terbaru),
        **({"melanjutkan": list(indikator.former)} if indikator.former else {}),
        **_ending(indikator.successors),
        "halaman": context.folder(indikator.kunci) + "/",
        "hasil": {
            str(tahun): _dump(hasil)
            for tahun, hasil in indikator.hasil.items()
            if tahun not in indikator.read_from
        },
        "pengukuran": [
            _pengukuran(measurement) for measurement in context.own_pengukuran(indikator).values()
        ],
        "penetapan_lama": [_penetapan(penetapan) for penetapan in older],
        "penetapan_berikutnya": [_penetapan(penetapan) for penetapan in later],
    }


def _ending(successors: Iterable[Successor]) -> dict[str, Any]:
    """Return what goes on with an instansi or an indicator that ends; nothing for the others."""
    found = [
        {
            "id": each.kunci,
            "sejak": each.sejak,
            **({"dasar": each.dasar} if each.dasar else {}),
            "melanjutkan": each.continues,
        }
        for each in successors
    ]
    return {"penerus": found} if found else {}


def _penetapan(penetapan: Penetapan) -> dict[str, Any]:
    periode = penetapan.iku.periode
    return {
        **_dump(penetapan.definisi),
        "sasaran": penetapan.parent.nama if penetapan.sasaran else None,
        **({} if penetapan.sasaran else {"tujuan": penetapan.parent.nama}),
        "jenjang": penetapan.jenjang,
        "periode": _dump(periode) if periode else None,
        "berlaku_sejak": penetapan.keputusan.sejak,
    }


def _pengukuran(pengukuran: Measurement) -> dict[str, Any]:
    capaian, tahun = pengukuran.capaian, pengukuran.tahun
    return {
        "tahun": tahun,
        "target": _dump(pengukuran.target) if pengukuran.target else None,
        "realisasi": _dump(pengukuran.realisasi) if pengukuran.realisasi else None,
        "capaian": None if capaian is None else str(two_decimals(capaian)),
        "status": pengukuran.status,
        "kategori": pengukuran.kategori,
        "predikat": pengukuran.predikat,
        "sebab": pengukuran.reason,
        "target_iku": _dump(pengukuran.target_iku) if pengukuran.target_iku else None,
        "dasar_target": pengukuran.dasar_target,
        "target_semula": [
            {
                "target": _dump(promise.target),
                "satuan": promise.satuan,
                "dokumen": promise_label(promise),
            }
            for promise in pengukuran.semula
        ],
        **({"sampai": _sampai(pengukuran.sampai)} if pengukuran.sampai else {}),
        **({"tahun_ajaran": str(tahun)} if isinstance(tahun, TahunAjaran) else {}),
    }


def _sampai(sampai: ToDate) -> dict[str, Any]:
    return {
        "pembagian": sampai.jenis,
        "bagian": sampai.nomor,
        "cara": sampai.cara,
        "target": _dump(sampai.target) if sampai.target else None,
        "realisasi": _dump(sampai.realisasi),
    }


def _dump(model: BaseModel, **options: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = model.model_dump(mode="json", exclude_defaults=True, **options)
    return dumped


def _text(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def _with_list(head: bytes, name: str, elements: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
    """Yield the text of an object with a list as its last member, one line for each element."""
    yield b'%s, "%s": [' % (head[:-1], name.encode())
    start = end = b""
    for element in elements:
        yield start or b"\n"
        yield from element
        start, end = b",\n", b"\n"
    yield end + b"]}"
