"""What a file must be before anything parses it: a plain .xlsx of a reasonable size.

Old, encrypted and macro workbooks, zip bombs and entity bombs are refused here, from the table of
contents and the first bytes of each part.
"""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from iku_terbuka.formulir.masalah import BukuDitolakError

MAKS_BERKAS = 5_000_000
MAKS_ISI = 20_000_000
MAKS_BAGIAN = 500
MAKS_UNSUR = 600_000  # each empty element costs a parser a hundred times its bytes
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIMPAN = "Buka di Excel, lalu Simpan Sebagai “Buku Kerja Excel (.xlsx)”."
_RUSAK = (
    "Berkas Excel ini rusak atau tidak lengkap. Simpan ulang dari Excel, atau buat formulir baru."
)
_TERLALU_BESAR = (
    "Isi berkas ini jauh lebih besar daripada formulir. Buat formulir baru, lalu salin isian Anda "
    "ke sana."
)
_DTD = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_PENGODEAN = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["'](?!utf-8|us-ascii)""", re.IGNORECASE)


def periksa_arsip(raw: bytes) -> None:
    """Raise :class:`BukuDitolakError` unless ``raw`` may be handed to a parser."""
    if len(raw) > MAKS_BERKAS:
        raise BukuDitolakError(
            f"Berkas ini lebih dari {MAKS_BERKAS // 1_000_000} MB. Buang gambar dan lembar lain, "
            "atau buat formulir baru."
        )
    if raw.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise BukuDitolakError(
                "Berkas ini bersandi. Hapus kata sandinya di Excel (Berkas, Info), lalu simpan."
            )
        raise BukuDitolakError(f"Ini berkas Excel lama (.xls). {_SIMPAN}")
    try:
        with ZipFile(BytesIO(raw)) as archive:
            _periksa(archive)
    except BukuDitolakError:
        raise
    except Exception as error:  # a damaged archive may fail in any way
        is_zip = raw.startswith(b"PK") and not isinstance(error, BadZipFile)
        raise BukuDitolakError(
            _RUSAK if is_zip or raw.startswith(b"PK") else f"Ini bukan berkas Excel. {_SIMPAN}"
        ) from error


def _periksa(archive: ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if "mimetype" in names and "content.xml" in names:
        raise BukuDitolakError(f"Ini berkas LibreOffice (.ods). {_SIMPAN}")
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise BukuDitolakError(f"Ini bukan berkas Excel. {_SIMPAN}")
    total = sum(part.file_size for part in parts)
    if total > MAKS_ISI or len(parts) > MAKS_BAGIAN or len(set(names)) < len(names):
        raise BukuDitolakError(_TERLALU_BESAR)
    if any(part.flag_bits & 1 for part in parts):
        raise BukuDitolakError("Berkas ini bersandi. Simpan tanpa kata sandi.")
    elements = 0
    for part in parts:
        content = archive.read(part)
        _periksa_bagian(part, content)
        elements += content.count(b"<")
    if elements > MAKS_UNSUR:
        raise BukuDitolakError(_TERLALU_BESAR)


def _periksa_bagian(part: ZipInfo, content: bytes) -> None:
    """Refuse macros and XML that declares anything of its own."""
    if "vbaproject" in part.filename.lower() or (
        part.filename == "[Content_Types].xml" and b"macroEnabled" in content
    ):
        raise BukuDitolakError(f"Berkas ini memuat makro. {_SIMPAN}")
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    strange = content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:64]
    if strange or _PENGODEAN.match(content[:1000]) or _DTD.search(content):
        raise BukuDitolakError(_RUSAK)
