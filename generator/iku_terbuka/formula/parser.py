"""Text to tree: a check of the text, then Python's own parser; nothing of it is ever run.

The check goes once over the text and stops at the first thing that is wrong, so that every message
has its column and says what to write instead, and so that Python's parser sees nothing else.
"""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from iku_terbuka.formula.tree import (
    MAX_DIGITS,
    MAX_NAME,
    Aggregate,
    Function,
    Negative,
    Number,
    Operation,
    Operator,
    Rumus,
    Variabel,
    is_name,
    leaves,
    list_names,
)

MAX_LENGTH = 1000
MAX_BRACKETS = 20
MAX_VALUES = 50

_PIECE = re.compile(
    r" *(?:"
    r"(?P<number>[0-9](?:[0-9A-Za-z_.,]*[0-9A-Za-z_])?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<sign>\*\*|//|[-+*/()])"
    r"|(?P<other>.)"
    r"|$)",
    re.DOTALL,
)
_NUMBER = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")

_MULTIPLY = "Untuk perkalian tulis *"
_DIVIDE = "Untuk pembagian tulis /"
_SUBTRACT = "Untuk pengurangan tulis tanda hubung biasa: -"
_BRACKETS = "Pakai kurung biasa: ( dan )"
_ONE_LINE = "Tulis rumus dalam satu baris, dengan spasi biasa."
_QUOTES = "Tulis nama variabel tanpa tanda kutip."
_POWER = "Tulis perkaliannya, misalnya a * a"
_GENERAL = "Rumus hanya memakai nama variabel, angka, + - * / dan kurung."
_HINTS = {
    **dict.fromkeys("×·•∙⋅∗", _MULTIPLY),
    **dict.fromkeys("÷:∶⁄∕", _DIVIDE),
    **dict.fromkeys("−–—‐‑", _SUBTRACT),
    **dict.fromkeys("[]{}", _BRACKETS),
    **dict.fromkeys("\n\r\t", _ONE_LINE),
    **dict.fromkeys("'\"“”‘’`", _QUOTES),
    **dict.fromkeys("^²³", _POWER),
    "%": "Tulis 100, tanpa tanda persen; persen disebut di “satuan”.",
    "=": "Tulis hitungannya saja, tanpa tanda sama dengan.",
    ".": "Titik hanya dipakai di dalam angka, misalnya 0.5",
    ",": "Koma tidak dipakai: angka memakai titik, misalnya 0.5, dan sum berisi satu daftar.",
    "√": "Akar tidak dipakai.",
    "**": _POWER,
    "//": _DIVIDE,
    "∑": "Untuk jumlah seluruh daftar tulis sum(nama_daftar)",
    "Σ": "Untuk jumlah seluruh daftar tulis sum(nama_daftar)",
}


class RumusError(Exception):
    """What is wrong with a formula, in Indonesian, and the column (from 1) where it begins."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


def check_text(text: str) -> None:
    """Raise unless ``text`` is a well-formed formula of a reasonable size."""
    if len(text) > MAX_LENGTH:
        raise RumusError(
            f"Rumus ini lebih dari {MAX_LENGTH} karakter. Untuk banyak angka pakai daftar: "
            "sum(nama_daftar)",
            MAX_LENGTH + 1,
        )
    open_brackets: list[int] = []
    count = 0
    previous = ""
    for piece, column in _pieces(text):
        if len(piece) > MAX_NAME:
            raise RumusError(f"Nama atau angka ini lebih dari {MAX_NAME} karakter.", column)
        if piece[:1].isalpha() or piece[:1] == "_":
            _check_name(piece, column)
        _check_order(previous, piece, column)
        if piece[:1].isdigit():
            _check_number(piece, column)
        count += _is_value(piece)
        if piece == "(":
            open_brackets.append(column)
        elif piece == ")":
            if not open_brackets:
                raise RumusError("Kurung tutup ini tidak punya pasangan. Hapus kurung ini.", column)
            open_brackets.pop()
        if len(open_brackets) > MAX_BRACKETS:
            raise RumusError("Kurungnya terlalu bertingkat. Sederhanakan rumusnya.", column)
        if count > MAX_VALUES:
            raise RumusError(
                f"Rumus ini memuat lebih dari {MAX_VALUES} angka dan variabel. Untuk banyak angka "
                "pakai daftar: sum(nama_daftar)",
                column,
            )
        previous = piece
    if open_brackets:
        raise RumusError("Kurung ini tidak ditutup. Tambahkan kurung tutup.", open_brackets[-1])


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield every piece with its column; the end of the text is an empty one."""
    for found in _PIECE.finditer(text):
        kind = found.lastgroup
        if kind is None:
            yield "", found.end() + 1
            return
        piece, column = found[kind], found.start(kind) + 1
        if kind == "other" or (kind == "sign" and len(piece) > 1):
            shown = piece if piece.isprintable() else f"U+{ord(piece):04X}"
            hint = _HINTS.get(piece, _GENERAL)
            raise RumusError(f"“{shown}” tidak dikenal di dalam rumus. {hint}", column)
        yield piece, column


