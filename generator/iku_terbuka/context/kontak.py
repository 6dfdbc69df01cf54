"""Whom readers may ask: one line of text, in which addresses and numbers are links."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+")
_FORM = re.compile(r"https?://[^\s<>\"]{1,2000}[^\s<>\".,;:)]")
# Indonesian numbers, with the area code as people write it: (0511) 123456, 0812-3456-7890, +62 …
_PHONE = re.compile(r"(?<![\w+./-])(?:\+62|\(0\d{2,3}\)|0\d)[\d .-]{5,16}\d(?![\w@/-])")
_LINK = re.compile("|".join(pattern.pattern for pattern in (_FORM, EMAIL, _PHONE)))


@dataclass(frozen=True)
class Kontak:
    """``text`` is what mkdocs.yml says, empty where it says nothing."""

    text: str = ""

    @cached_property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Return the text in parts, each with the address that it leads to, if any."""
        found: list[tuple[str, str]] = []
        done = 0
        for link in _LINK.finditer(self.text):
            found += [(self.text[done : link.start()], ""), (link[0], _address(link[0]))]
            done = link.end()
        return tuple(part for part in (*found, (self.text[done:], "")) if part[0])

    @property
    def email(self) -> str:
        """Return the first mail address, empty without one."""
        found = EMAIL.search(self.text)
        return found[0] if found else ""

    def report_url(self, title: str, page: str) -> str:
        """Return where an error on a page is reported: by mail, else at a form; else nothing.

        ``title`` and ``page``, its address, stand in the mail.
        """
        if self.email:
            body = f"Halaman: {title}\n{page}\n\nYang keliru:\n\nYang benar, dan sumbernya:\n"
            # A mail ends its lines with both characters (RFC 6068).
            return (
                f"mailto:{self.email}?subject={quote(f'Kesalahan data: {title}')}"
                f"&body={quote(body.replace(chr(10), chr(13) + chr(10)))}"
            )
        form = _FORM.search(self.text)
        return form[0] if form else ""


def _address(found: str) -> str:
    if "@" in found and "//" not in found:
        return f"mailto:{found}"
    if "//" in found:
        return found
    digits = re.sub(r"\D", "", found)
    return f"tel:+62{digits.removeprefix('62' if found.startswith('+') else '0')}"
