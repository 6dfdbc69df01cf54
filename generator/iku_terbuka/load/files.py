"""Files → validated content that still knows its lines. Everything is read once.

A decree or a year with errors is kept without them, so that the rest is checked as well.
"""

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Generic, TypeVar

from iku_terbuka.load.folder import Folder, FoundFile, FoundTree
from iku_terbuka.load.salvage import salvage
from iku_terbuka.load.validate import MAX_FOUND, explain, validate
from iku_terbuka.model.daftar_dokumen import DaftarDokumen
from iku_terbuka.model.dokumen import DokumenHukum
from iku_terbuka.model.evaluasi import EvaluasiAkip
from iku_terbuka.model.fields import FileModel
from iku_terbuka.model.hasil import CapaianTahunan
from iku_terbuka.model.iku import Iku
from iku_terbuka.model.keputusan import DOKUMEN
from iku_terbuka.model.pemda import ProfilPemda
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja
from iku_terbuka.model.skala import Skala
from iku_terbuka.source import MAX_BYTES, Document, decode, parse
from iku_terbuka.source.problems import Problem

Model = TypeVar("Model", bound=FileModel)


@dataclass(frozen=True)
class ValidFile(Generic[Model]):
    """What is valid of a file: its content, its lines, and its name without ``.yaml``."""

    content: Model
    document: Document
    stem: str


@dataclass(frozen=True)
class InstansiFiles:
    """The valid files of one folder and of the folders below it.

    Only a Pemda has ``dokumen``.
    """

    folder: Folder
    profil: ValidFile[ProfilPemda] | None
    iku: tuple[ValidFile[Iku], ...]
    capaian: tuple[ValidFile[CapaianTahunan], ...]
    perjanjian_kinerja: tuple[ValidFile[PerjanjianKinerja], ...]
    evaluasi: tuple[ValidFile[EvaluasiAkip], ...]
    daftar_dokumen: ValidFile[DaftarDokumen] | None
    dokumen: tuple[ValidFile[DokumenHukum], ...]
    anak: tuple["InstansiFiles", ...]


@dataclass(frozen=True)
class DataFiles:
    """Everything that was read: valid content, problems, and every document and text by file.

    A scale that is there but not valid is ``None``.
    """

    pemda: tuple[InstansiFiles, ...]
    skala: Mapping[str, ValidFile[Skala] | None]
    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]
    texts: Mapping[str, str]


@dataclass(frozen=True)
class ParsedFile:
    """What came of the text of a file; it depends on nothing else."""

    text: str
    document: Document | None
    problems: tuple[Problem, ...]
    content: FileModel | None


def named_year(decree: ValidFile[Iku]) -> int | None:
    """Return the year that the name of a decree's file says; ``iku.yaml`` says none."""
    return int(decree.stem[:4]) if decree.stem[:4].isdecimal() else None


def dated_decrees(
    decrees: Iterable[ValidFile[Iku]],
) -> tuple[tuple[ValidFile[Iku], int | None], ...]:
    """Return the decrees of an instansi, oldest first, with the year from which each governs.

    It is the year of the file's name; the first decree governs all years of its title. Without
    either it is always.
    """
    dated: list[tuple[ValidFile[Iku], int | None]] = []
    for decree in sorted(decrees, key=lambda each: (named_year(each) or 0, each.stem)):
        periode, sejak = decree.content.periode, named_year(decree)
        if periode and not dated:
            sejak = min(periode.awal, sejak or periode.awal)
        dated.append((decree, sejak))
    return tuple(dated)


# Problems of a value's text that give way to a problem of the value itself.
_LESSER = frozenset({"kunci-tanpa-titik-dua", "kutip-melengkung", "sintaks-yaml"})
# Files parsed before, by their name in messages.
ParseCache = MutableMapping[str, ParsedFile]