def _check_number(number: str, column: int) -> None:
    if len(number) > MAX_DIGITS:
        raise RumusError("Angka ini terlalu panjang. Periksa kembali angkanya.", column)
    if AMBIGUOUS.fullmatch(number):
        raise RumusError(
            f"Angka “{number}” dapat dibaca dua cara. Tulis {number.replace('.', '')} kalau "
            f"titiknya pemisah ribuan, atau {number}0 kalau titiknya tanda desimal.",
            column,
        )
    if not _NUMBER.fullmatch(number):
        raise RumusError(f"“{number}” bukan angka biasa. {_number_hint(number)}", column)


def _number_hint(number: str) -> str:
    if re.fullmatch(r"[0-9]+,[0-9]+", number):
        return f"Tulis dengan titik: {number.replace(',', '.')}"
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", number):
        return f"Tulis tanpa titik ribuan: {number.replace('.', '')}"
    if re.fullmatch(r"[0-9]+(_[0-9]+)+", number):
        return f"Tulis tanpa garis bawah: {number.replace('_', '')}"
    if re.fullmatch(r"0[0-9]+", number):
        return f"Tulis tanpa nol di depan: {int(number)}"
    if re.fullmatch(r"[0-9]+[eE][0-9]", number):
        return f"Tulis lengkap: {Decimal(number):f}"
    return "Tulis angka seperti 100 atau 0.5; nama variabel diawali huruf."


def _check_name(name: str, column: int) -> None:
    if name in set(Function) or is_name(name):
        return
    proposal = name.lower().strip("_")
    if proposal == name:
        hint = f"Pakai nama yang lebih lengkap, misalnya jumlah_{name}"
    else:
        hint = "Pakai huruf kecil, angka, dan garis bawah, diawali huruf"
        hint += f": {proposal}" if is_name(proposal) else "."
    raise RumusError(f"“{name}” tidak dapat menjadi nama variabel. {hint}", column)


def _is_value(piece: str) -> bool:
    """Say whether a piece is a number or a variable."""
    return piece[:1].isalnum() and piece not in set(Function)


def _check_order(previous: str, piece: str, column: int) -> None:
    """Raise unless ``piece`` may follow ``previous``; both ends of the text are empty."""
    if previous in set(Function) and piece != "(":
        raise RumusError(
            f"Sesudah “{previous}” tulis nama daftarnya dalam kurung, misalnya {previous}(nilai)",
            column,
        )
    value_ended = previous == ")" or _is_value(previous)  # a value ends here
    value_begins = piece == "(" or piece[:1].isalnum()  # a value begins here
    if value_ended and value_begins:
        raise RumusError(_missing_sign(previous, piece), column)
    leading_minus = piece == "-" and previous in {"", "("}
    if not value_ended and not value_begins and not leading_minus and previous not in set(Function):
        raise RumusError(_missing_value(previous, piece), column)


