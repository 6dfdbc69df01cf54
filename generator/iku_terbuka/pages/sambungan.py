"""What goes on where: links between an instansi or indicator and the one before or after it."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi, Successor
from iku_terbuka.pages.blocks import Fact
from iku_terbuka.wording import join_words, years_text


def dated_name(instansi: Instansi) -> str:
    """Return its name; of one that is no more, until when it was: Dinas Sosial (sampai 2024)."""
    if not instansi.endings:
        return instansi.nama
    return f"{instansi.nama} (sampai {min(each.sejak for each in instansi.endings) - 1})"


def indikator_notes(context: Context, indikator: Indikator) -> Iterator[Markup]:
    """Yield what an indicator goes on with, what it replaced, and what goes on with it."""
    folder = context.folder(indikator.kunci)
    replaced = indikator.definisi.menggantikan
    if replaced:
        old = _link(context, folder, f"{indikator.instansi_id}/{replaced.id}")
        why = f", dasar: {replaced.dasar.rstrip('.')}" if replaced.dasar else ""
        yield Markup("Menggantikan {} sejak {}{}.").format(old, replaced.sejak, why)
    live = [key for key in indikator.former if _find(context, key)]
    if indikator.read_from:
        years: dict[str, list[int]] = {}
        for tahun, key in sorted(indikator.read_from.items()):
            years.setdefault(key, []).append(tahun)
        for key, own in years.items():
            yield Markup("Angka {} dari {}.").format(years_text(own), _link(context, folder, key))
    elif live:
        yield Markup(
            "Melanjutkan {}. Angka lamanya untuk tahun yang sama, jadi tidak digabung; lihat "
            "halaman masing-masing."
        ).format(_joined(_link(context, folder, key) for key in live))
    for label, found in _what_follows(indikator).items():
        links = (_link(context, folder, each.kunci) for each in found)
        yield Markup("{}: {}.").format(label, _joined(links))


def _what_follows(indikator: Indikator) -> dict[str, list[Successor]]:
    """Return what goes on with an indicator by what it is; the lead says since when and why."""
    found: dict[str, list[Successor]] = {}
    for each in indikator.endings:
        if each.continues:
            label = "Lanjutannya"
        elif each.kunci.rpartition("/")[0] == indikator.instansi_id:
            label = "Penggantinya"
        else:
            label = "Penerus instansinya"
        found.setdefault(label, []).append(each)
    return found


def former_fact(former: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return the ids by which something was known before, where there are any."""
    return (Fact("Dahulu", former),) if former else ()


def instansi_notes(context: Context, instansi: Instansi) -> Iterator[Markup]:
    """Yield since when an instansi is no more, and with which one it goes on."""
    folder = context.folder(instansi.id)
    if instansi.endings:
        sejak = min(each.sejak for each in instansi.endings)
        yield Markup("{} tidak ada lagi sejak {}. Dilanjutkan {}.").format(
            instansi.nama,
            sejak,
            _joined(_link(context, folder, each.kunci) for each in instansi.endings),
        )
    live = [key for key in instansi.former if key in context.instansi]
    if live:
        yield Markup("Melanjutkan {}.").format(_joined(_link(context, folder, key) for key in live))


def _joined(links: Iterable[Markup]) -> Markup:
    return Markup(join_words(list(links)))  # noqa: S704 (each is escaped)


def _find(context: Context, key: str) -> Indikator | None:
    node = context.instansi.get(key.rpartition("/")[0])
    return next((each for each in node.indikator if each.kunci == key), None) if node else None


def _link(context: Context, folder: str, key: str) -> Markup:
    """Return the name of an instansi or an indicator, with a link where it has a page here."""
    indikator = _find(context, key)
    owner = indikator.instansi_id if indikator else key
    node = context.instansi.get(owner)
    nama = node.nama if node else key
    if indikator:
        nama = f"{indikator.nama}, {nama}"
    if not context.has_page(owner):
        return Markup("{}").format(nama)
    return Markup('<a href="{}">{}</a>').format(context.link(folder, context.folder(key)), nama)
