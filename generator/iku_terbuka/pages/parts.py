"""The generated parts of hand-written pages: front page, methodology, downloads, messages.

A hand-written page asks for a part with a line ``<!-- iku:ringkasan -->``.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from iku_terbuka.capaian import (
    ATURAN,
    RENTANG_SOURCE,
    Aturan,
    Status,
    StatusCounts,
    kelas_of_number,
)
from iku_terbuka.check.catalogue import catalogue
from iku_terbuka.context import Context
from iku_terbuka.model import Pemda, ProfilPemda, Skala
from iku_terbuka.model.keys import Key, file_keys
from iku_terbuka.opendata import COLUMNS
from iku_terbuka.opendata.columns import INDIKATOR_COLUMNS
from iku_terbuka.opendata.origin import cite_site
from iku_terbuka.opendata.tables import filled_tables
from iku_terbuka.pages.blocks import Download, Link, downloads, web_link
from iku_terbuka.pages.cari import search_form
from iku_terbuka.pages.kelengkapan import counted_units, kelengkapan_part
from iku_terbuka.pages.overview import (
    BarSegment,
    bar_segments,
    count_statuses,
    counted,
    counts_in_words,
    overview,
)
from iku_terbuka.pages.perubahan import changes_part, newest_changes
from iku_terbuka.pages.rumus import FormulaView, rule_formula
from iku_terbuka.pages.skala import SkalaView, skala_view
from iku_terbuka.pages.template import Macros, part, sections_part, stack
from iku_terbuka.publish import Section
from iku_terbuka.source.flow import flow_text
from iku_terbuka.wording import KEPASTIAN_WORDS, count_text, number_text, threshold_sentence

_PARTS = Macros("parts.html.j2")
_DATA_FOLDER = "data"
PANDAS_EXAMPLE = """\
import pandas as pd

data = pd.read_csv("capaian.csv", encoding="utf-8-sig", dtype={"kode_wilayah": str})
for status, jumlah in data["status"].value_counts().sort_index().items():
    print(status, jumlah)
"""
PYTHON_EXAMPLE = """\
import csv
from collections import Counter

with open("capaian.csv", encoding="utf-8-sig", newline="") as berkas:
    jumlah = Counter(baris["status"] for baris in csv.DictReader(berkas))
for status in sorted(jumlah):
    print(status, jumlah[status])
