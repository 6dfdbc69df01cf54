"""What things are called and where they lie, in descriptions for machines.

With ``site_url`` every address is absolute and names the thing as well. Without it identifiers are
``urn:iku:…``, and addresses are relative to the file that holds them, which readers resolve
against the place they took that file from.
"""

from iku_terbuka.context import Context


def pengenal(context: Context, kunci: str) -> str:
    """Return what identifies a node or an indicator; empty ``kunci``: the site."""
    if context.site_url:
        return alamat_halaman(context, context.folder(kunci) if kunci else "", "")
    return f"urn:iku:{kunci or context.root or 'situs'}"


def alamat_berkas(context: Context, path: str, dari: str) -> str:
    """Return the address of a file of the site, as a file in folder ``dari`` names it."""
    return context.site_url + path if context.site_url else context.file_link(dari, path)


def alamat_halaman(context: Context, folder: str, dari: str) -> str:
    """Return the address of the page in ``folder``, as a file in folder ``dari`` names it."""
    if context.site_url:
        return f"{context.site_url}{folder}/" if folder else context.site_url
    return context.link(dari, folder)
