"""The contact: what becomes a link, and where an error is reported without a forge."""

from urllib.parse import parse_qs, urlsplit

import pytest

from iku_terbuka.context.kontak import Kontak


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Bagian Organisasi", {}),
        ("Bagian Organisasi, uji@uji.go.id.", {"uji@uji.go.id": "mailto:uji@uji.go.id"}),
        (
            "Formulir: https://uji.go.id/lapor?a=1&b=2. Terima kasih",
            {"https://uji.go.id/lapor?a=1&b=2": "https://uji.go.id/lapor?a=1&b=2"},
        ),
        ("Telepon (0511) 123456", {"(0511) 123456": "tel:+62511123456"}),
        ("WA 0812-3456-7890, lantai 2", {"0812-3456-7890": "tel:+6281234567890"}),
        ("+62 511 123456", {"+62 511 123456": "tel:+62511123456"}),
        # A year, a postcode, a street: no numbers to call.
        ("Jalan Uji 01, 71611, sejak 2021-2026", {}),
        ("Perbup 03/2021/0511-99", {}),
        ("<b>a@b.id</b>", {"a@b.id": "mailto:a@b.id"}),
        ("", {}),
    ],
)
def test_addresses_and_numbers_are_links(text: str, links: dict[str, str]) -> None:
    parts = Kontak(text).parts
    assert "".join(words for words, _ in parts) == text
    assert {words: href for words, href in parts if href} == links


def test_an_error_is_reported_by_mail_with_the_address_of_the_page() -> None:
    kontak = Kontak("Bagian A (uji@uji.go.id), https://uji.go.id/lapor")
    address = urlsplit(kontak.report_url("Angka & “arti” = 5%", "https://iku.uji.go.id/x/?a#b"))
    assert (address.scheme, address.path) == ("mailto", "uji@uji.go.id")
    asked = parse_qs(address.query)
    assert asked["subject"] == ["Kesalahan data: Angka & “arti” = 5%"]
    (body,) = asked["body"]
    assert body.startswith("Halaman: Angka & “arti” = 5%\r\nhttps://iku.uji.go.id/x/?a#b\r\n")


def test_else_at_the_form_else_nowhere() -> None:
    assert Kontak("Isi https://uji.go.id/lapor.").report_url("a", "b") == "https://uji.go.id/lapor"
    assert Kontak("Telepon 0511 123456").report_url("a", "b") == ""
