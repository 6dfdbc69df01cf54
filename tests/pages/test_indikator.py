"""What only shows when a later decree changes an indicator."""

from generator.konteks import buat_konteks
from generator.load import load_laporan
from generator.pages import halaman_indikator, halaman_instansi
from tests.conftest import ACUAN
from tests.halaman import baca
from tests.rekaan import PEMDA, Tulis, iku


def test_a_result_keeps_the_unit_of_its_own_decree(tulis: Tulis) -> None:
    item = "      - id: x\n        nama: Sampah\n        satuan: {}\n        target: {{{}: {}}}\n"
    dinas = "kabupaten-contoh/dinas-contoh"
    muatan = load_laporan(
        tulis(
            {
                "kabupaten-contoh/pemda.yaml": PEMDA,
                f"{dinas}/iku/2021.yaml": iku(
                    item.format("ton", 2023, 500), "{awal: 2021, akhir: 2023}"
                ),
                f"{dinas}/iku/2024.yaml": iku(
                    item.format("persen", 2026, 20), "{awal: 2024, akhir: 2026}"
                ),
                f"{dinas}/capaian/2023.yaml": "tahun: 2023\ncapaian:\n  x: {realisasi: 480}\n",
            }
        )
    )
    assert muatan.laporan is not None, muatan.problems
    konteks = buat_konteks(muatan.laporan, acuan=ACUAN)
    (indikator,) = muatan.laporan.semua_indikator()
    page = str(halaman_indikator(konteks, indikator).content)
    figures = [cell.teks for cell in baca(page).semua("dd") if "n" in cell.atribut.get("class", "")]
    assert figures[:2] == ["480 ton", "500 ton"]
    assert "480%" not in page
    assert "Satuannya berubah sejak 2024" in page
    listed = str(halaman_instansi(konteks, konteks.instansi[dinas]).content)
    assert "500%" not in listed
