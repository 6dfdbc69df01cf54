"""What every page needs to know about the site around it: addresses, parents, measurements."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from iku_terbuka.capaian import MeasureBasis, Measurement, Standing, measure, standing
from iku_terbuka.context.forge import Forge
from iku_terbuka.context.kontak import Kontak
from iku_terbuka.context.lisensi import Lisensi
from iku_terbuka.context.state import DataState, DataStates, readers
from iku_terbuka.history import History
from iku_terbuka.model import Indikator, Instansi, Laporan, Lokasi, Pemda, as_of
from iku_terbuka.model.daftar_dokumen import EntriDokumen
from iku_terbuka.model.keputusan import DOKUMEN
from iku_terbuka.model.pohon import PohonKinerja, pohon_kinerja
from iku_terbuka.model.tahun import TahunAjaran, first_day


class UnknownRootError(Exception):
    """No Pemda or instansi has the id that was asked for as the home page."""


@dataclass(frozen=True)
class Context:
    """The site as a value.

    ``root`` is the id of the node that is the home page (option ``hanya``), empty for the whole
    Laporan. ``acuan`` is the reference date, if any; ``forge`` the repository, if the site names
    one; ``history`` the past of the numbers; ``site_url`` the public address, ending in a slash,
    or empty; ``kartu_indikator`` gives each indicator a share card of its own. ``site_name`` is
    the site's title, ``kontak`` whom readers may ask, ``warna`` the
    colour of the Pemda, ``lisensi`` that of the data; ``commit``
    the hash of the commit that holds exactly this data, empty where none does. ``pohon`` says which
    indicator supports which.
    """

    laporan: Laporan
    root: str
    acuan: date | None
    instansi: Mapping[str, Instansi]
    _pemda: Mapping[str, Pemda]
    _pengukuran: Mapping[str, Mapping[int, Measurement]]
    forge: Forge | None = None
    history: History = field(default_factory=History)
    site_url: str = ""
    kartu_indikator: bool = False
    site_name: str = "IKU Terbuka"
    kontak: Kontak = field(default_factory=Kontak)
    warna: str = ""
    lisensi: Lisensi | None = None
    commit: str = ""
    pohon: PohonKinerja = field(default_factory=PohonKinerja)
    _states: DataStates | None = None

    def folder(self, key: str) -> str:
        """Return the folder of a page in the site, without outer slashes; the home is ``""``."""
        if not self.root:
            return key
        return key.removeprefix(self.root).removeprefix("/")

    def has_page(self, instansi: str) -> bool:
        """Tell whether an instansi has a page here: in a site of one part others have none."""
        if instansi not in self.instansi:
            return False
        return not self.root or f"{instansi}/".startswith(f"{self.root}/")

    def dokumen_folder(self, pemda: Pemda, name: str) -> str:
        """Return the folder of the page of a decree for many instansi.

        Where the home lies below the Pemda it stands directly below the home.
        """
        key = f"{pemda.id}/{DOKUMEN}/{name}"
        return self.folder(key) if self.root in {"", pemda.id} else f"{DOKUMEN}/{name}"

    def state(self, instansi: str = "", *, below: bool = False) -> DataState:
        """Return which state of the data a page about ``instansi`` shows; without an id: of all."""
        if self._states is None:
            return DataState(self.acuan, self.commit)
        return self._states.of(instansi, below=below)

    @cached_property
    def _with_school_years(self) -> frozenset[str]:
        """The instansi with an indicator that has school years."""
        return frozenset(
            indikator.instansi_id
            for indikator in self.laporan.all_indikator()
            if any(each.definisi.tahun_ajaran for each in indikator.penetapan)
        )

    def counted_on(self, instansi: str = "", *, below: bool = False) -> date | None:
        """Return since when the statuses of an instansi with school years are as they are.

        That is the first of January or of July. Without an id it is that of all data; ``None``
        where the year alone says it.
        """
        if self.acuan is None:
            return None
        path = f"{instansi}/" if instansi else ""
        if instansi in self._with_school_years or (
            (below or not instansi)
            and any(f"{each}/".startswith(path) for each in self._with_school_years)
        ):
            begun = first_day(TahunAjaran(self.acuan.year))
            return begun if self.acuan >= begun else first_day(self.acuan.year)
        return None

    def with_history(self, history: History, files: Iterable[str]) -> "Context":
        """Return the same site with the past of its data.

        ``files`` are the paths of the data files below their folder.
        """
        fallback = DataState(self.acuan, history.commit)
        states = DataStates(files, history.files, fallback, readers(self.laporan))
        return replace(self, history=history, commit=history.commit, _states=states)

    def listed(self, entri: EntriDokumen) -> date | None:
        """Return since when a document stands in a register here, where the past tells."""
        return self.history.listed.get(entri.tautan) if entri.tautan else None

    def link(self, here: str, there: str) -> str:
        """Return the relative link from one page's folder to another's, for any host or none."""
        target = _relative(here, there)
        return f"{target}/index.html" if target else "index.html"

    def file_link(self, here: str, path: str) -> str:
        """Return the relative link from a page's folder to a file of the site."""
        return _relative(here, path)

    def edit_link(self, lokasi: Lokasi, skeleton: str = "") -> str:
        """Return the address that edits a file, or nothing when the site names no forge.

        With ``skeleton`` the file does not exist yet and begins with that text. A file outside
        the project has no address.
        """
        if not self.forge or lokasi.berkas.startswith(("/", "../")):
            return ""
        if skeleton:
            return self.forge.new_url(lokasi.berkas, skeleton)
        return self.forge.edit_url(lokasi.berkas, lokasi.baris)

    def report_link(self, title: str, folder: str) -> str:
        """Return where an error on a page is reported: on the forge, else to the contact.

        Nothing without either.
        """
        page = f"{self.site_url}{folder}/" if folder else self.site_url or "beranda"
        return (self.forge or self.kontak).report_url(title, page)

    def pemda(self, key: str) -> Pemda:
        return self._pemda[key.split("/", 1)[0]]

    def pengukuran(self, indikator: Indikator) -> Mapping[int, Measurement]:
        return self._pengukuran[indikator.kunci]

    def own_pengukuran(self, indikator: Indikator) -> Mapping[int, Measurement]:
        """Return the years that belong to the indicator itself and are counted with it."""
        every = self._pengukuran[indikator.kunci]
        if not indikator.read_from:
            return every
        return {tahun: year for tahun, year in every.items() if tahun not in indikator.read_from}

    def standing(self, indikator: Indikator) -> Standing:
        return standing(self.pengukuran(indikator), dated=self.acuan is not None)

    def top_nodes(self) -> tuple[Instansi, ...]:
        """Return the nodes shown at the top: every Pemda, or the one that is the home."""
        if self.root:
            return (self.instansi[self.root],)
        return tuple(pemda.instansi for pemda in self.laporan.pemda)

    def all_pemda(self) -> tuple[Pemda, ...]:
        """Return the Pemda of the top nodes."""
        return (self.pemda(self.root),) if self.root else self.laporan.pemda

    def all_instansi(self) -> Iterator[Instansi]:
        for node in self.top_nodes():
            yield from node.descendants()

    def lineage(self, key: str) -> tuple[Instansi, ...]:
        """Return the nodes above and including ``key`` that have a page here, top first."""
        parts = key.split("/")
        ids = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
        if self.root:
            ids = [node for node in ids if f"{node}/".startswith(f"{self.root}/")]
        return tuple(self.instansi[node] for node in ids if node in self.instansi)

    def full_name(self, instansi: Instansi) -> str:
        """Return the full name of an instansi: Bagian Hukum Kabupaten Balangan."""
        return full_name(instansi, self.pemda(instansi.id))