def read(tree: FoundTree, cache: ParseCache | None = None) -> DataFiles:
    """Read and validate every file once, or take what ``cache`` has of the same text."""
    reader = _Reader({} if cache is None else cache)
    pemda = tuple(reader.instansi(folder) for folder in tree.pemda)
    skala = {file.stem: reader.read_one(file, Skala) for file in tree.skala}
    return DataFiles(
        pemda, skala, (*tree.problems, *reader.problems), reader.documents, reader.texts
    )


class _Reader:
    def __init__(self, cache: ParseCache) -> None:
        self.cache = cache
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        self.texts: dict[str, str] = {}

    def instansi(
        self, folder: Folder, shared: Mapping[str, DokumenHukum] = MappingProxyType({})
    ) -> InstansiFiles:
        """Read a folder and those below it; ``shared`` are the decrees of the Pemda by name."""
        dokumen = self.read_all(folder.of(DOKUMEN), DokumenHukum)
        shared = {file.stem: file.content for file in dokumen} or shared
        return InstansiFiles(
            folder,
            next(iter(self.read_all(folder.of("pemda"), ProfilPemda)), None),
            tuple(_with_periode(file, shared) for file in self.read_all(folder.of("iku"), Iku)),
            self.read_all(folder.of("capaian"), CapaianTahunan),
            self.read_all(folder.of("perjanjian-kinerja"), PerjanjianKinerja),
            self.read_all(folder.of("evaluasi"), EvaluasiAkip),
            next(iter(self.read_all(folder.of("daftar-dokumen"), DaftarDokumen)), None),
            dokumen,
            tuple(self.instansi(anak, shared) for anak in folder.anak),
        )

    def read_all(
        self, found: Sequence[FoundFile], model: type[Model]
    ) -> tuple[ValidFile[Model], ...]:
        files = (self.read_one(path, model) for path in found)
        return tuple(file for file in files if file is not None)

    def read_one(self, found: FoundFile, model: type[Model]) -> ValidFile[Model] | None:
        try:
            with found.path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
        except OSError:
            self.problems.append(
                Problem(
                    found.shown,
                    1,
                    1,
                    "berkas-tidak-terbaca",
                    "Berkas ini tidak dapat dibuka.",
                    "Periksa izin bacanya.",
                )
            )
            return None
        text = decode(raw, found.shown)
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        self.texts[found.shown] = text
        known = self.cache.get(found.shown)
        parsed = known if known and known.text == text else parse_file(text, found.shown, model)
        if known is not parsed:
            self.cache[found.shown] = parsed
        self.problems += parsed.problems
        if parsed.document is not None:
            self.documents[found.shown] = parsed.document
        if parsed.document is None or not isinstance(parsed.content, model):
            return None
        return ValidFile(parsed.content, parsed.document, found.stem)


def _with_periode(file: ValidFile[Iku], shared: Mapping[str, DokumenHukum]) -> ValidFile[Iku]:
    """Give a decree without years those of the one for many instansi that it refers to."""
    decree = shared.get(file.content.dokumen_ref or "")
    if decree is None or decree.periode is None or file.document.holds(("periode",)):
        return file
    return replace(file, content=file.content.model_copy(update={"periode": decree.periode}))


def parse_file(text: str, shown: str, model: type[FileModel]) -> ParsedFile:
    """Parse and validate the text of a file called ``shown`` in messages."""
    document, problems = parse(
        text, shown, lambda read: len(validate(read, model)[1]), model.list_key
    )
    if document is None:
        return ParsedFile(text, None, tuple(problems), None)
    content, found = validate(document, model)
    # A part of a scale would give wrong grades; a part of a profile is of little use.
    if content is None and model not in {Skala, ProfilPemda} and len(found) < MAX_FOUND:
        content, later = salvage(document, model)
        found += [explain(detail, document, model) for detail in later]
    # A problem of the value itself says more than one of its commas or quotes.
    said = {(problem.line, problem.column) for problem in found}
    cut = [p for p in problems if p.code not in _LESSER or (p.line, p.column) not in said]
    return ParsedFile(text, document, (*cut, *found), content)
