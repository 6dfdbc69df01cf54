"""A scale must give every value exactly one class, and every name to one class."""

from collections.abc import Iterator

from iku_terbuka.capaian import celah
from iku_terbuka.capaian.predikat import nama_ganda
from iku_terbuka.capaian.skala import tanpa_batas
from iku_terbuka.model import Skala
from iku_terbuka.model.skala import JenisSkala
from iku_terbuka.model.text import kutip
from iku_terbuka.source import Document
from iku_terbuka.source.problems import Problem


def periksa_skala(skala: Skala, document: Document) -> Iterator[Problem]:
    """Yield where classes of ``skala`` overlap, leave something out, or share a name."""
    for index, message in celah(skala):
        yield document.problem(
            ("kelas", index),
            "skala-berlubang",
            f"{message}.",
            "Setiap nilai harus masuk tepat satu kelas; periksa batas kelas ini.",
        )
    yield from _tanpa_batas(skala, document)
    for index, nama, earlier in nama_ganda(skala):
        yield document.problem(
            ("kelas", index),
            "predikat-ganda",
            f"Nama {kutip(nama)} sudah dipakai kelas {kutip(skala.kelas[earlier].predikat)}.",
            "Satu nama hanya untuk satu kelas; ganti atau hapus salah satunya.",
        )


def _tanpa_batas(skala: Skala, document: Document) -> Iterator[Problem]:
    """Yield the classes that lack a limit, or the one reason why all of them need one."""
    lacking = tanpa_batas(skala)
    if not skala.berangka and lacking:
        capaian = skala.jenis is JenisSkala.CAPAIAN
        why = "kategori capaian dicari dari angka" if capaian else _ujung(skala)
        yield document.problem(
            ("kelas", lacking[0]),
            "kelas-tanpa-batas",
            f"Tidak satu kelas pun punya batas, padahal {why}.",
            "Tulis batas tiap kelas, misalnya {predikat: B, mulai: 60, di_bawah: 70}."
            if capaian
            else "Tulis batas tiap kelas; kalau skala ini hanya urutan kata, hapus "
            "“terendah”, “tertinggi”, dan “pembulatan”.",
        )
        return
    for index in lacking:
        yield document.problem(
            ("kelas", index),
            "kelas-tanpa-batas",
            f"Kelas {kutip(skala.kelas[index].predikat)} tidak punya batas, padahal kelas lain "
            "punya.",
            "Tulis batasnya. Kalau skala ini hanya urutan kata, hapus batas semua kelas.",
        )


def _ujung(skala: Skala) -> str:
    named = [
        key for key in ("terendah", "tertinggi", "pembulatan") if getattr(skala, key) is not None
    ]
    return f"ada “{'” dan “'.join(named)}”"
