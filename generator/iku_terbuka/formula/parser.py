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

MAKS_HURUF = 1000
MAKS_KURUNG = 20
MAKS_NILAI = 50

_POTONGAN = re.compile(
    r" *(?:"
    r"(?P<angka>[0-9](?:[0-9A-Za-z_.,]*[0-9A-Za-z_])?)"
    r"|(?P<nama>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<tanda>\*\*|//|[-+*/()])"
    r"|(?P<lain>.)"
    r"|$)",
    re.DOTALL,
)
_ANGKA = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")

_KALI = "Untuk perkalian tulis *"
_BAGI = "Untuk pembagian tulis /"
_KURANG = "Untuk pengurangan tulis tanda hubung biasa: -"
_KURUNG = "Pakai kurung biasa: ( dan )"
_SEBARIS = "Tulis rumus dalam satu baris, dengan spasi biasa."
_KUTIP = "Tulis nama variabel tanpa tanda kutip."
_PANGKAT = "Tulis perkaliannya, misalnya a * a"
_UMUM = "Rumus hanya memakai nama variabel, angka, + - * / dan kurung."
_SARAN = {
    **dict.fromkeys("×·•∙⋅∗", _KALI),
    **dict.fromkeys("÷:∶⁄∕", _BAGI),
    **dict.fromkeys("−–—‐‑", _KURANG),
    **dict.fromkeys("[]{}", _KURUNG),
    **dict.fromkeys("\n\r\t", _SEBARIS),
    **dict.fromkeys("'\"“”‘’`", _KUTIP),
    **dict.fromkeys("^²³", _PANGKAT),
    "%": "Tulis 100, tanpa tanda persen; persen disebut di “satuan”.",
    "=": "Tulis hitungannya saja, tanpa tanda sama dengan.",
    ".": "Titik hanya dipakai di dalam angka, misalnya 0.5",
    ",": "Koma tidak dipakai: angka memakai titik, misalnya 0.5, dan sum berisi satu daftar.",
    "√": "Akar tidak dipakai.",
    "**": _PANGKAT,
    "//": _BAGI,
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
    if len(text) > MAKS_HURUF:
        raise RumusError(
            f"Rumus ini lebih dari {MAKS_HURUF} karakter. Untuk banyak angka pakai daftar: "
            "sum(nama_daftar)",
            MAKS_HURUF + 1,
        )
    terbuka: list[int] = []
    banyak = 0
    sebelum = ""
    for kini, kolom in _potong(text):
        if len(kini) > MAX_NAME:
            raise RumusError(f"Nama atau angka ini lebih dari {MAX_NAME} karakter.", kolom)
        if kini[:1].isalpha() or kini[:1] == "_":
            _periksa_nama(kini, kolom)
        _periksa_urutan(sebelum, kini, kolom)
        if kini[:1].isdigit():
            _periksa_angka(kini, kolom)
        banyak += _nilai(kini)
        if kini == "(":
            terbuka.append(kolom)
        elif kini == ")":
            if not terbuka:
                raise RumusError("Kurung tutup ini tidak punya pasangan. Hapus kurung ini.", kolom)
            terbuka.pop()
        if len(terbuka) > MAKS_KURUNG:
            raise RumusError("Kurungnya terlalu bertingkat. Sederhanakan rumusnya.", kolom)
        if banyak > MAKS_NILAI:
            raise RumusError(
                f"Rumus ini memuat lebih dari {MAKS_NILAI} angka dan variabel. Untuk banyak angka "
                "pakai daftar: sum(nama_daftar)",
                kolom,
            )
        sebelum = kini
    if terbuka:
        raise RumusError("Kurung ini tidak ditutup. Tambahkan kurung tutup.", terbuka[-1])


def _potong(text: str) -> Iterator[tuple[str, int]]:
    """Yield every token with its column; the end of the text is the empty token."""
    for found in _POTONGAN.finditer(text):
        jenis = found.lastgroup
        if jenis is None:
            yield "", found.end() + 1
            return
        kini, kolom = found[jenis], found.start(jenis) + 1
        if jenis == "lain" or (jenis == "tanda" and len(kini) > 1):
            tampak = kini if kini.isprintable() else f"U+{ord(kini):04X}"
            saran = _SARAN.get(kini, _UMUM)
            raise RumusError(f"“{tampak}” tidak dikenal di dalam rumus. {saran}", kolom)
        yield kini, kolom


def _periksa_angka(angka: str, kolom: int) -> None:
    if len(angka) > MAX_DIGITS:
        raise RumusError("Angka ini terlalu panjang. Periksa kembali angkanya.", kolom)
    if AMBIGUOUS.fullmatch(angka):
        raise RumusError(
            f"Angka “{angka}” dapat dibaca dua cara. Tulis {angka.replace('.', '')} kalau titiknya "
            f"pemisah ribuan, atau {angka}0 kalau titiknya tanda desimal.",
            kolom,
        )
    if not _ANGKA.fullmatch(angka):
        raise RumusError(f"“{angka}” bukan angka biasa. {_saran_angka(angka)}", kolom)


def _saran_angka(angka: str) -> str:
    if re.fullmatch(r"[0-9]+,[0-9]+", angka):
        return f"Tulis dengan titik: {angka.replace(',', '.')}"
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", angka):
        return f"Tulis tanpa titik ribuan: {angka.replace('.', '')}"
    if re.fullmatch(r"[0-9]+(_[0-9]+)+", angka):
        return f"Tulis tanpa garis bawah: {angka.replace('_', '')}"
    if re.fullmatch(r"0[0-9]+", angka):
        return f"Tulis tanpa nol di depan: {int(angka)}"
    if re.fullmatch(r"[0-9]+[eE][0-9]", angka):
        return f"Tulis lengkap: {Decimal(angka):f}"
    return "Tulis angka seperti 100 atau 0.5; nama variabel diawali huruf."


def _periksa_nama(nama: str, kolom: int) -> None:
    if nama in set(Function) or is_name(nama):
        return
    usul = nama.lower().strip("_")
    if usul == nama:
        saran = f"Pakai nama yang lebih lengkap, misalnya jumlah_{nama}"
    else:
        saran = "Pakai huruf kecil, angka, dan garis bawah, diawali huruf"
        saran += f": {usul}" if is_name(usul) else "."
    raise RumusError(f"“{nama}” tidak dapat menjadi nama variabel. {saran}", kolom)


def _nilai(kini: str) -> bool:
    """Say whether a token is a number or a variable."""
    return kini[:1].isalnum() and kini not in set(Function)


def _periksa_urutan(sebelum: str, kini: str, kolom: int) -> None:
    """Raise unless ``kini`` may follow ``sebelum``; both ends of the text are the empty token."""
    if sebelum in set(Function) and kini != "(":
        raise RumusError(
            f"Sesudah “{sebelum}” tulis nama daftarnya dalam kurung, misalnya {sebelum}(nilai)",
            kolom,
        )
    lengkap = sebelum == ")" or _nilai(sebelum)  # a value ends here
    membuka = kini == "(" or kini[:1].isalnum()  # a value begins here
    if lengkap and membuka:
        raise RumusError(_tanpa_tanda(sebelum, kini), kolom)
    minus_depan = kini == "-" and sebelum in {"", "("}
    if not lengkap and not membuka and not minus_depan and sebelum not in set(Function):
        raise RumusError(_tanpa_nilai(sebelum, kini), kolom)


def _tanpa_tanda(sebelum: str, kini: str) -> str:
    if kini == "(" and sebelum != ")" and not sebelum[0].isdigit():
        return f"“{sebelum}” bukan fungsi. Yang ada hanya sum(…) dan mean(…); untuk kali tulis *"
    if "x" in {sebelum, kini}:
        return f"Tidak ada tanda hitung sebelum “{kini}”. Untuk perkalian tulis *, bukan x."
    if sebelum[0].isdigit() and kini[0].isdigit():
        return f"Ada spasi di dalam angka. Tulis tanpa spasi: {sebelum}{kini}"
    return f"Tidak ada tanda hitung sebelum “{kini}”. Tulis + - * atau / di antaranya."


def _tanpa_nilai(sebelum: str, kini: str) -> str:
    if not sebelum and not kini:
        return "Rumus ini kosong. Tulis hitungannya, misalnya a / b * 100"
    if not kini or kini == ")":
        if sebelum == "(":
            return "Kurung ini kosong. Isi atau hapus kurungnya."
        return f"Tidak ada nilai sesudah “{sebelum}”. Tulis angka atau nama variabel."
    if kini == "-":
        return f"Tanda minus sesudah “{sebelum}” harus di dalam kurung, misalnya a {sebelum} (-b)"
    if kini == "+" and sebelum in {"", "("}:
        return "Tanda plus di depan tidak dipakai. Hapus tandanya."
    return f"Tidak ada nilai sebelum “{kini}”. Tulis angka atau nama variabel."


_OPERATOR: dict[type[ast.operator], Operator] = {
    ast.Add: Operator.TAMBAH,
    ast.Sub: Operator.KURANG,
    ast.Mult: Operator.KALI,
    ast.Div: Operator.BAGI,
}


@lru_cache(maxsize=1024)
def parse_rumus(text: str) -> Rumus:
    """Return the tree of a formula such as ``selesai / diterima * 100``.

    Whatever is not a formula raises ``RumusError``, and nothing else, at once.
    """
    check_text(text)
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
            return Operation(
                _OPERATOR[type(tanda)], _pohon(kiri, text, geser), _pohon(kanan, text, geser)
            )
        case ast.UnaryOp(op=ast.USub(), operand=isi):
            return Negative(_pohon(isi, text, geser))
        case ast.Constant(value=int() | float()):
            return Number(Decimal(text[node.col_offset : node.end_col_offset]))
        case ast.Name(id=nama):
            return Variabel(nama)
        case ast.Call(func=ast.Name(id=("sum" | "mean") as fungsi), args=[isi], keywords=[]):
            if isinstance(isi, ast.Name):
                return Aggregate(Function(fungsi), isi.id)
            raise RumusError(
                f"{fungsi}(…) hanya untuk satu daftar, bukan hitungan. "
                f"Tulis nama variabelnya saja, misalnya {fungsi}(nilai)",
                isi.col_offset + geser,
            )
    raise RumusError("Bagian ini tidak dapat dipakai di dalam rumus.", node.col_offset + geser)


def _satu_arti(rumus: Rumus, node: ast.expr, geser: int) -> None:
    """Raise where a variable is a list in one place and a single number in another."""
    campur = list_names(rumus) & {d.nama for d in leaves(rumus) if isinstance(d, Variabel)}
    pakai = [bagian for bagian in ast.walk(node) if isinstance(bagian, ast.Name)]
    for bagian in sorted(pakai, key=lambda bagian: -bagian.col_offset):
        if bagian.id in campur:
            raise RumusError(
                f"“{bagian.id}” dipakai sebagai daftar dan sebagai satu angka. Pakai dua variabel.",
                bagian.col_offset + geser,
            )