"""


def generated_parts(context: Context) -> Mapping[str, str]:
    """Return every part by the name under which a page asks for it."""
    return {
        **front_page_parts(context),
        **methodology_parts(context),
        "perubahan": changes_part(context),
        "kelengkapan": kelengkapan_part(context),
        "kode": codes_part(),
        "kunci": keys_part(),
        **data_parts(context),
    }


@dataclass(frozen=True)
class PemdaCard:
    """A Pemda in the list; ``words`` say what its bar shows."""

    link: Link
    provinsi: str
    tag: str
    note: str
    segments: tuple[BarSegment, ...]
    words: str


def front_page_parts(context: Context) -> Mapping[str, str]:
    """Return search, overview, list of Pemda and newest changes."""
    counts = {
        pemda.id: count_statuses(context, counted(pemda.instansi.all_indikator()))
        for pemda in context.laporan.pemda
    }
    cards = [_pemda_card(context, pemda, counts[pemda.id]) for pemda in context.laporan.pemda]
    return {
        "cari": part(search_form(context, "")),
        "ringkasan": _overview(context, sum(counts.values(), count_statuses(context, ()))),
        "daftar-pemda": part(_PARTS.pemda_list(cards=cards, note=_copies_note(context))),
        "perubahan-terbaru": part(newest_changes(context)),
    }


def _overview(context: Context, counts: StatusCounts) -> str:
    indicators = counted(context.laporan.all_indikator())
    regions, targeted = count_text(len(context.laporan.pemda)), count_text(counts.bertarget)
    note = f"dari {regions} daerah; {targeted} punya target tahunan"
    return part(overview(context, indicators, counts, note))


def _copies_note(context: Context) -> str:
    profiles = [pemda.profil for pemda in context.laporan.pemda]
    if any(profil.contoh for profil in profiles):
        return "Situs ini memuat data contoh: nama dan angkanya rekaan."
    if any(profil.resmi for profil in profiles):
        return ""
    return (
        "Semua data di sini adalah salinan dari dokumen publik; belum ada daerah yang "
        "menerbitkannya sendiri."
    )


def _pemda_card(context: Context, pemda: Pemda, counts: StatusCounts) -> PemdaCard:
    units = counted_units(pemda.instansi)
    only = f"hanya {units[0].nama}" if len(units) == 1 else f"{count_text(len(units))} instansi"
    return PemdaCard(
        link=Link(pemda.nama, context.link("", context.folder(pemda.id))),
        provinsi=pemda.profil.provinsi or "",
        tag=_pemda_tag(pemda.profil),
        note=f"{count_text(counts.total)} indikator · {only}" if units else "IKU belum dimuat",
        segments=bar_segments(counts),
        words=counts_in_words(counts),
    )


def _pemda_tag(profil: ProfilPemda) -> str:
    if profil.contoh:
        return "data contoh"
    return "" if profil.resmi else "salinan"


@dataclass(frozen=True)
class RuleView:
    """A rule of capaian with its formula; ``certainty`` says how sure its ``source`` is."""

    aturan: Aturan
    formula: FormulaView | None
    source: Markup
    certainty: str


@dataclass(frozen=True)
class NamedSkala:
    id: str
    view: SkalaView
    example: str


def methodology_parts(context: Context) -> Mapping[str, str]:
    """Return every rule of the registry, the thresholds of a trend, every scale file."""
    rules = [
        RuleView(
            aturan, rule_formula(aturan), _rule_source(aturan), KEPASTIAN_WORDS[aturan.kepastian]
        )
        for aturan in ATURAN.values()
    ]
    scales = [
        NamedSkala(skala_id, skala_view(skala, None, {}), _skala_example(skala))
        for skala_id, skala in sorted(context.laporan.skala.items())
    ]
    return {
        "aturan-capaian": part(_PARTS.rules(rules=rules, range_source=RENTANG_SOURCE)),
        "ambang-tren": part(f"<p>{threshold_sentence()}</p>"),
        "skala": part(_PARTS.scales(scales)),
    }


def _rule_source(aturan: Aturan) -> Markup:
    """Return where a rule was found, with the reports as links."""
    reports = (web_link(report.judul, report.tautan) for report in aturan.rujukan)
    return Markup(aturan.sumber).format(*reports)  # noqa: S704 (ours)


def _skala_example(skala: Skala) -> str:
    """Return one value and its class, looked up as every value is; of words, their order."""
    if not skala.berangka:
        order = " < ".join(kelas.predikat for kelas in skala.kelas)
        return f"Urutannya: {order}."
    middle = skala.kelas[len(skala.kelas) // 2]
    value = middle.mulai if middle.mulai is not None else middle.sampai
    if value is None or (kelas := kelas_of_number(skala, value)) is None:
        return ""
    return f"Contoh: {number_text(value)} masuk kelas {kelas.predikat}."


@cache
def codes_part() -> str:
    """Return every code of ``iku check``, by area."""
    areas = catalogue()
    sections = (Section(_PARTS.codes(area.kode), area.judul, area.id) for area in areas)
    return part(stack(_PARTS.areas(areas), sections_part(sections)))


@cache
def keys_part() -> str:
    """Return every key of every kind of data file, in a table for each place."""
    files = file_keys()
    sections = (Section(_PARTS.keys(file, _example), file.title, file.jenis) for file in files)
    return part(stack(_PARTS.kinds(files), sections_part(sections)))


def _example(key: Key) -> str:
    """Return a line of YAML with the example of a key, or nothing."""
    return "" if key.example is None else flow_text({key.name: key.example})


@dataclass(frozen=True)
class DownloadRow:
    """A node or an indicator with its page and its files."""

    link: Link
    files: tuple[Download, ...]


def data_parts(context: Context) -> Mapping[str, str]:
    """Return addresses of downloads, columns, an example for programs."""
    example = _PARTS.programs(
        pandas=PANDAS_EXAMPLE, python=PYTHON_EXAMPLE, printed=example_output(context)
    )
    return {
        "data": part(_PARTS.downloads(rows=_node_rows(context), examples=_example_rows(context))),
        "kolom": part(_PARTS.columns(caption="Kolom capaian.csv", columns=COLUMNS)),
        "kolom-indikator": part(
            _PARTS.columns(caption="Kolom indikator.csv", columns=INDIKATOR_COLUMNS)
        ),
        "tabel-lain": part(_PARTS.more_tables(filled_tables(context))),
        "contoh-program": part(example),
        "lisensi": part(_PARTS.licence(context.lisensi, cite_site(context))),
    }


def example_output(context: Context) -> str:
    """Return what both examples print: each status with its number of rows."""
    counts = Counter(
        status
        for instansi in context.all_instansi()
        for indikator in instansi.indikator
        for status in (
            [year.status for year in context.own_pengukuran(indikator).values()]
            or [Status.BELUM_DILAPORKAN]
        )
    )
    return "".join(f"{status} {counts[status]}\n" for status in sorted(counts))


def _node_rows(context: Context) -> list[DownloadRow]:
    """Return every Pemda, or what lies below the node that is the home."""
    nodes = context.top_nodes()[0].anak if context.root else context.top_nodes()
    return [_download_row(context, node.nama, node.id) for node in nodes]


def _example_rows(context: Context) -> list[DownloadRow]:
    """Return one instansi that is no Pemda, where there is one, and one indicator of it."""
    filled = [instansi for instansi in context.all_instansi() if instansi.indikator]
    below = [instansi for instansi in filled if context.folder(instansi.id).count("/")]
    example = next(iter(below or filled), None)
    if example is None:
        return []
    indikator = example.indikator[0]
    return [
        _download_row(context, context.full_name(example), example.id),
        _download_row(context, indikator.nama, indikator.kunci),
    ]


def _download_row(context: Context, nama: str, key: str) -> DownloadRow:
    href = context.link(_DATA_FOLDER, context.folder(key))
    return DownloadRow(Link(nama, href), downloads(context, _DATA_FOLDER, key))
