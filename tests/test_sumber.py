"""Every sentence of a page that speaks of its source rests on the field that it speaks of.

``PERNYATAAN`` lists the sentences that pages may say of a document, each with the test of the data
that makes it true. A page with another one fails: a new sentence gets a row here, with its field.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator, Instansi, Skala
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.hasil import Hasil
from iku_terbuka.model.iku import Dokumen, Iku
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.pages import indikator_page, instansi_page, pemda_page, tahun_pages
from iku_terbuka.wording import without_latex
from tests.conftest import ACUAN, CONTOH, DATA
from tests.fictional import PEMDA, Write, iku
from tests.html_tree import Element, one_line, parse

# Words by which a sentence speaks of the document, of its copy, or of who wrote what.
BICARA = re.compile(
    r"cetak|dokumen|penyunting|disalin|salinan|dicantumkan|tercantum|diterbitkan|menerbitkan"
    r"|disimpulkan|dokumen yang disalin|disalin sebagian|tidak (?:memuat|menyebut|disebut)",
    re.IGNORECASE,
)
# Words by which one says that a document lacks something.
ABSEN = re.compile(
    r"(?:[Dd]okumen(?:nya)?|[Ll]aporan(?:nya)?|[Ss]umber(?:nya)?|[Hh]alaman itu) tidak "
    r"(?:memuat|menyebut|mencetak|menjelaskan|mencantumkan)"
    r"|[Tt]idak (?:tercetak|dicantumkan|tercantum|disebut)"
)
# Elements within a sentence; every other one holds sentences of its own.
_SEBARIS = frozenset(
    {"a", "abbr", "b", "br", "button", "code", "em", "i", "span", "strong", "sub", "sup", "wbr"}
)


@dataclass(frozen=True)
class Tempat:
    """A page with the data that it is made of: a row, or an instansi; ``label`` is the nearest."""

    nama: str
    iku: tuple[Iku, ...]
    instansi: Instansi
    indikator: tuple[Indikator, ...]
    each: Indikator | None
    teks: str
    skala: tuple[Skala, ...]
    label: str = ""

    @property
    def sebagian(self) -> bool:
        return self.iku[-1].sebagian

    @property
    def definisi(self) -> tuple[DefinisiIndikator, ...]:
        return tuple(penetapan.definisi for each in self.indikator for penetapan in each.penetapan)

    @property
    def hasil(self) -> tuple[Hasil, ...]:
        return tuple(hasil for each in self.indikator for hasil in each.hasil.values())

    @cached_property
    def isian(self) -> tuple[str, ...]:
        """Every typed text of this page, the longest first."""
        found = {one_line(text) for iku in self.iku for text in _teks(iku)}
        found |= {one_line(text) for hasil in self.hasil for text in _teks(hasil)}
        found |= {one_line(without_latex(text)) for text in found}
        found |= {one_line(text) for skala in self.skala for text in _teks(skala)}
        for tahunan in (self.instansi.capaian or {}).values():
            found |= {one_line(text) for text in tahunan.catatan}
        for evaluasi in self.instansi.evaluasi.values():
            found |= {one_line(text) for text in _teks(evaluasi)}
        return tuple(sorted((text for text in found if len(text) > 3), key=len, reverse=True))


def _teks(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _teks(getattr(value, name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _teks(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _teks(each)
    elif isinstance(value, str):
        yield value
        yield from value.splitlines()


def _nilai(value: object) -> Iterator[IsiNilai]:
    if isinstance(value, IsiNilai):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _nilai(getattr(value, name))
    elif isinstance(value, Mapping | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _nilai(each)


# What each label, or heading, of a page calls the key of a row.
KUNCI = {
    "Sasaran": "sasaran",
    "Satuan": "satuan",
    "Arah": "arah",
    "Cakupan": "cakupan",
    "Sumber data": "sumber_data",
    "Penanggung jawab": "penanggung_jawab",
    "Rumus indikator": "formula",
    "Rumus capaian": "rumus_capaian",
    "Definisi operasional": "definisi_operasional",
    "Jenis": "jenis",
    "Arti": "makna",
    "Alasan dipilih": "alasan",
    "Penjelasan": "penjelasan",
}
NAMA = {
    "arti": "makna",
    "alasan pemilihan": "alasan",
    "rumus": "formula",
    "target per tahun": "target",
    "rumus capaian": "rumus_capaian",
}
# Facts of a page of an instansi, by the field that holds them.
BIDANG: Mapping[str, Callable[[Iku], Any]] = {
    "Tugas": lambda iku: iku.tugas,
    "Fungsi": lambda iku: iku.fungsi,
    "Dasar hukum": lambda iku: iku.dasar_hukum,
    "Tahun dokumen": lambda iku: iku.dokumen and iku.dokumen.tahun,
    "Periode": lambda iku: iku.periode,
}


def _row(t: Tempat) -> DefinisiIndikator:
    assert t.each is not None
    return t.each.definisi


def _kosong(t: Tempat) -> bool:
    """Whether the field of the label is empty in the data."""
    if t.label in BIDANG:
        return not BIDANG[t.label](t.iku[-1])
    if t.label.startswith("Rumus indikator "):  # of one decree of several
        return not all(d.formula for d in t.definisi)
    if t.each is not None and t.label in KUNCI:
        return not getattr(_row(t), KUNCI[t.label])
    return t.label in {"Jenjang", "Arti", "Alasan dipilih", "Cara menghitung", "Dokumen"} or (
        t.label in {"Tentang", "Nomor", "Tanggal"}
    )


def _utuh(t: Tempat, *, tanpa: bool) -> bool:
    return not t.sebagian and bool(_named(t)) and (not tanpa or _kosong(t))


def _named(t: Tempat) -> object:
    """Tell whether a document is named at all, which can lack something."""
    return t.iku[-1].dokumen or t.iku[-1].dasar_hukum or t.iku[-1].dokumen_ref


def _kunci(words: str) -> set[str]:
    names = re.split(r", dan | dan |, ", words[:1].lower() + words[1:])
    return {
        {"nama sasaran": "nama", "nomor sasaran": "nomor"}.get(
            name, NAMA.get(name, name.replace(" ", "_"))
        )
        for name in names
    }


def _ditambahkan(t: Tempat, words: str) -> bool:
    row = t.each and t.each.terbaru.sasaran
    sasaran = row.disimpulkan if row else ()
    return _kunci(words) <= {*_row(t).disimpulkan, *sasaran}


def _dipindahkan(t: Tempat, words: str, place: str) -> bool:
    assert t.each is not None
    sasaran = t.each.terbaru.sasaran
    places = {**_row(t).tercetak_di, **(sasaran.tercetak_di if sasaran else {})}
    return all(one_line(places[key]) == place for key in _kunci(words))


def _tanpa_target(t: Tempat) -> bool:
    return any(tahun not in d.target for d in t.definisi for tahun in t.indikator[0].tahun) or any(
        not d.target for d in t.definisi
    )


def _diterbitkan(t: Tempat) -> bool:
    return any(hasil.diterbitkan for hasil in t.hasil)


def _hasil_sebagian(t: Tempat) -> bool:
    return any(hasil.sumber and hasil.sumber.sebagian for hasil in t.hasil)


def _tercetak(t: Tempat, text: str) -> bool:
    values = [*_nilai(t.definisi), *_nilai(t.hasil)]
    return text in {one_line(content.tercetak) for content in values if content.tercetak}


Uji = Callable[..., bool]
PERNYATAAN: list[tuple[str, Uji]] = [
    # What the page is.
    (r"Salinan dari dokumen publik, bukan situs resmi\..*", lambda t: not t.sebagian),
    (r"Salinan dari sebagian dokumen publik, bukan situs resmi\..*", lambda t: t.sebagian),
    (r"Salinan dari dokumen publik", lambda t: True),
    (r"Dokumen ini disalin sebagian saja\. .*", lambda t: t.label in {"Dokumen", "Sumber"}),
    # What is listed.
    (r"Dokumen perencanaan dan pelaporan", lambda t: t.instansi.daftar_dokumen),
    (r"Dokumen .* menurut daftarnya", lambda t: t.instansi.daftar_dokumen),
    (
        r"Dokumen yang tidak ada di daftar ini belum tentu tidak ada\.",
        lambda t: t.instansi.daftar_dokumen,
    ),
    # What is printed.
    (r"tercetak “(.*)”", _tercetak),
    (r"Tercetak: “(.*)”", lambda t, x: any(x == one_line(s) for s in _nama_tercetak(t))),
    (r"Nama tercetak", lambda t: _row(t).nama_tercetak),
    (
        r"Di dokumen: “(.*)”",
        lambda t, x: _row(t).formula and one_line(without_latex(_row(t).formula.tercetak)) == x,
    ),
    (
        r"Menurut dokumen: (.*)",
        lambda t, x: any(
            "formula" not in d.disimpulkan and one_line(without_latex(d.formula.teks)) == x
            for d in t.definisi
            if d.formula
        ),
    ),
    (r"Susunan penyunting: .*", lambda t: "formula" in _row(t).disimpulkan),
    (r"Baris seperti tercetak di dokumen", lambda t: _row(t).nilai_tercetak),
    (
        r"(?:Nilai yang tercetak tidak dapat dipasangkan dengan tahunnya|Dokumen mencetak .* nilai "
        r"untuk indikator ini|Tercetak, tetapi tidak terbaca per tahun"
        r"|tercetak, tetapi tidak terbaca per tahun).*",
        lambda t: any(d.nilai_tercetak for d in t.definisi) and _tanpa_target(t),
    ),
    (r".* tercetak .+, (?:menurut skala ini .+|di luar skala ini)\.", lambda t: _row(t).skala),
    # Whose words.
    (
        r"Tercetak di tempat lain: (.*)\.",
        lambda t, x: one_line(_row(t).tercetak_di[KUNCI[t.label]]) == x,
    ),
    (r"Disimpulkan penyunting\.", lambda t: KUNCI[t.label] in _row(t).disimpulkan),
    (
        r"Rumus ini ditambahkan penyunting\.",
        lambda t: "rumus_capaian" in _row(t).disimpulkan,
    ),
    (
        r"(.*) tidak tercetak untuk baris ini di dokumen; penyunting menambahkannya\.",
        lambda t, x: not t.sebagian and _ditambahkan(t, x),
    ),
    (
        r"(.*) tidak ada pada bagian dokumen yang disalin; penyunting menambahkannya\.",
        lambda t, x: t.sebagian and _ditambahkan(t, x),
    ),
    (
        r"Nilai targetnya tercetak; tahun tiap nilai itu bacaan penyunting\.",
        lambda t: "target" in _row(t).disimpulkan and _row(t).nilai_tercetak,
    ),
    (
        r"(.*) tercetak di tempat lain dalam dokumen ini: (.*)\. Bahwa itu berlaku untuk indikator "
        r"ini adalah bacaan penyunting\.",
        _dipindahkan,
    ),
    (
        r"Dokumen mencetak definisi berikut, .*",
        lambda t: t.iku[-1].definisi_tanpa_baris,
    ),
    (
        r"Tidak tercetak; diambil dari kata-kata definisi ini\.",
        lambda t: any(d.nama_disimpulkan for d in t.iku[-1].definisi_tanpa_baris),
    ),
    # What is missing.
    (r"Tidak disebut di dokumen", lambda t: _utuh(t, tanpa=True)),
    (r"Target per tahun: tidak disebut di dokumen", lambda t: not t.sebagian and _tanpa_target(t)),
    (r"(?:Target per tahun: )?[Bb]elum disalin", lambda t: t.sebagian or _hasil_sebagian(t)),
    (
        r"(?:Target akhir periode|Standar nasional) tidak disebut",
        lambda t: not t.sebagian,
    ),
    (r"[Tt]idak disebut", lambda t: not t.sebagian and bool(_named(t))),
    (
        r"\d+ dari \d+ hasil tidak dapat dinilai: .*",
        lambda t: any(
            tahun not in each.definisi.target
            for each in t.instansi.all_indikator()
            for tahun in each.hasil
        ),
    ),
    (
        r".*[Tt]arget tahun itu tidak di(?:sebut|cantumkan).*|.*target \d{4} tidak disebut.*",
        _tanpa_target,
    ),
    (
        r".* memakai indikator ini untuk mengukur kinerjanya, tetapi dokumennya tidak memuat "
        r"target.*",
        lambda t: not t.sebagian and not any(d.target for d in t.definisi),
    ),
    (r"Belum ada dokumen hasil yang dimuat di sini", lambda t: not t.hasil),
    # What a later decree left out.
    (
        r".*tidak memuat(?:nya| indikator ini) lagi.*",
        lambda t: any(one.diganti for one in t.indikator),
    ),
    # What somebody else published.
    (r".*yang diterbitkan: .*", _diterbitkan),
    (r".*(?:pada ketelitian yang diterbitkan)\.", lambda t: t.hasil),
    (r"Angka yang diterbitkan .*", _diterbitkan),
    (r"Laporannya sendiri menerbitkan .*", _diterbitkan),
    # Labels, citations, and the copy of the history of this site.
    (r"Riwayat perubahan tidak tersedia: salinan data .*", lambda t: True),
    (r"Dokumen|Tahun dokumen|Tidak ikut dihitung.*", lambda t: True),
    (r".*\[data (?:salinan dari dokumen publik|contoh dengan nama dan angka rekaan)\].*", bool),
]
_ATURAN = [(re.compile(pattern), test) for pattern, test in PERNYATAAN]


def _nama_tercetak(t: Tempat) -> set[str]:
    return {
        penetapan.sasaran.nama_tercetak
        for each in t.indikator
        for penetapan in each.penetapan
        if penetapan.sasaran and penetapan.sasaran.nama_tercetak
    }


# Reading a page


def block(page: str) -> Iterator[tuple[str, str]]:
    """Yield every piece of text of a page with the label or heading that it stands below."""
    yield from _blok(parse(page), [""])


def _blok(node: Element, label: list[str]) -> Iterator[tuple[str, str]]:
    text = one_line(_sendiri(node))
    if node.tag in {"dt", "h2", "h3"}:
        label[0] = text
    if text:
        yield label[0], text
    for each in _di_dalam(node):
        yield from _blok(each, label)


def _di_dalam(node: Element) -> Iterator[Element]:
    """Yield the nearest elements below that hold sentences of their own."""
    for each in node.children:
        if isinstance(each, Element) and each.tag not in {"math", "script"}:
            yield from _di_dalam(each) if each.tag in _SEBARIS else [each]


def _sendiri(node: Element) -> str:
    """Return the words of an element without those that stand in sentences of their own."""
    return "".join(
        each if isinstance(each, str) else _sendiri(each) if each.tag in _SEBARIS else ""
        for each in node.children
    )


def tempat(context: Context) -> Iterator[Tempat]:
    """Yield every page below a Pemda, with its data."""
    for pemda in context.laporan.pemda:
        for unit in pemda.instansi.descendants():
            iku = tuple(file.iku for file in unit.iku)
            used = {p.definisi.skala for each in unit.indikator for p in each.penetapan}
            skala = tuple(context.laporan.skala[name] for name in sorted(filter(None, used)))
            if not iku:
                continue
            top = unit is pemda.instansi
            made = pemda_page(context, pemda) if top else instansi_page(context, unit)
            yield Tempat(unit.id, iku, unit, unit.indikator, None, made.html, skala)
            for tahun in unit.tahun:
                for plan in tahun_pages(context, unit, tahun):
                    text = plan.make().html
                    yield Tempat(plan.path, iku, unit, unit.indikator, None, text, skala)
            for each in unit.indikator:
                text = indikator_page(context, each).html
                own = tuple(penetapan.iku for penetapan in each.penetapan)
                yield Tempat(each.kunci, own, unit, (each,), each, text, skala)


def dipegang(t: Tempat, text: str) -> bool:
    """Tell whether a piece of text is a statement that the data of the page makes true."""
    for pattern, test in _ATURAN:
        found = pattern.fullmatch(text)
        if found:
            return bool(test(t, *found.groups()))
    return False


def tak_dipegang(t: Tempat) -> Iterator[str]:
    """Yield what a page says of its source without a field that it rests on."""
    words = "|".join(map(re.escape, t.isian))
    typed = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for label, text in block(t.teks):
        here = replace(t, label=label)
        if not BICARA.search(text) or dipegang(here, text):
            continue
        # What somebody typed is theirs to hold; sentences of ours remain, whole.
        for sentence in _kalimat(typed.sub("…", text)):
            if BICARA.search(sentence) and not dipegang(here, sentence):
                yield f"{t.nama}: [{label}] {sentence}"


def _kalimat(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) (?=[A-Z“0-9])", text)


def absen(t: Tempat) -> Iterator[str]:
    """Yield what a page of an excerpt says to be absent."""
    for label, text in block(t.teks):
        for sentence in _kalimat(text):
            part = "bagian" in sentence and "baca" in sentence
            # A document that the copy itself does not name says nothing about any document.
            if ABSEN.search(sentence) and not part and label != "Dokumen":
                yield f"{t.nama}: [{label}] {sentence}"


# The shipped data


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> list[Tempat]:
    """The pages of all Pemda that we ship: documents read whole and read in part."""
    root = tmp_path_factory.mktemp("sumber") / "indicators"
    shutil.copytree(DATA / "indicators", root)
    shutil.copytree(DATA / "kutipan", root, dirs_exist_ok=True)
    return list(tempat(_context(root)))


def _context(root: Path) -> Context:
    loaded = load_laporan(root)
    assert loaded.laporan is not None, loaded.problems
    return build_context(loaded.laporan, acuan=ACUAN)


def test_every_sentence_about_the_source_rests_on_a_field(terbit: list[Tempat]) -> None:
    assert len(terbit) > 130
    assert sum(1 for t in terbit if t.sebagian) > 10
    assert [line for t in terbit for line in tak_dipegang(t)] == []


def test_every_sentence_about_the_source_rests_on_a_field_in_fictional_data() -> None:
    assert [line for t in tempat(_context(CONTOH)) for line in tak_dipegang(t)] == []


def test_of_an_excerpt_nothing_is_said_to_be_absent(terbit: list[Tempat]) -> None:
    pages = [t for t in terbit if t.sebagian]
    assert [line for t in pages for line in absen(t)] == []
    for t in pages:
        said = [text for _, text in block(t.teks)]
        assert "Belum disalin" in said or "tahun-" in t.nama
        notices = [text for text in said if text.startswith("Salinan dari sebagian dokumen publik")]
        assert len(notices) == 1
        assert [text for label, text in block(t.teks) if label == "Belum dilaporkan"] == []


def test_what_a_page_says_is_found_in_every_place() -> None:
    page = (
        "<h3>Arti</h3><p>Satu</p><dl><dt>Satuan</dt><dd><span>Dua</span>"
        "<small>Tiga</small></dd></dl><div>Empat</div><table><tr><td>Lima</td></tr></table>"
    )
    assert [text for _, text in block(page)] == [
        *("Arti", "Satu", "Satuan", "Dua", "Tiga", "Empat", "Lima"),
    ]
    assert ("Satuan", "Tiga") in list(block(page))


# Does the test see what is false?

BENAR = """\
      - id: x
        nama: Indikator contoh
        satuan: persen
        makna: Arti dari baris lain
        formula: {teks: A dibagi B, tercetak: A / B X 100 %}
        target:
          2021: {nilai: 80, tercetak: "80,0"}
          2022: 90
        disimpulkan: [satuan, target]
        tercetak_di: {makna: baris nomor 7}
        nilai_tercetak: ["80,0", "90", "90"]
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Di dokumen: “A dibagi B”",
        "Menurut dokumen: A dibagi C",
        "Susunan penyunting: A dibagi B",
        "tercetak “80,5”",
        "Tercetak: “Nama lain”",
        "Arti tidak tercetak untuk baris ini di dokumen; penyunting menambahkannya.",
        "Arti tercetak di tempat lain dalam dokumen ini: baris nomor 8. Bahwa itu berlaku untuk "
        "indikator ini adalah bacaan penyunting.",
        "Satuan tidak ada pada bagian dokumen yang disalin; penyunting menambahkannya.",
        "Salinan dari sebagian dokumen publik, bukan situs resmi.",
        "Belum disalin",
        "Capaian yang diterbitkan: 90%.",
        "Dokumen tidak memuat rumus",
        "Penyunting menebaknya.",
    ],
)
def test_a_false_sentence_is_seen(write: Write, sentence: str) -> None:
    page = _satu(write, BENAR)
    assert list(tak_dipegang(page)) == []
    false = replace(page, teks=f"{page.teks}<p>{sentence}</p>")
    assert [line.partition("] ")[2] for line in tak_dipegang(false)]


def test_the_same_words_of_an_excerpt_are_false(write: Write) -> None:
    whole = _satu(write, BENAR)
    part = whole.iku[0].model_copy(
        update={"dokumen": Dokumen.model_validate({"judul": "LKjIP", "sebagian": "true"})}
    )
    false = replace(whole, iku=(part,))
    assert any("Tidak disebut di dokumen" in line for line in tak_dipegang(false))
    assert list(absen(false))


def _satu(write: Write, indikator: str) -> Tempat:
    """Return the page of the one indicator of fictional data."""
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        "kabupaten-contoh/dinas-contoh/iku.yaml": f"dokumen: {{judul: IKU}}\n{iku(indikator)}",
    }
    context = _context(write(files))
    return next(t for t in tempat(context) if t.each)
