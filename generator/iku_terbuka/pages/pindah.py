"""The pages at the addresses of instansi and indicators that are there no more: they lead on.

Each is a whole HTML file of its own, without the theme and without a script, so that it works from
any host and from a folder alike. No search engine is to keep it.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from iku_terbuka.context import Context
from iku_terbuka.pages.blocks import Link
from iku_terbuka.pages.template import Macros
from iku_terbuka.publish import FilePlan
from iku_terbuka.publish.page import page_path

_PAGE = Macros("pindah.html.j2")


def moved_pages(context: Context) -> Iterator[FilePlan]:
    """Plan a page for every address that leads on, if both ends belong to this site."""
    indicators = {each.kunci: each for node in context.all_instansi() for each in node.indikator}
    nodes = {node.id for node in context.all_instansi()}
    for old, news in context.laporan.moved.items():
        known = [key for key in news if key in indicators or key in nodes]
        inside = not context.root or old.startswith(f"{context.root}/")
        if not known or not inside:
            continue
        names = [indicators[key].nama if key in indicators else "" for key in known]
        owners = {key if key in nodes else key.rpartition("/")[0] for key in known}
        make = partial(_page, context, old, tuple(zip(known, names, strict=True)))
        # Those with several ends are few.
        instansi = owners.pop() if len(owners) == 1 else ""
        yield FilePlan(page_path(context.folder(old)), make, instansi=instansi)
        for tahun, ends in _years(context, [key for key in known if key in nodes]).items():
            folder = f"{old}/tahun-{tahun}"
            make = partial(_page, context, folder, tuple((key, "") for key in ends), tahun)
            yield FilePlan(page_path(context.folder(folder)), make, instansi=instansi)


def _years(context: Context, keys: Sequence[str]) -> dict[int, list[str]]:
    """Return the instansi among ``keys`` with a page of a year, by year."""
    years = sorted({tahun for key in keys for tahun in context.instansi[key].tahun})
    return {tahun: [key for key in keys if tahun in context.instansi[key].tahun] for tahun in years}


def _page(
    context: Context, old: str, ends: Sequence[tuple[str, str]], tahun: int | None = None
) -> bytes:
    """Return the page at ``old`` that leads to ``ends``, keys with names; to those of a year."""
    folder, below = context.folder(old), f"/tahun-{tahun}" if tahun else ""
    links = [
        Link(
            f"{_name(context, key, nama)}{f', tahun {tahun}' if tahun else ''}",
            context.link(folder, context.folder(f"{key}{below}")),
        )
        for key, nama in ends
    ]
    canonical = links[0].href if len(links) == 1 else ""
    if canonical and context.site_url:
        canonical = f"{context.site_url}{context.folder(f'{ends[0][0]}{below}')}/"
    html = _PAGE.page(links=links, canonical=canonical, site=context.site_name)
    return f"{html.strip()}\n".encode()


def _name(context: Context, key: str, nama: str) -> str:
    """Return the full name of an instansi, or that of an indicator with its instansi behind it."""
    owner = context.full_name(context.instansi[key.rpartition("/")[0] if nama else key])
    return f"{nama}, {owner}" if nama else owner
