"""Forms that came back damaged or with bad intent: refused in words, and no file is touched."""

import io
import re
import tempfile
import zipfile
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

import click
from click.testing import CliRunner

from iku_terbuka.cli.formulir import import_command, template_command
from iku_terbuka.load import load_laporan
from tests.attack.common import COUNTS, DINAS, Fault, chance, copy_small_data, hostile
from tests.attack.site import contents

SUFFIX, SHARE = ".xlsx", 1.0
Parts = list[tuple[str, bytes]]
Files = dict[str, bytes]
CELLS = (
    *("<v>{}</v>", "<f>{}</f><v>1</v>", "<is><t>{}</t></is>", "<v/>", "<v>{}</v><v>2</v>"),
    *('<f t="array" ref="A1:XFD9">{}</f>', '<f t="shared" si="0">{}</f>'),
)
VALUES = (
    *("1", "0", "-1", "99999999", "1e308", "1E999", "NaN", "0.1", "#DIV/0!", "TRUE", "-45000"),
    *("2958466", "45000", "SUM(A1:A9)", "HYPERLINK(&quot;http://luar.invalid&quot;)", "&a;"),
    *("_x0000_", "_xFFFF_", "&#0;", "<![CDATA[x]]>", "9" * 400, "hapus", "tidak diukur", "82,5"),
)
DOCTYPE = '<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
LINK = '<Relationship Id="r99" Type="x/externalLink" Target="http://luar.invalid"/>'
BLANK = "/>(?=<c |</row>)"  # the end of a cell without a value


def _data(folder: Path) -> Path:
    copy_small_data(folder / "indicators")
    return folder / "indicators"


def _form() -> Parts:
    """Return the parts of an honest form, some of it filled in."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "isian.xlsx")
        words = (DINAS, "--tahun", "2025", "-o", str(out), "--indicators", str(_data(Path(folder))))
        CliRunner().invoke(template_command, words, standalone_mode=False, catch_exceptions=False)
        with zipfile.ZipFile(out) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]


_PARTS = _form()
_SHEET = next(at for at, (_, content) in enumerate(_PARTS) if b"<dataValidations" in content)


def draw(rng: Random) -> bytes:
    parts = list(_PARTS)
    for _ in range(rng.choice((1, 1, 2, 4))):
        at = _SHEET if chance(rng, 60) else rng.randrange(len(parts))
        at = min(at, len(parts) - 1)
        name, content = parts[at]
        parts[at] = name, _damaged(content, rng)
    if chance(rng, 25):
        _rearrange(parts, rng)
    raw = _zipped(parts)
    if chance(rng, 15):
        start = rng.randrange(len(raw))
        cut = rng.choice((1, 4, 300))
        raw = raw[:start] + rng.choice((b"", rng.randbytes(cut), raw[:cut])) + raw[start + cut :]
    return raw


def _zipped(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            # One date for all, so that the same seed gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _rearrange(parts: Parts, rng: Random) -> None:
    at = rng.randrange(len(parts))
    name, content = parts[at]
    match rng.choice(("gone", "moved", "many", "bomb", "macro", "swap", "encoding")):
        case "gone":
            del parts[at]
        case "moved":
            odd = ("../../x", "/etc/x", name.upper(), "a\\b", "", "CON", "a" * 300)
            parts[at] = rng.choice(odd), content
        case "many":
            parts += [(f"xl/worksheets/x{i}.xml", content) for i in range(rng.choice((9, 900)))]
        case "bomb":
            parts.append(("xl/media/x.png", bytes(rng.choice((10**6, 3 * 10**7)))))
        case "macro":
            parts.append(("xl/vbaProject.bin", b"x"))
        case "swap":
            other = rng.randrange(len(parts))
            parts[at], parts[other] = (name, parts[other][1]), (parts[other][0], content)
        case "encoding":
            parts[at] = (
                name,
                content.decode("utf-8", "replace").encode(rng.choice(("utf-16", "utf-7"))),
            )


def _damaged(content: bytes, rng: Random) -> bytes:
    """Return a part with one thing changed: as a program might write it, or as none does."""
    if chance(rng, 30):
        tags = [found.start() for found in re.finditer(rb"<\w", content)] or [0]
        start, end = sorted((rng.choice(tags), rng.choice(tags)))
        long = b"x" * rng.choice((9, 2_000_000))
        inserted = (
            b"<x>" * rng.choice((1, 3_000, 400_000)),
            b' a="' + long + b'"',
            rng.randbytes(3),
        )
        return content[:start] + rng.choice((*inserted, b"", content[:end])) + content[end:]
    value = rng.choice(VALUES) if chance(rng, 60) else escape(hostile(rng))
    cell = rng.choice(CELLS).format(value)
    place = rng.choice(("XFD1048576", "A1", "A0", "ZZZZ9", "1", "", "A99999999", "C8"))
    kind = rng.choice(("s", "str", "b", "e", "d", "n", "inlineStr", "x", ""))
    pattern, instead = rng.choice(
        (
            *((BLANK, f">{cell}</c>"), (BLANK, f' t="{kind}">{cell}</c>'), ("<v>[^<]*</v>", cell)),
            *((' t="s"', f' t="{kind}"'), (r' r="\w+"', f' r="{place}"')),
            ("<t[^>]*>[^<]*", f"<t>{value}"),
            ("<dimension[^>]*>", '<dimension ref="A1:XFD1048576"/>'),
            ("</sheetData>", f'<row r="1048576"><c r="XFD1048576">{cell}</c></row></sheetData>'),
            ("</worksheet>", '<mergeCells><mergeCell ref="A1:XFD999"/></mergeCells></worksheet>'),
            *((r"\?>", f"?>{DOCTYPE}"), ("</Relationships>", f"{LINK}</Relationships>")),
        )
    )
    found = list(re.finditer(pattern.encode(), content))[: rng.randrange(1, 40)]
    if not found:
        return content
    start, end = found[-1].span()
    return content[:start] + instead.encode("utf-8", "replace") + content[end:]


def attack(case: bytes) -> None:
    """Import one workbook into data of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = _data(Path(folder))
        form = Path(folder, "isian.xlsx")
        form.write_bytes(case)
        before = contents(root)
        result = CliRunner().invoke(
            import_command, (str(form), "--indicators", str(root)), standalone_mode=False
        )
        if result.exception and not isinstance(result.exception, click.ClickException):
            raise result.exception
        taken = result.return_value == 0
        COUNTS["imported" if taken else "refused"] += 1
        check_import(taken, before, contents(root), root)
        if not taken and not result.output.strip() and not result.exception:
            raise Fault("an import is refused without a word")
        if any(len(line) > 3_000 or not line.isprintable() for line in result.output.splitlines()):
            raise Fault("an import says what is no short printable line")


def check_import(
    taken: bool, before: dict[str, bytes], after: dict[str, bytes], root: Path
) -> None:
    """Raise where a refused form changed a file, or one that was taken left what is not valid."""
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    if changed - {f"{DINAS}/capaian/2025.yaml"}:
        raise Fault("an import touches other files")
    if changed and not taken:
        raise Fault("a refused import changes a file")
    if changed and load_laporan(root).laporan is None:
        raise Fault("an import writes what is not valid")
