"""The licences under which a site may give its data away, as machines and people name them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lisensi:
    """A licence: its SPDX identifier, its title, and where people read it."""

    spdx: str
    title: str
    url: str


_KNOWN = (
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


def find_lisensi(spdx: str) -> Lisensi | None:
    """Return the licence called ``spdx``, or nothing for no name.

    Raises ``ValueError``, ready to print.
    """
    spdx = spdx.strip()
    found = {known.spdx.lower(): known for known in _KNOWN}.get(spdx.lower())
    if spdx and found is None:
        names = ", ".join(known.spdx for known in _KNOWN)
        raise ValueError(
            f"Opsi “lisensi: {spdx}” di mkdocs.yml tidak dikenal. Pilih salah satu: {names}. "
            "Kosongkan bila lisensi datanya belum ditetapkan."
        )
    return found
