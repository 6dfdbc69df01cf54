"""From mkdocs.yml to values: the measured data, its fingerprints, what is kept of other builds."""

import os
import platform
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_build_datetime
from mkdocs.utils.yaml import yaml_load

from generator.acuan import komit_acuan, tanggal_acuan
from generator.check import check
from generator.forge import forge
from generator.git import GitError, git
from generator.konteks import Konteks, buat_konteks
from generator.lisensi import lisensi
from generator.load import load_laporan
from generator.mkdocs_plugin.opsi import IkuConfig, folder_data, folder_proyek
from generator.mkdocs_plugin.pratinjau import pratinjau_kini
from generator.pengumpul import tanpa_pengumpul
from generator.riwayat import baca_riwayat
from generator.sidik import SidikData, sidik, sidik_byte
from generator.simpanan import Simpanan

SIMPANAN = ".cache/iku"
# The libraries that have a say in what a file holds, before the theme and in it.
_PUSTAKA = (
    *("babel", "jinja2", "markupsafe", "matplotlib", "pillow", "pydantic", "pyyaml"),
    "xlsxwriter",
)
_PUSTAKA_TEMA = ("markdown", "mkdocs", "mkdocs-material")


def muat(config: MkDocsConfig, options: IkuConfig) -> tuple[Konteks, Mapping[str, str]]:
    """Return the site as a value, and the texts that it was read from by path below the data.

    Raises ``PluginError`` with every problem of the data, or for an option that says nothing.
    """
    # A preview loads again and again, and what it loaded before must go.
    with tanpa_pengumpul(selamanya=pratinjau_kini() is None):
        return _muat(config, options)


def _muat(config: MkDocsConfig, options: IkuConfig) -> tuple[Konteks, Mapping[str, str]]:
    folder = folder_data(config, options)
    # Relative to the project: the same words in messages and pages from wherever it is built.
    shown = Path(os.path.relpath(folder, folder_proyek(config))).as_posix()
    lanjut = pratinjau_kini()
    muatan = load_laporan(folder, shown, lanjut.berkas if lanjut else None)
    acuan = tanggal_acuan(folder)
    errors = [problem for problem in check(muatan) if problem.is_error]
    if errors or muatan.laporan is None:
        lines = "\n".join(str(problem) for problem in errors)
        raise PluginError(f"Ada {len(errors)} masalah di data:\n{lines}")
    try:
        tempat = forge(options.repositori, options.cabang, options.jenis_forge)
        izin = lisensi(options.lisensi)
    except ValueError as error:
        raise PluginError(str(error)) from error
    try:
        konteks = buat_konteks(
            muatan.laporan, options.hanya.strip("/"), acuan, lanjut.ukuran if lanjut else None
        )
    except KeyError as error:
        raise PluginError(
            f"Opsi “hanya: {options.hanya}” di mkdocs.yml tidak menunjuk instansi mana pun. "
            "Tulis nama folder di bawah indicators/, misalnya kabupaten-balangan."
        ) from error
    konteks = replace(
        konteks,
        forge=tempat,
        riwayat=baca_riwayat(folder),
        # A preview has an address of its own, which nobody shares: no cards, no citations of it.
        alamat_situs="" if lanjut else config.site_url or "",
        kartu_indikator=options.kartu_indikator,
        nama_situs=config.site_name,
        kontak=options.kontak.strip(),
        lisensi=izin,
        komit=komit_acuan(folder),
    )
    prefix = f"{shown}/"
    return konteks, {path.removeprefix(prefix): text for path, text in muatan.teks.items()}


def sidik_data(konteks: Konteks, teks: Mapping[str, str], glosarium: str) -> SidikData:
    """Return the fingerprints of all that files about an instansi are made from."""
    past = konteks.riwayat
    texts = dict(teks)
    for kunci in {satu.kunci for satu in past.terbaru}:
        texts[f"{kunci}/riwayat"] = repr(past.indikator(kunci))
    for id_, since in past.sejak.items():
        texts[f"{id_}/sejak"] = since.isoformat()
    day = konteks.acuan
    options = (
        *(konteks.akar, konteks.forge, konteks.alamat_situs, konteks.kartu_indikator),
        *(konteks.nama_situs, konteks.kontak, konteks.lisensi, past.catatan, _tempat(konteks)),
        *((day and day.year, konteks.penanda) if konteks.penanda else (day, konteks.komit)),
    )
    umum = sidik(versi(), repr(options), glosarium)
    return SidikData(texts, umum, konteks.instansi.keys())


def _tempat(konteks: Konteks) -> str:
    """Return the folder of the data as pages name it."""
    return next((satu.lokasi.berkas for satu in konteks.laporan.pemda), "")


@cache
def versi() -> str:
    """Return the fingerprint of this program and of the libraries that it works with."""
    package = Path(__file__).parent.parent
    files = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".j2"})
    code = (
        part
        for path in files
        for part in (path.relative_to(package).as_posix(), path.read_text(encoding="utf-8"))
    )
    return sidik(platform.python_version(), *map(version, _PUSTAKA), *code)


def sidik_tema(config: MkDocsConfig, glosarium: str) -> str:
    """Return the fingerprint of what goes into every page besides its own text and the day."""
    folder = config.theme.dirs[0]
    found = (
        Path(here, name) for here, _, names in os.walk(folder, followlinks=True) for name in names
    )
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    theme = (part for path in sorted(texts) for part in (path, sidik_byte(texts[path])))
    # Hardly a theme shows the moment of the build; one that does has no page twice the same.
    clock = any(b"build_date_utc" in text for text in texts.values())
    with Path(config.config_file_path or "mkdocs.yml").open("rb") as file:
        options = yaml_load(file)  # with what it inherits; a preview has an address of its own
    moment = get_build_datetime().isoformat() if clock else ""
    written = repr(
        (options, config.nav, config.site_url, config.use_directory_urls, config.extra, moment)
    )
    return sidik(versi(), *map(version, _PUSTAKA_TEMA), written, glosarium, *theme)


def simpanan(config: MkDocsConfig) -> Simpanan:
    """Return what is kept of other builds. What may have come with the repository is not trusted.

    A folder that Git knows, or one that leads elsewhere, may hold what others wrote.
    """
    folder = folder_proyek(config)
    try:
        foreign = bool(git(folder, "ls-files", "--", SIMPANAN.partition("/")[0]))
    except GitError:
        foreign = (folder / ".git").exists()
    whole = Simpanan(folder / SIMPANAN)
    foreign = foreign or any(path.is_symlink() for path in whole.tempat)
    return Simpanan(None) if foreign else whole
