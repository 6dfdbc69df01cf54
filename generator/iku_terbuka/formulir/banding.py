"""A form that came back, beside the data: what staff changed, and what cannot be taken over.

Three values meet in a cell: what it held when the form was made, what it holds now, and what the
data holds by now. Only what staff changed is taken over; so an old form never undoes what somebody
else entered since, and a form that nobody touched changes nothing.
"""

from collections.abc import Mapping

from iku_terbuka.formulir.banding_baris import BandingBaris
from iku_terbuka.formulir.buku import Buku, Sel
from iku_terbuka.formulir.impor import Impor
from iku_terbuka.formulir.isi import STATUS, Baris, Formulir
from iku_terbuka.formulir.kolom import ISIAN, KOLOM
from iku_terbuka.formulir.lembar import KATA_STATUS
from iku_terbuka.formulir.masalah import Masalah, alamat
from iku_terbuka.formulir.rapi import rapikan
from iku_terbuka.formulir.ubahan import Ubahan
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.text import quoted


def bandingkan(buku: Buku, kini: Formulir) -> Impor:
    """Compare a form with ``kini``, the form that would be made now."""
    impor = Impor()
    columns = _columns(buku, kini.tahun, impor)
    _gabungan(buku, impor)
    _status(buku, kini, impor)
    known = {baris.kunci: baris for baris in kini.baris}
    seen: dict[str, int] = {}
    lost = False
    for cells in buku.baris:
        here = {kunci: cells[c] for kunci, c in columns.items() if c in cells}
        if not here:
            continue
        row = next(iter(here.values())).baris
        baris, problem = _dikenali(here, known, seen)
        if problem:
            impor.masalah.append(Masalah(row, columns["id"], *problem))
            lost = lost or baris is None
        if baris:
            seen[baris.kunci] = row
            BandingBaris(buku.dasar, baris, here, columns, row, impor).bandingkan()
    missing = [baris.nama for baris in kini.baris if baris.kunci not in seen]
    # A row that cannot be told may be the one that is missing.
    if missing and not lost:
        names = ", ".join(quoted(name, 60) for name in missing[:5])
        more = f" dan {len(missing) - 5} lainnya" if len(missing) > 5 else ""
        impor.catat(0, 0, f"Tidak ada barisnya, jadi dibiarkan seperti semula: {names}{more}.")
    return impor


def _columns(buku: Buku, tahun: int, impor: Impor) -> dict[str, int]:
    """Find every column by its heading, wherever it was moved to.

    A form of an earlier version may lack a column that is new since.
    """
    made_with = {kunci for _, kunci in buku.dasar}
    names = {_judul(kolom.judul_tahun(tahun)): kolom for kolom in KOLOM}
    found: dict[str, int] = {}
    for cell in buku.judul:
        kolom = names.get(_judul(cell.teks))
        if kolom is None:
            pesan = f"Kolom {quoted(cell.teks)} tidak dikenal, jadi tidak dibaca."
            impor.catat(cell.baris, cell.kolom, pesan)
        elif kolom.kunci in found:
            first = alamat(cell.baris, found[kolom.kunci])
            impor.salah(
                cell,
                f"Judul kolom {quoted(cell.teks)} sudah ada di {first}.",
                "Hapus salah satu kolomnya.",
            )
        else:
            found[kolom.kunci] = cell.kolom
    for kolom in KOLOM:
        if kolom.kunci not in found and kolom.kunci in made_with:
            judul = kolom.judul_tahun(tahun)
            pesan = f"Kolom {quoted(judul)} tidak ada."
            saran = "Kembalikan judul kolomnya, atau salin isian Anda ke formulir baru."
            impor.masalah.append(Masalah(buku.judul[0].baris, 0, pesan, saran))
    return found


def _judul(text: str) -> str:
    return " ".join(rapikan(text).casefold().split())


def _gabungan(buku: Buku, impor: Impor) -> None:
    """Refuse merged cells in the table: whose values they are cannot be known."""
    for merged in buku.gabungan:
        first, _, end = merged.partition(":")
        top, left = _tempat(first)
        last, right = _tempat(end or first)
        impor.gabungan.append((top, left, last, right))
        if last >= buku.judul[0].baris:
            pesan = f"Sel {merged} digabung."
            saran = "Pisahkan (Gabung & Ketengahkan, Batalkan), lalu isi tiap barisnya."
            impor.masalah.append(Masalah(last, 0, pesan, saran))


def _tempat(alamat_sel: str) -> tuple[int, int]:
    """Return row and column of an address, both from 1: AB7 is (7, 28)."""
    letters = alamat_sel.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(alamat_sel[len(letters) :]), column


def _status(buku: Buku, kini: Formulir, impor: Impor) -> None:
    cell = buku.status
    if cell is None:
        return
    impor.sel[STATUS,] = (cell.baris, cell.kolom)
    typed, choices = cell.teks.casefold(), [status.value for status in StatusData]
    if typed not in choices:
        impor.salah(cell, f"{quoted(cell.teks)} bukan status.", f"Pilih {' atau '.join(choices)}.")
    elif typed not in {kini.status, buku.dasar.get(("", STATUS), "")}:
        impor.ubah(KATA_STATUS, kini.status, Ubahan((STATUS,), typed))


def _dikenali(
    here: Mapping[str, Sel], known: Mapping[str, Baris], seen: Mapping[str, int]
) -> tuple[Baris | None, tuple[str, str] | None]:
    """Return the row of the form that these cells are, and what is wrong with their id.

    Where the id is wrong the name of the indicator tells the row, so that its cells are judged in
    the same run. A row of locked cells alone may be anything.
    """
    named = _menurut_nama(here, known, seen)
    again = f"Kembalikan Id-nya: {named.kunci}" if named else ""
    if "id" not in here:
        if named is None and not here.keys() & {kolom.kunci for kolom in ISIAN}:
            return None, None
        hint = "Pindahkan isinya ke baris indikatornya, atau hapus barisnya."
        return named, ("Baris ini berisi data tetapi tidak punya Id.", again or hint)
    kunci = here["id"].teks
    if kunci in seen:
        message = f"Id {quoted(kunci, 90)} sudah ada di baris {seen[kunci]}."
        return named, (message, again or "Hapus salah satu barisnya.")
    if kunci not in known:
        message = f"Id {quoted(kunci, 90)} tidak ada dalam keputusan instansi ini."
        hint = "Hapus baris ini; indikator baru ditambahkan di iku.yaml, bukan di formulir."
        return named, (message, again or hint)
    return known[kunci], None


def _menurut_nama(
    here: Mapping[str, Sel], known: Mapping[str, Baris], seen: Mapping[str, int]
) -> Baris | None:
    """Return the only row that is called so and was not met yet."""
    if "indikator" not in here:
        return None
    name = here["indikator"].teks
    rows = [baris for baris in known.values() if baris.tampak["indikator"] == name]
    return rows[0] if len(rows) == 1 and rows[0].kunci not in seen else None
