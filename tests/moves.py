"""Small fictional data in which agencies are merged, split and renamed."""

from collections.abc import Mapping
from datetime import date

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from tests.fictional import PEMDA, Write

KAB = "kabupaten-contoh"
LAMA, LAIN, BARU = f"{KAB}/dinas-sosial", f"{KAB}/dinas-tenaga-kerja", f"{KAB}/dinas-sosial-kerja"
ACUAN = date(2026, 11, 21)


def decree(nama: str, years: tuple[int, int], rows: str, head: str = "") -> str:
    """Return an iku.yaml; ``rows`` are lines of list items, without indentation."""
    body = "".join(f"      {line}\n" for line in rows.strip().splitlines())
    return (
        f"instansi: {nama}\n{head}periode: {{awal: {years[0]}, akhir: {years[1]}}}\nsasaran:\n"
        f"  - nama: Sasaran contoh\n    indikator:\n{body}"
    )


def row(id_: str, targets: Mapping[int, object] | None = None, more: str = "") -> str:
    """Return one indicator as lines; ``more`` are further keys of it."""
    target = ", ".join(f"{tahun}: {value}" for tahun, value in (targets or {}).items())
    lines = [f"- id: {id_}", f"  nama: Indikator {id_}", "  satuan: keluarga", "  arah: naik"]
    lines += ["  rumus_capaian: naik", "  penanggung_jawab: Bidang Contoh"]
    lines += [f"  target: {{{target}}}"] if target else []
    lines += [f"  {line}" for line in more.strip().splitlines()]
    return "\n".join(lines) + "\n"


def results(tahun: int, **values: object) -> str:
    """Return a results file; the names of ids have ``_`` for ``-``."""
    lines = [
        f"  {id_.replace('_', '-')}: {{realisasi: {value}, sumber: {{judul: LKjIP {tahun}}}}}\n"
        for id_, value in values.items()
    ]
    return f"tahun: {tahun}\nstatus: final\ncapaian:\n{''.join(lines)}"


OLD = {
    f"{KAB}/pemda.yaml": PEMDA,
    f"{LAMA}/iku.yaml": decree(
        "Dinas Sosial",
        (2021, 2026),
        row("keluarga", {2023: 10, 2024: 20, 2025: 30, 2026: 40}) + row("aduan", {2024: 5}),
    ),
    f"{LAMA}/capaian/2023.yaml": results(2023, keluarga=9),
    f"{LAMA}/capaian/2024.yaml": results(2024, keluarga=21, aduan=5),
}
MERGED = OLD | {
    f"{LAIN}/iku.yaml": decree("Dinas Tenaga Kerja", (2021, 2026), row("pelatihan", {2024: 7})),
    f"{LAIN}/capaian/2024.yaml": results(2024, pelatihan=8),
    f"{BARU}/iku/2025.yaml": decree(
        "Dinas Sosial dan Tenaga Kerja",
        (2025, 2029),
        row("keluarga", {2025: 25, 2026: 26}) + row("pelatihan", {2025: 9, 2026: 9}),
        f"dahulu: [{LAMA}, {LAIN}]\n",
    ),
    f"{BARU}/capaian/2025.yaml": results(2025, keluarga=26),
}


def load(write: Write, files: Mapping[str, str]) -> Laporan:
    loaded = load_laporan(write(dict(files)), "indicators")
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    return loaded.laporan


def context(write: Write, files: Mapping[str, str]) -> Context:
    return build_context(load(write, files), acuan=ACUAN)
