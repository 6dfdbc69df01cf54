"""A fictional Pemda of any shape, for tests of what supports what."""

from collections.abc import Mapping, Sequence

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from tests.conftest import ACUAN
from tests.fictional import PEMDA, Write

KAB = "kabupaten-contoh"
# Ids of indicators by folder below the Pemda, each with what it supports, from the Pemda on.
Units = Mapping[str, Mapping[str, Sequence[str]]]

# Two of the Pemda, one of them supported on three levels; “gizi” supports both across agencies.
SMALL: Units = {
    "": {"mutu-hidup": [], "kemiskinan": [], "akuntabilitas": []},
    "dinas-kesehatan": {
        "kematian": ["mutu-hidup"],
        "gizi": ["kemiskinan", "dinas-kesehatan/kematian"],
        "imunisasi": ["dinas-kesehatan/gizi"],
        "antrean": [],
    },
    "dinas-kesehatan/bidang-gizi": {"posyandu": ["dinas-kesehatan/gizi"]},
    "dinas-pendidikan": {"literasi": [], "guru": ["dinas-pendidikan/literasi"]},
}


def cascade(units: Units = SMALL) -> dict[str, str]:
    """Return the files; every second indicator has a result, and all a target."""
    files = {f"{KAB}/pemda.yaml": PEMDA}
    for folder, indicators in units.items():
        path = "/".join(filter(None, (KAB, folder)))
        name = folder.rpartition("/")[2].replace("-", " ").title() or "Kabupaten Contoh"
        lines = [f"instansi: {name}", "sasaran:", f"  - nama: Sasaran {name}", "    indikator:"]
        results = ["tahun: 2025", "status: final", "capaian:"]
        for number, (id_, menopang) in enumerate(indicators.items()):
            lines += [
                f"      - id: {id_}",
                f"        nama: Indikator {id_.replace('-', ' ')}",
                "        satuan: persen",
                "        arah: naik",
                "        rumus_capaian: naik",
                "        target: {2025: 80}",
            ]
            if menopang:
                keys = ", ".join(f"{KAB}/{key}" for key in menopang)
                lines.append(f"        menopang: [{keys}]")
            if number % 2 == 0:
                results += [f"  {id_}:", "    realisasi: 75", "    sumber: {judul: LKjIP 2025}"]
        files[f"{path}/iku.yaml"] = "\n".join(lines) + "\n"
        files[f"{path}/capaian/2025.yaml"] = "\n".join(results) + "\n"
    return files


def cascade_context(write: Write, units: Units = SMALL, root: str = "") -> Context:
    loaded = load_laporan(write(cascade(units)), "indicators")
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    return build_context(loaded.laporan, root, acuan=ACUAN)
