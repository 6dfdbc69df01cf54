"""What a page says, read as a citizen would: rows, counts, large figures, sentences."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from iku_terbuka.capaian import Status
from iku_terbuka.wording import SHORT_STATUS_WORDS, STATUS_WORDS
from tests.html_tree import Element, parse_page

WORDS = {**{v: k for k, v in STATUS_WORDS.items()}, **{v: k for k, v in SHORT_STATUS_WORDS.items()}}


def pohon(content: object) -> Element:
    assert isinstance(content, str)
    return parse_page(content)


@dataclass(frozen=True)
class Baris:
    """A row of a table: the indicator, its year, what the reader sees of it."""

    nama: str
    tahun: str
    target: str
    realisasi: str
    status: Status


def keping(node: Element) -> Status:
    (chip,) = node.with_class("iku-keping")
    return WORDS[chip.text]


def kepala(tr: Element) -> str:
    """Return the heading of a row without what stands beside its link."""
    th = next(tr.find_all("th"))
    return next(iter(th.find_all("a")), th).text


def nilai(cell: Element) -> str:
    """Return the value of a cell without its unit, and without what stands below it."""
    values = cell.with_class("iku-utuh")
    return _polos(values[0].text) if values else ""


def _polos(text: str) -> str:
    if day := re.match(r"(?:\d+ )?[A-Z][a-z]+ \d{4}", text.replace("\u00a0", " ")):
        return day[0]
    found = re.match(r"−?[\d.,]+(?:–−?[\d.,]+)?", text)
    return found[0] if found else text.partition(" (")[0].split(" ")[0]


def daftar(page: Element) -> Iterator[Baris]:
    """Yield the rows of the list of an instansi's indicators."""
    for table in page.find_all("table"):
        if "data-saring" not in table.attributes:
            continue
        for tr in table.find_all("tr"):
            cells = {td.attributes.get("data-l", ""): td for td in tr.find_all("td")}
            if "Tahun" in cells:
                state = cells["Realisasi dan status"]
                yield Baris(
                    kepala(tr),
                    cells["Tahun"].text,
                    nilai(cells["Target"]),
                    nilai(state),
                    keping(state),
                )


def tahunan(page: Element, tahun: int) -> Iterator[Baris]:
    """Yield the rows of the table of a year."""
    (table,) = (each for each in page.find_all("table") if "tabel-tahun" in str(each.children))
    for tr in table.find_all("tr"):
        if tr.attributes.get("class") != "data":
            continue
        cells = {td.attributes.get("data-l", ""): td for td in tr.find_all("td")}
        chip = cells.get("Status") or cells["Realisasi"]
        school_year = re.search(r"tahun ajaran (\d{4}/\d{4})", next(tr.find_all("th")).text)
        yield Baris(
            kepala(tr),
            school_year[1] if school_year else str(tahun),
            nilai(cells["Target"]),
            nilai(cells["Realisasi"]),
            keping(chip),
        )


def baris_indikator(page: Element, nama: str) -> dict[str, Baris]:
    """Return the rows of an indicator's own table by year."""
    (table,) = (each for each in page.find_all("table") if "tabel-angka" in str(each.children))
    rows = {}
    for tr in table.find_all("tr"):
        cells = {td.attributes.get("data-l", ""): td for td in tr.find_all("td")}
        year = kepala(tr)
        if re.fullmatch(r"\d{4}(?:/\d{4})?", year):
            chip = cells.get("Status") or cells["Realisasi"]
            rows[year] = Baris(
                nama, year, nilai(cells["Target"]), nilai(cells["Realisasi"]), keping(chip)
            )
    return rows


def legenda(page: Element) -> Counter[Status]:
    """Return the counts of the key to the squares."""
    return Counter(
        {
            Status(
                li.with_class("iku-petak-contoh")[0].attributes["data-status"].replace("-", "_")
            ): int(li.text.split()[0])
            for ul in page.with_class("iku-kunci")
            for li in ul.find_all("li")
            if li.with_class("iku-petak-contoh")
        }
    )


def angka_besar(page: Element) -> dict[str, str]:
    (dl,) = page.with_class("iku-angka")
    return {
        next(div.find_all("dt")).text: " ".join(dd.text for dd in div.find_all("dd"))
        for div in dl.find_all("div")
    }


def disebut(sentence: str) -> Counter[str]:
    """Return the counts that a sentence names: 24 tercapai, 7 belum tercapai."""
    found = re.search(r"Hasilnya: (.*?)(?:;|\.$)", sentence)
    parts = found[1].split(", ") if found else []
    return Counter({words.split(" ", 1)[1]: int(words.split(" ", 1)[0]) for words in parts})


def ringkas(counts: Counter[Status]) -> Counter[str]:
    """Return counts as sentences name them."""
    words: Counter[str] = Counter()
    for status, count in counts.items():
        if status.terpenuhi:
            words["tercapai"] += count
        elif status is Status.BERJALAN:
            words["belum dinilai"] += count
        else:
            words[STATUS_WORDS[status].lower()] += count
    return words