def _relative(here: str, there: str) -> str:
    """Return how a page in folder ``here`` names ``there``; nothing for the folder itself.

    ``posixpath.relpath`` asks the disk where it is, and costs eight times as much.
    """
    start, end = here.split("/") if here else [], there.split("/") if there else []
    same = 0
    for left, right in zip(start, end, strict=False):
        if left != right:
            break
        same += 1
    return "/".join([".."] * (len(start) - same) + end[same:])


def full_name(instansi: Instansi, pemda: Pemda) -> str:
    """Return the name with the Pemda's behind it, unless it stands there already."""
    return instansi.nama if pemda.nama in instansi.nama else f"{instansi.nama} {pemda.nama}"


@dataclass(frozen=True)
class Measured:
    """The measurements of an indicator, with the two things they depend on."""

    indikator: Indikator
    dasar: MeasureBasis
    pengukuran: Mapping[int, Measurement]


def build_context(
    laporan: Laporan,
    root: str = "",
    acuan: date | None = None,
    measured: MutableMapping[str, Measured] | None = None,
) -> Context:
    """Measure every indicator once and index the tree. Raises :class:`UnknownRootError`.

    ``measured`` keeps the measurements by key of the indicator, for a preview that builds again.
    """
    known = {} if measured is None else measured
    if acuan:
        laporan = as_of(laporan, acuan.year)
    instansi = {node.id: node for pemda in laporan.pemda for node in pemda.instansi.descendants()}
    if root and root not in instansi:
        raise UnknownRootError(root)
    pengukuran = {
        indikator.kunci: _measure(indikator, dasar, known)
        for pemda in laporan.pemda
        for dasar in [_dasar(laporan, pemda, acuan)]
        for indikator in pemda.instansi.all_indikator()
    }
    return Context(
        laporan=laporan,
        root=root,
        acuan=acuan,
        instansi=MappingProxyType(instansi),
        _pemda=MappingProxyType({pemda.id: pemda for pemda in laporan.pemda}),
        _pengukuran=MappingProxyType(pengukuran),
        pohon=pohon_kinerja(laporan),
    )


def _dasar(laporan: Laporan, pemda: Pemda, acuan: date | None) -> MeasureBasis:
    skala = pemda.profil.skala_capaian
    return MeasureBasis(acuan, laporan.skala, laporan.skala[skala] if skala else None)


def _measure(
    indikator: Indikator, dasar: MeasureBasis, known: MutableMapping[str, Measured]
) -> Mapping[int, Measurement]:
    before = known.get(indikator.kunci)
    if before and before.indikator == indikator and before.dasar == dasar:
        return before.pengukuran
    pengukuran = {tahun: measure(indikator, tahun, dasar) for tahun in indikator.tahun}
    known[indikator.kunci] = Measured(indikator, dasar, MappingProxyType(pengukuran))
    return known[indikator.kunci].pengukuran
