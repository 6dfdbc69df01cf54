"""What a chart shows, in words, for those who do not see it: written from what is drawn."""

from collections.abc import Sequence

from iku_terbuka.capaian import Status
from iku_terbuka.charts.titik import Jenis, Titik
from iku_terbuka.wording import angka, nilai, rentang_tahun
from iku_terbuka.wording.angka import dengan_satuan


def uraian(slots: Sequence[Titik], satuan: str | None) -> str:
    """Say every value of ``slots`` and what is missing; ``satuan`` follows each number."""
    parts = [
        f"Kondisi awal {nilai(slot.target, satuan)}."
        for slot in slots
        if slot.target and slot.jenis is Jenis.AWAL
    ]
    targets = [
        (slot.label, nilai(slot.target, satuan))
        for slot in slots
        if slot.target and slot.jenis is not Jenis.AWAL
    ]
    results = [
        (slot.label, dengan_satuan(angka(slot.realisasi), satuan))
        for slot in slots
        if slot.realisasi is not None
    ]
    for what, values in (("Target", targets), ("Realisasi", results)):
        if values:
            parts.append(f"{what}: {'; '.join(f'{label} {words}' for label, words in values)}.")
    missing = tahun_kosong(slots)
    if missing:
        parts.append(f"Realisasi {rentang_tahun(missing)} belum dilaporkan.")
    parts += [f"Sejak {slot.label} {slot.putus} berbeda." for slot in slots[1:] if slot.putus]
    return " ".join(parts)


def tahun_kosong(slots: Sequence[Titik]) -> tuple[int, ...]:
    """Return the years whose result is still missing."""
    return tuple(int(slot.label) for slot in slots if slot.status is Status.BELUM_DILAPORKAN)
