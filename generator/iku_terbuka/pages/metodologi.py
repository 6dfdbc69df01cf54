"""The generated parts of the methodology: every rule of the registry, every scale file."""

from collections.abc import Mapping
from dataclasses import dataclass

from iku_terbuka.capaian import ATURAN, RENTANG_SOURCE, Aturan, kelas_of_number
from iku_terbuka.context import Context
from iku_terbuka.model import Skala
from iku_terbuka.pages.perhitungan import RumusTampil, SkalaTampil, rumus_aturan, skala_tampil
from iku_terbuka.pages.templat import render
from iku_terbuka.wording import KEPASTIAN_WORDS, number_text, threshold_sentence


@dataclass(frozen=True)
class AturanTampil:
    kunci: str
    judul: str
    rumus: RumusTampil | None
    kalimat: str
    sumber: str
    kepastian: str
    contoh: str
    rentang: str


@dataclass(frozen=True)
class SkalaBerid:
    id: str
    tampil: SkalaTampil
    contoh: str


def isi_metodologi(context: Context) -> Mapping[str, str]:
    """Return the parts by the name under which a page asks for them."""
    return {
        "aturan-capaian": render(
            "aturan-capaian.md.j2",
            aturan=[_aturan(aturan) for aturan in ATURAN.values()],
            sumber_rentang=RENTANG_SOURCE,
        ),
        "ambang-tren": f"<p>{threshold_sentence()}</p>\n",
        "skala": render(
            "skala.md.j2",
            skala=[
                SkalaBerid(skala_id, skala_tampil(skala, None, {}), _contoh(skala))
                for skala_id, skala in sorted(context.laporan.skala.items())
            ],
        ),
    }


def _aturan(aturan: Aturan) -> AturanTampil:
    return AturanTampil(
        aturan.kunci,
        aturan.judul,
        rumus_aturan(aturan),
        aturan.kalimat,
        aturan.sumber,
        KEPASTIAN_WORDS[aturan.kepastian],
        aturan.contoh_kata,
        aturan.rentang,
    )


def _contoh(skala: Skala) -> str:
    """Return one value and its class, looked up as every value is; of words, their order."""
    if not skala.berangka:
        order = " < ".join(kelas.predikat for kelas in skala.kelas)
        return f"Urutannya: {order}."
    middle = skala.kelas[len(skala.kelas) // 2]
    value = middle.mulai if middle.mulai is not None else middle.sampai
    kelas = kelas_of_number(skala, value) if value is not None else None
    return f"Contoh: {number_text(value)} masuk kelas {kelas.predikat}." if kelas and value else ""
