"""The whole dataset as the rest of the program reads it: Laporan → Pemda → Instansi → Indikator.

Files say what was decreed and what happened; here both meet. An :class:`Indikator` lives as long
as its id, across decrees; each year is read against the decree in force in that year.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from iku_terbuka.model.bagian_tahun import IsiTargetTahun
from iku_terbuka.model.daftar_dokumen import EntriDokumen
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.dokumen import DokumenHukum
from iku_terbuka.model.evaluasi import EvaluasiAkip
from iku_terbuka.model.fields import TAHUN_AKHIR
from iku_terbuka.model.hasil import CapaianTahunan, Hasil, StatusData
from iku_terbuka.model.keputusan import (
    Agreement,
    IkuFile,
    Lokasi,
    Penetapan,
    Successor,
    governing,
    instansi_of,
)
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.pemda import ProfilPemda
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja
from iku_terbuka.model.skala import Skala
from iku_terbuka.model.tahun import TahunAjaran


@dataclass(frozen=True)
class Indikator:
    """One indicator through all its decrees (``penetapan``, oldest first) and results by year.

    ``status_data`` holds the years whose file says whether its figures are final. ``keputusan`` are
    all decrees of its instansi, oldest first: also those that do not list it. ``kini`` is the year
    of the reference date, where one is known.

    Where it goes on with one of another instansi (``dahulu``), the decrees and results of that one
    are among them, and ``read_from`` names for each such year the indicator that it belongs to and
    is counted with; ``begins`` is then the year of its own first decree. ``former`` are the ids
    under which it was known, ``successors`` what goes on with it. ``perjanjian`` are the agreements
    of its instansi by year.
    """

    id: str
    instansi_id: str
    penetapan: tuple[Penetapan, ...]
    hasil: Mapping[int, Hasil]
    lokasi_hasil: Mapping[int, Lokasi]
    status_data: Mapping[int, StatusData] = field(default_factory=dict)
    keputusan: tuple[IkuFile, ...] = ()
    kini: int | None = None
    read_from: Mapping[int, str] = field(default_factory=dict)
    begins: int | None = None
    former: tuple[str, ...] = ()
    successors: tuple[Successor, ...] = ()
    perjanjian: Mapping[int, Agreement] = field(default_factory=dict)

    @property
    def kunci(self) -> str:
        """The path that names it everywhere: ``<instansi>/<id>``."""
        return f"{self.instansi_id}/{self.id}"

    @cached_property
    def terbaru(self) -> Penetapan:
        """What the newest decree that governs today says of it; one to come does not yet count."""
        decrees = [each.keputusan for each in self.penetapan]
        if self.begins:
            decrees = [each for each in decrees if (each.sejak or 0) >= self.begins]
        current = governing(decrees, self.kini)
        return next(each for each in self.penetapan if each.keputusan is current)

    @property
    def definisi(self) -> DefinisiIndikator:
        return self.terbaru.definisi

    @property
    def nama(self) -> str:
        return self.definisi.nama

    @cached_property
    def own_penetapan(self) -> tuple[Penetapan, ...]:
        """What its own instansi decreed or agreed; of what another did before that one tells."""
        # A path begins with the folder of the data, whatever that is called.
        folder = f"/{self.instansi_id}"
        return tuple(
            each
            for each in self.penetapan
            if f"/{instansi_of(each.lokasi.berkas)}".endswith(folder)
        )

    def berlaku(self, tahun: int) -> Penetapan | None:
        """Return the decree by which ``tahun`` is read.

        The newest of those that govern by then and print a target for the year; without a target
        the newest whose years reach so far. Where none governs yet, the oldest that prints a target
        for the year: the table of a first decree may begin before it.
        """
        reaching = None
        for penetapan in reversed(self.penetapan):
            if penetapan.keputusan.governs(tahun):
                if tahun in penetapan.definisi.target:
                    return penetapan
                if reaching is None and penetapan.keputusan.reaches(tahun):
                    reaching = penetapan
        return reaching or next(iter(self.promises(tahun)), None)

    def year(self, tahun: int) -> int:
        """Return the same year as its decree counts it: a school year prints itself so."""
        is_school_year = self.penetapan_untuk(tahun).definisi.tahun_ajaran
        return TahunAjaran(tahun) if is_school_year else int(tahun)

    def promises(self, tahun: int) -> tuple[Penetapan, ...]:
        """Return every decree that prints a target for ``tahun``, oldest first."""
        return tuple(each for each in self.penetapan if tahun in each.definisi.target)

    def pengganti(self, tahun: int) -> IkuFile | None:
        """Return the decree that governs ``tahun`` and no longer lists this indicator, if any."""
        if successor := self.successor(tahun):
            return successor.keputusan
        listing = [penetapan.keputusan for penetapan in self.penetapan]
        if any(each.perjanjian == tahun for each in listing):
            return None
        for keputusan in reversed(self.keputusan):
            if not keputusan.governs(tahun):
                continue
            if any(each is keputusan for each in listing):
                return None
            if keputusan.replaces:
                return keputusan if any(each.governs(tahun) for each in listing) else None
        return None

    def successor(self, tahun: int) -> Successor | None:
        """Return what goes on with it in ``tahun``, if anything."""
        return next((each for each in self.successors if each.sejak <= tahun), None)

    @property
    def _today(self) -> int:
        return TAHUN_AKHIR if self.kini is None else self.kini

    @property
    def ending(self) -> Successor | None:
        """What goes on with it today, if anything."""
        return self.successor(self._today)

    @property
    def endings(self) -> tuple[Successor, ...]:
        """All that goes on with it today; what begins later does not yet count."""
        return _begun(self.successors, self._today)

    @cached_property
    def diganti(self) -> IkuFile | None:
        """The decree that governs today and no longer lists this indicator, if any."""
        return self.pengganti(self._today)

    @property
    def is_upcoming(self) -> bool:
        """Whether only decrees of its own list it that do not yet govern."""
        if self.begins and self.begins > self._today:
            return True
        return self.kini is not None and not any(
            each.keputusan.has_begun(self.kini) for each in self.penetapan
        )

    def penetapan_untuk(self, tahun: int | None) -> Penetapan:
        """Return the decree by which a year is read: the one in force, else the newest."""
        return (None if tahun is None else self.berlaku(tahun)) or self.terbaru

    def target(self, tahun: int) -> IsiNilai | None:
        penetapan = self.berlaku(tahun)
        return penetapan.definisi.target.get(tahun) if penetapan else None

    def target_pk(self, tahun: int, acuan: date | None = None) -> IsiTargetTahun | None:
        """Return the target that the agreement of ``tahun`` sets, by what is signed on ``acuan``.

        Without a reference date it is that of the last version; ``None`` where it sets none.
        """
        agreement = self.perjanjian.get(tahun)
        promised = agreement.targets(acuan) if agreement else ()
        return promised[-1][1] if promised else None

    def is_promised(self, tahun: int) -> bool:
        """Tell whether a decree or an agreement sets a target for ``tahun``."""
        return self.target(tahun) is not None or self.target_pk(tahun) is not None

    def is_reported(self, tahun: int) -> bool:
        """Tell whether ``tahun`` has a result, or says why it has none."""
        hasil = self.hasil.get(tahun)
        return hasil is not None and hasil.is_reported

    def satuan(self, tahun: int) -> str | None:
        """Return the unit of ``tahun``; a later decree may have another."""
        penetapan = self.berlaku(tahun)
        return penetapan.definisi.satuan if penetapan else None

    @cached_property
    def tahun(self) -> tuple[int, ...]:
        """Every year that a target or a result names.

        Of a decree without targets for it, or with a row that cannot be read into years, every year
        of the period until another decree governs; of one with targets, the years between them too.
        """
        years = set(self.hasil)
        years.update(tahun for tahun in self.perjanjian if self.target_pk(tahun))
        for penetapan in self.penetapan:
            target, periode = penetapan.definisi.target, penetapan.iku.periode
            if target:
                years.update(range(min(target), max(target) + 1))
            if periode and (not target or penetapan.definisi.nilai_tercetak):
                own = penetapan.keputusan
                years.update(t for t in periode.tahun if self._is_last_word(own, t))
        return tuple(sorted(years))

    def _is_last_word(self, keputusan: IkuFile, tahun: int) -> bool:
        """Tell whether no later decree governs ``tahun``."""
        return not self.keputusan or governing(self.keputusan, tahun) is keputusan

    @cached_property
    def own_years(self) -> tuple[int, ...]:
        """The years that belong to it itself: of those read elsewhere another one tells."""
        return tuple(tahun for tahun in self.tahun if tahun not in self.read_from)

    @property
    def continued(self) -> Successor | None:
        """The indicator that goes on with this one, if any."""
        return next((each for each in self.successors if each.continues), None)

    @property
    def is_counted(self) -> bool:
        """Whether it counts today; of an indicator and the one that goes on with it one does."""
        if self.continued and self.continued.sejak <= self._today:
            return False
        return self.begins is None or self.begins <= self._today


@dataclass(frozen=True)
class Instansi:
    """A node of the organisation. Its ``id`` is its folder, ``kabupaten-x/sekretariat-daerah``.

    ``former`` are the ids of the instansi with which it goes on, ``successors`` those that go on
    with it: from their first year on it is dissolved.
    """

    id: str
    nama: str
    iku: tuple[IkuFile, ...] = ()
    capaian: Mapping[int, CapaianTahunan] | None = None
    indikator: tuple[Indikator, ...] = ()
    anak: tuple["Instansi", ...] = ()
    kini: int | None = None
    former: tuple[str, ...] = ()
    successors: tuple[Successor, ...] = ()
    perjanjian_kinerja: Mapping[int, PerjanjianKinerja] = field(default_factory=dict)
    evaluasi: Mapping[int, EvaluasiAkip] = field(default_factory=dict)
    daftar_dokumen: tuple[EntriDokumen, ...] = ()

    @property
    def terbaru(self) -> IkuFile | None:
        """The newest decree that governs today, as :attr:`Indikator.terbaru`."""
        return governing(self.iku, self.kini) if self.iku else None

    def descendants(self) -> Iterator["Instansi"]:
        """Yield this instansi and everything below it, parents first."""
        yield self
        for anak in self.anak:
            yield from anak.descendants()

    def all_indikator(self) -> Iterator[Indikator]:
        for instansi in self.descendants():
            yield from instansi.indikator

    @property
    def endings(self) -> tuple[Successor, ...]:
        """What goes on with it today; none as long as it is not dissolved."""
        return _begun(self.successors, TAHUN_AKHIR if self.kini is None else self.kini)

    @property
    def related(self) -> frozenset[str]:
        """The ids of the instansi that it goes on with, or that go on with it, there or gone."""
        units = {*self.former, *(each.kunci for each in self.successors)}
        found = set(units)
        for indikator in self.indikator:
            keys = (*indikator.former, *(each.kunci for each in indikator.successors))
            found |= {key.rpartition("/")[0] for key in keys if key not in units}
        return frozenset(found - {self.id})

    @property
    def counted(self) -> tuple[Indikator, ...]:
        """Its own indicators that count today.

        Of one that is no more they are all it ever had, of one to come all it will have.
        """
        today = tuple(indikator for indikator in self.indikator if indikator.is_counted)
        return self.indikator if self.endings or not today else today

    @property
    def tahun(self) -> tuple[int, ...]:
        """Every year that one of its own indicators names."""
        years = {tahun for indikator in self.indikator for tahun in indikator.own_years}
        return tuple(sorted(years))


def _begun(successors: tuple[Successor, ...], tahun: int) -> tuple[Successor, ...]:
    return tuple(each for each in successors if each.sejak <= tahun)


@dataclass(frozen=True)
class Pemda:
    """A regional government; ``instansi`` is its root, which may hold the Pemda's own IKU.

    ``dokumen`` are the decrees for many instansi, by the name of their file.
    """

    profil: ProfilPemda
    instansi: Instansi
    lokasi: Lokasi
    dokumen: Mapping[str, DokumenHukum] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.instansi.id

    @property
    def nama(self) -> str:
        return self.profil.nama


@dataclass(frozen=True)
class Laporan:
    """Everything in ``indicators/``.

    ``moved`` are the ids of folders and indicators that exist no more, each with those that go on
    with it.
    """

    pemda: tuple[Pemda, ...] = ()
    skala: Mapping[str, Skala] = field(default_factory=dict)
    moved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def all_indikator(self) -> Iterator[Indikator]:
        for pemda in self.pemda:
            yield from pemda.instansi.all_indikator()


def as_of(laporan: Laporan, tahun: int) -> Laporan:
    """Return the Laporan as it is read in ``tahun``.

    Plans that begin later do not yet name anything; the indicators of the plan in force come
    first, then those of plans to come, then those that a plan has replaced.
    """
    return replace(
        laporan,
        pemda=tuple(
            replace(pemda, instansi=_node_as_of(pemda.instansi, tahun, pemda.nama))
            for pemda in laporan.pemda
        ),
    )


def _node_as_of(node: Instansi, tahun: int, nama: str | None = None) -> Instansi:
    anak = tuple(_node_as_of(below, tahun) for below in node.anak)
    moves = any(each.successors or each.begins for each in node.indikator)
    if len(node.iku) < 2 and not node.perjanjian_kinerja and not moves:
        return replace(node, anak=anak)
    dated = replace(node, anak=anak, kini=tahun)
    current = dated.terbaru
    indikator = (replace(each, kini=tahun) for each in node.indikator)
    return replace(
        dated,
        nama=nama or (current.iku.instansi if current else node.nama),
        indikator=tuple(sorted(indikator, key=_place)),
    )


def _place(indikator: Indikator) -> int:
    if indikator.diganti:
        return 2
    return 1 if indikator.is_upcoming else 0
