"""A reading of a printed value: what stands in YAML for it, and when that is meant."""

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Reading:
    """One reading, its numbers in YAML notation with the digits as printed.

    ``tercetak`` is set where the numbers and the grade say less than the print; ``tanpa`` is what
    may be left off, because it stands elsewhere; ``kalau`` tells when this reading is meant, as
    a clause after “Kalau”.
    """

    nilai: str | None = None
    bawah: str | None = None
    atas: str | None = None
    predikat: str | None = None
    tercetak: str | None = None
    tanpa: str = ""
    kalau: str = ""

    @property
    def angka_saja(self) -> bool:
        """Whether a bare number says all of it."""
        return self.nilai is not None and self.predikat is None and self.tercetak is None

    def __str__(self) -> str:
        """Return the reading as YAML."""
        if self.nilai is not None and self.angka_saja:
            return self.nilai
        numbers = ("nilai", "bawah", "atas")
        parts = [f"{key}: {value}" for key in numbers if (value := getattr(self, key)) is not None]
        if self.predikat is not None:
            parts.append(f"predikat: {_polos(self.predikat)}")
        if self.tercetak is not None:
            parts.append(f"tercetak: {_dikutip(self.tercetak)}")
        return f"{{{', '.join(parts)}}}"


def yaml_number(text: str) -> str:
    """Rewrite a number with thousands separators or a decimal comma as YAML has it.

    ``2.016``, which may be either, stays as it is.
    """
    text = re.sub(r"^(-?)0+(?=[0-9])", r"\1", text)
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3}){2,}(\.[0-9]+)?|-?[0-9]{1,3},[0-9]{3}\.[0-9]+", text):
        return text.replace(",", "")
    if "," in text or text.count(".") > 1:
        return text.replace(".", "").replace(",", ".")
    return text


def yaml_thousands(text: str) -> str:
    """Rewrite a number whose dots before three digits are thousands: money, ``1:2.500``."""
    return yaml_number(re.sub(r"[.](?=[0-9]{3}(?![0-9]))", "", text))


def scaled(number: str, pangkat: int) -> str:
    """Return ``number`` times 10 to the power of ``pangkat``, without needless zeros."""
    if not pangkat:
        return number
    product = f"{Decimal(number).scaleb(pangkat):f}"
    return product.rstrip("0").rstrip(".") if "." in product else product


def _polos(text: str) -> str:
    """Return ``text`` as a value within braces, quoted only where YAML needs it."""
    plain = re.fullmatch(r"[\w+-][\w ./()+-]*", text) and not re.match(r"- ", text)
    return text if plain else _dikutip(text)


def _dikutip(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
