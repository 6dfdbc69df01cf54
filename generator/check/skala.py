"""A scale must give every value exactly one class."""

from collections.abc import Iterator

from generator.capaian import celah
from generator.model import Skala
from generator.problems import Problem
from generator.source import Document


def periksa_skala(skala: Skala, document: Document) -> Iterator[Problem]:
    """Yield where classes of ``skala`` overlap or leave something out."""
    for index, message in celah(skala):
        yield document.problem(
            ("kelas", index),
            "skala-berlubang",
            f"{message}.",
            "Setiap nilai harus masuk tepat satu kelas; periksa batas kelas ini.",
        )
