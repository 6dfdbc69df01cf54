"""Doubts about evaluations of accountability (LHE AKIP)."""

from collections.abc import Iterator
from decimal import Decimal

from iku_terbuka.load import Loaded
from iku_terbuka.model import Pemda
from iku_terbuka.model.evaluasi import EvaluasiAkip, Komponen
from iku_terbuka.model.notation import indonesian
from iku_terbuka.source import Document
from iku_terbuka.source.problems import Problem


def check_evaluations(pemda: Pemda, loaded: Loaded) -> Iterator[Problem]:
    """Yield what is doubtful about the evaluations of a Pemda and of the instansi below it."""
    root = pemda.lokasi.berkas.removesuffix(f"{pemda.id}/pemda.yaml")
    for instansi in pemda.instansi.descendants():
        for tahun, evaluasi in instansi.evaluasi.items():
            document = loaded.documents.get(f"{root}{instansi.id}/evaluasi/{tahun}.yaml")
            if document is None:
                continue  # its name or place is wrong, which is an error
            if not pemda.profil.resmi:
                yield document.warning(
                    ("tahun",),
                    "evaluasi-tidak-tampil",
                    f"Evaluasi {tahun} ini tidak ditampilkan di situs.",
                    "Evaluasi hanya tampil bila pemda.yaml memuat “resmi: true”, yaitu bila daerah "
                    "itu sendiri yang menerbitkan.",
                )
            yield from _check_total(evaluasi, document)


def _check_total(evaluasi: EvaluasiAkip, document: Document) -> Iterator[Problem]:
    parts: list[Decimal | None] = [getattr(evaluasi.nilai, komponen, None) for komponen in Komponen]
    known = [part for part in parts if part is not None]
    added = sum(known, Decimal(0))
    if evaluasi.total is not None and len(known) == len(parts) and added != evaluasi.total:
        yield document.warning(
            ("total",),
            "total-evaluasi-berbeda",
            f"Total {indonesian(evaluasi.total)}, sedangkan jumlah komponennya "
            f"{indonesian(added)}.",
            "Periksa angkanya. Kalau memang tercetak demikian, jelaskan di “catatan”; keduanya "
            "ditampilkan.",
        )
