"""Numbers as text: Indonesian notation, and YAML's with a decimal point and no separators."""

import re
from decimal import Context, Decimal

# 1,234,567.8 and 1,234.5: commas between thousands, as in English.
COMMA_THOUSANDS = r"-?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|-?[0-9]{1,3},[0-9]{3}\.[0-9]+"
_MAY_BE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_INDONESIAN = str.maketrans(",.", ".,")
_FOUR_DIGITS = Context(prec=4)


def indonesian(number: Decimal | int) -> str:
    """Return ``1234.50`` as 1.234,50: the same digits, dots between thousands."""
    return f"{Decimal(number):,f}".translate(_INDONESIAN)


def may_be_thousands(number: Decimal | str) -> bool:
    """Tell whether the dot of ``2.016`` may be meant as a thousands separator."""
    return _MAY_BE_THOUSANDS.fullmatch(str(number)) is not None


def without_dot(number: Decimal | str) -> str:
    """Return ``2.016`` as 2016: what it is if its dot separates thousands."""
    return str(number).replace(".", "")


def with_comma(number: Decimal | str) -> str:
    """Return ``2.016`` as 2,016: how a document prints it if its dot is for decimals."""
    return str(number).replace(".", ",")


def decimals(number: Decimal) -> int:
    """Count the digits typed after the decimal point."""
    return len(str(number).partition(".")[2])


def yaml_number(text: str) -> str:
    """Rewrite a number with thousands separators or a decimal comma as YAML has it.

    ``2.016``, which may be either, stays as it is.
    """
    text = re.sub(r"^(-?)0+(?=[0-9])", r"\1", text)
    if re.fullmatch(COMMA_THOUSANDS, text):
        return text.replace(",", "")
    if "," in text or text.count(".") > 1:
        return text.replace(".", "").replace(",", ".")
    return text


def yaml_thousands(text: str) -> str:
    """Rewrite a number whose dots before three digits are thousands: money, ``1:2.500``."""
    return yaml_number(re.sub(r"[.](?=[0-9]{3}(?![0-9]))", "", text))


def scaled(number: str, power: int) -> str:
    """Return ``number`` times 10 to the power of ``power``, without needless zeros."""
    if not power:
        return number
    product = f"{Decimal(number).scaleb(power):f}"
    return product.rstrip("0").rstrip(".") if "." in product else product


def short_number(value: Decimal) -> str:
    """Return a computed number as YAML has it, with no more digits than help to recognise it."""
    whole = abs(value) >= 1
    rounded = value.quantize(Decimal("0.0001")) if whole else _FOUR_DIGITS.plus(value)
    return f"{rounded.normalize():f}"
