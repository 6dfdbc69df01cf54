"""What every page needs to know about the site around it: addresses, parents, measurements."""

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from iku_terbuka.capaian import DasarUkur, Pengukuran, Standing, standing, ukur
from iku_terbuka.context.forge import Forge
from iku_terbuka.context.lisensi import Lisensi
from iku_terbuka.history import Riwayat
from iku_terbuka.model import Indikator, Instansi, Laporan, Lokasi, Pemda


@dataclass(frozen=True)
class Penanda:
    """What stands for the day and the commit in pages that are kept: both change every day.

    ``hari`` is for the date in ISO 8601, ``keadaan`` for the words of a citation.
    """

    hari: str
    keadaan: str


@dataclass(frozen=True)
class Context:
    """The site as a value.

    ``akar`` is the id of the node that is the home page (option ``hanya``), empty for the whole
    Laporan. ``acuan`` is the reference date, if any; ``forge`` the repository, if the site names
    one; ``riwayat`` the past of the numbers; ``alamat_situs`` the public address, ending in a
    slash, or empty; ``kartu_indikator`` gives each indicator a share card of its own.
    ``nama_situs`` is the site's title, ``kontak`` whom readers may ask, ``lisensi`` that of the
    data; ``komit`` the hash of the commit that holds exactly this data, empty where none does.
    With ``penanda``, planned pages say nothing of the day but the year.
    """

    laporan: Laporan
    akar: str
    acuan: date | None
    instansi: Mapping[str, Instansi]
    _pemda: Mapping[str, Pemda]
    _pengukuran: Mapping[str, Mapping[int, Pengukuran]]
    forge: Forge | None = None
    riwayat: Riwayat = field(default_factory=Riwayat)
    alamat_situs: str = ""
    kartu_indikator: bool = False
    nama_situs: str = "IKU Terbuka"
    kontak: str = ""
    lisensi: Lisensi | None = None
    komit: str = ""
    penanda: Penanda | None = None

    def folder(self, kunci: str) -> str:
        """Return the folder of a page in the site, without outer slashes; the home is ``""``."""
        if not self.akar:
            return kunci
        return kunci.removeprefix(self.akar).removeprefix("/")

    def halaman(self, kunci: str) -> str:
        """Return the path of a page's Markdown."""
        return f"{self.folder(kunci)}/index.md".lstrip("/")

    def tautan(self, dari: str, ke: str) -> str:
        """Return the relative link from one page's folder to another's, for any host or none."""
        target = _relatif(dari, ke)
        return f"{target}/index.html" if target else "index.html"

    def berkas(self, dari: str, path: str) -> str:
        """Return the relative link from a page's folder to a file of the site."""
        return _relatif(dari, path)

    def ubah(self, lokasi: Lokasi, kerangka: str = "") -> str:
        """Return the address that edits a file, or nothing when the site names no host.

        With ``kerangka`` the file does not exist yet and begins with that text. A file outside the
        project has no address.
        """
        if not self.forge or lokasi.berkas.startswith(("/", "../")):
            return ""
        if kerangka:
            return self.forge.baru(lokasi.berkas, kerangka)
        return self.forge.ubah(lokasi.berkas, lokasi.baris)

    def lapor(self, judul: str, folder: str) -> str:
        """Return the address that reports an error on a page, or nothing without a host."""
        halaman = f"{self.alamat_situs}{folder}/" if folder else self.alamat_situs or "beranda"
        return self.forge.lapor(judul, halaman) if self.forge else ""

    def pemda(self, kunci: str) -> Pemda:
        return self._pemda[kunci.split("/", 1)[0]]

    def pengukuran(self, indikator: Indikator) -> Mapping[int, Pengukuran]:
        return self._pengukuran[indikator.kunci]

    def standing(self, indikator: Indikator) -> Standing:
        return standing(self.pengukuran(indikator), dated=self.acuan is not None)

    def simpul(self) -> tuple[Instansi, ...]:
        """Return the nodes shown at the top: every Pemda, or the one that is the home."""
        if self.akar:
            return (self.instansi[self.akar],)
        return tuple(pemda.instansi for pemda in self.laporan.pemda)

    def semua_instansi(self) -> Iterator[Instansi]:
        for simpul in self.simpul():
            yield from simpul.keturunan()

    def jalur(self, kunci: str) -> tuple[Instansi, ...]:
        """Return the nodes above and including ``kunci`` that have a page here, top first."""
        parts = kunci.split("/")
        ids = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
        if self.akar:
            ids = [satu for satu in ids if f"{satu}/".startswith(f"{self.akar}/")]
        return tuple(self.instansi[satu] for satu in ids if satu in self.instansi)

    def siapa(self, instansi: Instansi) -> str:
        """Return the full name of an instansi: Bagian Hukum Kabupaten Balangan."""
        return nama_lengkap(instansi, self.pemda(instansi.id))


def _relatif(dari: str, ke: str) -> str:
    """Return how a page in folder ``dari`` names ``ke``; nothing for the folder itself.

    ``posixpath.relpath`` asks the disk where it is, and costs eight times as much.
    """
    here, there = dari.split("/") if dari else [], ke.split("/") if ke else []
    same = 0
    for ours, theirs in zip(here, there, strict=False):
        if ours != theirs:
            break
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:])


def nama_lengkap(instansi: Instansi, pemda: Pemda) -> str:
    """Return the name with the Pemda's behind it, unless it stands there already."""
    return instansi.nama if pemda.nama in instansi.nama else f"{instansi.nama} {pemda.nama}"


def _dasar(laporan: Laporan, pemda: Pemda, acuan: date | None) -> DasarUkur:
    skala = pemda.profil.skala_capaian
    return DasarUkur(acuan, laporan.skala, laporan.skala[skala] if skala else None)


@dataclass(frozen=True)
class Terukur:
    """What came of measuring an indicator; it depends on nothing else."""

    indikator: Indikator
    dasar: DasarUkur
    ukuran: Mapping[int, Pengukuran]


def build_context(
    laporan: Laporan,
    akar: str = "",
    acuan: date | None = None,
    ingatan: MutableMapping[str, Terukur] | None = None,
) -> Context:
    """Measure every indicator once and index the tree. Raises ``KeyError`` for an unknown root.

    ``ingatan`` keeps what came of each indicator, by key, for who measures again and again.
    """
    known = {} if ingatan is None else ingatan
    instansi = {satu.id: satu for pemda in laporan.pemda for satu in pemda.instansi.keturunan()}
    if akar and akar not in instansi:
        raise KeyError(akar)
    pengukuran = {
        indikator.kunci: _ukur(indikator, dasar, known)
        for pemda in laporan.pemda
        for dasar in [_dasar(laporan, pemda, acuan)]
        for indikator in pemda.instansi.semua_indikator()
    }
    return Context(
        laporan,
        akar,
        acuan,
        MappingProxyType(instansi),
        MappingProxyType({pemda.id: pemda for pemda in laporan.pemda}),
        MappingProxyType(pengukuran),
    )


def _ukur(
    indikator: Indikator, dasar: DasarUkur, ingatan: MutableMapping[str, Terukur]
) -> Mapping[int, Pengukuran]:
    before = ingatan.get(indikator.kunci)
    if before and before.indikator == indikator and before.dasar == dasar:
        return before.ukuran
    made = {tahun: ukur(indikator, tahun, dasar) for tahun in indikator.tahun}
    ingatan[indikator.kunci] = Terukur(indikator, dasar, MappingProxyType(made))
    return ingatan[indikator.kunci].ukuran
