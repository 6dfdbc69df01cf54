"""What things are called and where they lie, in descriptions for machines.

With ``site_url`` every address is absolute and names the thing as well. Without it identifiers are
``urn:iku:…``, and addresses are relative to the file that holds them, which readers resolve
against the place they took that file from.
"""

from iku_terbuka.konteks import Konteks


def pengenal(konteks: Konteks, kunci: str) -> str:
    """Return what identifies a node or an indicator; empty ``kunci``: the site."""
    if konteks.alamat_situs:
        return alamat_halaman(konteks, konteks.folder(kunci) if kunci else "", "")
    return f"urn:iku:{kunci or konteks.akar or 'situs'}"


def alamat_berkas(konteks: Konteks, path: str, dari: str) -> str:
    """Return the address of a file of the site, as a file in folder ``dari`` names it."""
    return konteks.alamat_situs + path if konteks.alamat_situs else konteks.berkas(dari, path)


def alamat_halaman(konteks: Konteks, folder: str, dari: str) -> str:
    """Return the address of the page in ``folder``, as a file in folder ``dari`` names it."""
    if konteks.alamat_situs:
        return f"{konteks.alamat_situs}{folder}/" if folder else konteks.alamat_situs
    return konteks.tautan(dari, folder)
