"""Problems to tell, hostile ones among them."""

from iku_terbuka.source.problems import Problem, Severity

IKU, RESULTS = "indicators/kota-uji/iku.yaml", "indicators/kota-uji/capaian/2025.yaml"
HOSTILE = (
    "“@admin #1 | <img src=x> [a](b) `kode` ``\\|`` https://a.example ::error::x ##[add-mask]y”"
)


def error(
    line: int = 1, code: str = "koma-desimal", *, file: str = IKU, message: str = "Salah."
) -> Problem:
    return Problem(file, line, 4, code, message, "Tulis dengan titik: 3.01")


def warning(line: int = 1, code: str = "satuan-kosong", *, file: str = IKU) -> Problem:
    return Problem(file, line, 2, code, "Belum lengkap.", "Lengkapi.", Severity.WARNING)