def _missing_sign(previous: str, piece: str) -> str:
    if piece == "(" and previous != ")" and not previous[0].isdigit():
        return f"“{previous}” bukan fungsi. Yang ada hanya sum(…) dan mean(…); untuk kali tulis *"
    if "x" in {previous, piece}:
        return f"Tidak ada tanda hitung sebelum “{piece}”. Untuk perkalian tulis *, bukan x."
    if previous[0].isdigit() and piece[0].isdigit():
        return f"Ada spasi di dalam angka. Tulis tanpa spasi: {previous}{piece}"
    return f"Tidak ada tanda hitung sebelum “{piece}”. Tulis + - * atau / di antaranya."


def _missing_value(previous: str, piece: str) -> str:
    if not previous and not piece:
        return "Rumus ini kosong. Tulis hitungannya, misalnya a / b * 100"
    if not piece or piece == ")":
        if previous == "(":
            return "Kurung ini kosong. Isi atau hapus kurungnya."
        return f"Tidak ada nilai sesudah “{previous}”. Tulis angka atau nama variabel."
    if piece == "-":
        return f"Tanda minus sesudah “{previous}” harus di dalam kurung, misalnya a {previous} (-b)"
    if piece == "+" and previous in {"", "("}:
        return "Tanda plus di depan tidak dipakai. Hapus tandanya."
    return f"Tidak ada nilai sebelum “{piece}”. Tulis angka atau nama variabel."


_OPERATOR: dict[type[ast.operator], Operator] = {
    ast.Add: Operator.ADD,
    ast.Sub: Operator.SUBTRACT,
    ast.Mult: Operator.MULTIPLY,
    ast.Div: Operator.DIVIDE,
}


@lru_cache(maxsize=1024)
def parse_rumus(text: str) -> Rumus:
    """Return the tree of a formula such as ``selesai / diterima * 100``.

    Whatever is not a formula raises ``RumusError``, and nothing else, at once.
    """
    check_text(text)
    core = text.strip(" ")
    offset = text.index(core) + 1
    try:
        node = ast.parse(core, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise RumusError("Rumus ini tidak dapat dibaca.", offset) from error
    rumus = _tree(node, core, offset)
    _check_one_meaning(rumus, node, offset)
    return rumus


def _tree(node: ast.expr, text: str, offset: int) -> Rumus:
    """Translate what is allowed; the rest of Python's grammar ends here."""
    match node:
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATOR:
            return Operation(
                _OPERATOR[type(sign)], _tree(left, text, offset), _tree(right, text, offset)
            )
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Negative(_tree(operand, text, offset))
        case ast.Constant(value=int() | float()):
            return Number(Decimal(text[node.col_offset : node.end_col_offset]))
        case ast.Name(id=name):
            return Variabel(name)
        case ast.Call(func=ast.Name(id=("sum" | "mean") as function), args=[operand], keywords=[]):
            if isinstance(operand, ast.Name):
                return Aggregate(Function(function), operand.id)
            raise RumusError(
                f"{function}(…) hanya untuk satu daftar, bukan hitungan. "
                f"Tulis nama variabelnya saja, misalnya {function}(nilai)",
                operand.col_offset + offset,
            )
    raise RumusError("Bagian ini tidak dapat dipakai di dalam rumus.", node.col_offset + offset)


def _check_one_meaning(rumus: Rumus, node: ast.expr, offset: int) -> None:
    """Raise where a variable is a list in one place and a single number in another."""
    mixed = list_names(rumus) & {d.name for d in leaves(rumus) if isinstance(d, Variabel)}
    uses = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    for part in sorted(uses, key=lambda part: -part.col_offset):
        if part.id in mixed:
            raise RumusError(
                f"“{part.id}” dipakai sebagai daftar dan sebagai satu angka. Pakai dua variabel.",
                part.col_offset + offset,
            )
