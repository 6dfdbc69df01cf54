"""The licences under which a site may give its data away, as machines and people name them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lisensi:
    """``nama`` is the SPDX identifier, ``alamat`` the text for people."""

    nama: str
    judul: str
    alamat: str


_DIKENAL = (
    Lisensi(
        "CC-BY-4.0",
        "Creative Commons Atribusi 4.0 Internasional",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    Lisensi(
        "CC-BY-SA-4.0",
        "Creative Commons Atribusi-BerbagiSerupa 4.0 Internasional",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    Lisensi(
        "CC0-1.0",
        "Creative Commons CC0 1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
)


def lisensi(nama: str) -> Lisensi | None:
    """Return the licence called ``nama``, or nothing for no name.

    Raises ``ValueError``, ready to print.
    """
    nama = nama.strip()
    found = {satu.nama.lower(): satu for satu in _DIKENAL}.get(nama.lower())
    if nama and found is None:
        known = ", ".join(satu.nama for satu in _DIKENAL)
        raise ValueError(
            f"Opsi “lisensi: {nama}” di mkdocs.yml tidak dikenal. Pilih salah satu: {known}. "
            "Kosongkan bila lisensi datanya belum ditetapkan."
        )
    return found
