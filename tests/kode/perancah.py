"""Around an example of the catalogue: the rest of a valid ``indicators`` folder."""

import re
import textwrap

from iku_terbuka.kode import Jenis

DINAS = "kabupaten-contoh/dinas-contoh"
PEMDA = 'nama: Kabupaten Contoh\njenis: kabupaten\nkode_wilayah: "99.01"\n'
IKU = """\
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: aduan-selesai
        nama: Persentase aduan selesai
        satuan: persen
        arah: naik
        formula:
          teks: Aduan selesai / aduan masuk × 100%
          rumus: selesai / masuk * 100
          variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
        penanggung_jawab: Bidang Contoh
      - id: jumlah-kegiatan
        nama: Jumlah kegiatan
        satuan: kegiatan
        arah: naik
        penanggung_jawab: Bidang Contoh
      - id: nilai-sakip
        nama: Nilai SAKIP
        satuan: nilai
        arah: naik
        skala: sakip
        penanggung_jawab: Bidang Contoh
"""
SKALA = """\
nama: Predikat SAKIP
jenis: {jenis}
sumber: Rekaan untuk tes
kepastian: terbaca
terendah: 0
tertinggi: 100
kelas:
  - {{predikat: C, mulai: 0, sampai: 60}}
  - {{predikat: B, di_atas: 60, sampai: 70}}
  - {{predikat: BB, di_atas: 70, sampai: 100}}
"""
DASAR = {
    "kabupaten-contoh/pemda.yaml": PEMDA,
    f"{DINAS}/iku.yaml": IKU,
    "skala/sakip.yaml": SKALA.format(jenis="nilai"),
    "skala/kategori.yaml": SKALA.format(jenis="capaian"),
}


def berkas(jenis: Jenis, contoh: str) -> dict[str, str]:
    """Return the files below ``indicators/`` that hold ``contoh``, by path."""
    if jenis is Jenis.FOLDER:
        return {path: _isi(path) for path in contoh.splitlines()}
    if jenis is Jenis.BERKAS:
        parts = re.split(r"^# indicators/(\S+)\n", contoh, flags=re.MULTILINE)[1:]
        given = dict(zip(parts[::2], parts[1::2], strict=True))
        several = any("/iku/" in path for path in given)
        kept = {} if several else {f"{DINAS}/iku.yaml": IKU}
        return {"kabupaten-contoh/pemda.yaml": PEMDA, **kept, **_skala(), **given}
    path, text = {
        Jenis.IKU: (f"{DINAS}/iku.yaml", contoh),
        Jenis.INDIKATOR: (f"{DINAS}/iku.yaml", _indikator(contoh)),
        Jenis.CAPAIAN: (f"{DINAS}/capaian/2025.yaml", contoh),
        Jenis.HASIL: (f"{DINAS}/capaian/2025.yaml", _hasil(contoh)),
        Jenis.PEMDA: ("kabupaten-contoh/pemda.yaml", contoh),
        Jenis.SKALA: ("skala/contoh.yaml", contoh),
    }[jenis]
    return {**DASAR, path: text}


def _skala() -> dict[str, str]:
    return {path: text for path, text in DASAR.items() if path.startswith("skala/")}


def _indikator(contoh: str) -> str:
    """Put the keys of one indicator into a decree; what each needs is added where it is missing."""
    head = IKU.partition("      - id")[0]
    keys = {
        "id": "waktu-tunggu",
        "nama": "Waktu tunggu",
        "penanggung_jawab": "Bidang Contoh",
        "arah": "naik",
    }
    lines = contoh.splitlines()
    if _has(lines, "rumus_capaian"):
        del keys["arah"]
    added = [f"{key}: {value}" for key, value in keys.items() if not _has(lines, key)]
    item = textwrap.indent("\n".join([*added, *lines]), "        ")
    return f"{head}      - {item.lstrip()}\n"


def _hasil(contoh: str) -> str:
    lines = contoh.splitlines()
    if not _has(lines, "sumber") and not _has(lines, "keadaan"):
        lines.append("sumber: {judul: LKjIP 2025}")
    item = textwrap.indent("\n".join(lines), "    ")
    return f"tahun: 2025\ncapaian:\n  aduan-selesai:\n{item}\n"


def _has(lines: list[str], key: str) -> bool:
    return any(line.startswith(f"{key}:") for line in lines)


def _isi(path: str) -> str:
    """Return a valid text for a file of that name."""
    folder, _, name = path.rpartition("/")
    year = name.removesuffix(".yaml")
    if name == "pemda.yaml":
        return PEMDA
    if folder.endswith("/iku"):
        return f"instansi: Dinas Contoh\nperiode: {{awal: {year}, akhir: {int(year) + 5}}}\n"
    if folder.endswith("/capaian"):
        return f"tahun: {year}\ncapaian: {{}}\n"
    return "instansi: Dinas Contoh\n"
