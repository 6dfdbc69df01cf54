"""Text to tree. Python's own parser reads it; nothing of it is ever run."""

import ast
from decimal import Decimal
from functools import lru_cache

from iku_terbuka.formula.periksa import RumusError, periksa
from iku_terbuka.formula.pohon import (
    Angka,
    Daftar,
    Fungsi,
    Negatif,
    Operasi,
    Operator,
    Rumus,
    Variabel,
    daftar,
    daun,
)

_OPERATOR: dict[type[ast.operator], Operator] = {
    ast.Add: Operator.TAMBAH,
    ast.Sub: Operator.KURANG,
    ast.Mult: Operator.KALI,
    ast.Div: Operator.BAGI,
}


@lru_cache(maxsize=1024)
def urai(text: str) -> Rumus:
    """Return the tree of a formula such as ``selesai / diterima * 100``.

    Whatever is not a formula raises ``RumusError``, and nothing else, at once.
    """
    periksa(text)
    inti = text.strip(" ")
    geser = text.index(inti) + 1
    try:
        node = ast.parse(inti, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise RumusError("Rumus ini tidak dapat dibaca.", geser) from error
    rumus = _pohon(node, inti, geser)
    _satu_arti(rumus, node, geser)
    return rumus


def _pohon(node: ast.expr, text: str, geser: int) -> Rumus:
    """Translate what is allowed; the rest of Python's grammar ends here."""
    match node:
        case ast.BinOp(left=kiri, op=tanda, right=kanan) if type(tanda) in _OPERATOR:
            return Operasi(
                _OPERATOR[type(tanda)], _pohon(kiri, text, geser), _pohon(kanan, text, geser)
            )
        case ast.UnaryOp(op=ast.USub(), operand=isi):
            return Negatif(_pohon(isi, text, geser))
        case ast.Constant(value=int() | float()):
            return Angka(Decimal(text[node.col_offset : node.end_col_offset]))
        case ast.Name(id=nama):
            return Variabel(nama)
        case ast.Call(func=ast.Name(id=("sum" | "mean") as fungsi), args=[isi], keywords=[]):
            if isinstance(isi, ast.Name):
                return Daftar(Fungsi(fungsi), isi.id)
            raise RumusError(
                f"{fungsi}(…) hanya untuk satu daftar, bukan hitungan. "
                f"Tulis nama variabelnya saja, misalnya {fungsi}(nilai)",
                isi.col_offset + geser,
            )
    raise RumusError("Bagian ini tidak dapat dipakai di dalam rumus.", node.col_offset + geser)


def _satu_arti(rumus: Rumus, node: ast.expr, geser: int) -> None:
    """Raise where a variable is a list in one place and a single number in another."""
    campur = daftar(rumus) & {d.nama for d in daun(rumus) if isinstance(d, Variabel)}
    pakai = [bagian for bagian in ast.walk(node) if isinstance(bagian, ast.Name)]
    for bagian in sorted(pakai, key=lambda bagian: -bagian.col_offset):
        if bagian.id in campur:
            raise RumusError(
                f"“{bagian.id}” dipakai sebagai daftar dan sebagai satu angka. Pakai dua variabel.",
                bagian.col_offset + geser,
            )
