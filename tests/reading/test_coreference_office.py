"""Titles said alone, anybody's "dia", states of speakers, both sides."""

from __future__ import annotations

import pytest

from simak.reading.finding import Quotation

from .test_coreference import cast_of, referent, says
from .test_mention import plain_page


@pytest.mark.parametrize(
    ("office", "alone"),
    [
        ("Menteri Pemuda dan Olahraga", "Menpora"),
        ("Mendagri", "Menteri Dalam Negeri"),
        ("Kadis Kesehatan", "Kadis"),
        ("Menko Polhukam", "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan"),
    ],
)
def test_office_in_short_and_in_full(office: str, alone: str) -> None:
    page = plain_page(
        f"Kini {office} Sutini Wirakrama tiba. {alone} menolak.", ["Sutini Wirakrama"]
    )
    person = referent(page, cast_of(page), alone)
    assert person is not None
    assert person.name == "Sutini Wirakrama"


def test_a_deputy_is_not_the_chair() -> None:
    page = plain_page(
        "Ketua MPR Wirya Solarso bertemu Siti Halmahendra. Wakil Ketua MPR itu menolak.",
        ["Wirya Solarso", "Siti Halmahendra"],
    )
    person = referent(page, cast_of(page), "Wakil Ketua MPR itu")
    assert person is not None
    assert person.name == "Siti Halmahendra"
    assert [role.title for role in person.roles] == ["Wakil Ketua"]


def test_anybody_in_a_quotation_is_nobody() -> None:
    text = 'Wirya Solarso tiba. "Kalau orang bersalah, dia dihukum," kata Siti Halmahendra.'
    page = plain_page(text, ["Wirya Solarso", "Siti Halmahendra"])
    start, end = text.index('"'), text.rindex('"') + 1
    quotation = Quotation((start, end), (start + 1, end - 2))
    said = says(page, "Siti Halmahendra", "kata", text[start + 1 : end - 2], "direct")
    assert referent(page, cast_of(page, [said], [quotation]), "dia") is None


def test_whom_a_quotation_speaks_of_is_not_its_speaker() -> None:
    text = 'Siti Halmahendra tiba. Wirya Solarso menolak. "Kini dia pergi," kata dia.'
    page = plain_page(text, ["Siti Halmahendra", "Wirya Solarso"])
    start, end = text.index('"'), text.rindex('"') + 1
    quotation = Quotation((start, end), (start + 1, end - 2))
    said = says(page, "dia", "kata", text[start + 1 : end - 2], "direct")
    cast = cast_of(page, [said], [quotation])
    speaker, other = referent(page, cast, "dia", 1), referent(page, cast, "dia", 0)
    assert speaker is not None
    assert speaker.name == "Wirya Solarso"
    assert other is not None
    assert other.name == "Siti Halmahendra"


def test_state_of_its_president() -> None:
    page = plain_page(
        "Warga tiba di Wesmara. Presiden Wesmara Sutini Wirakrama menyatakan negaranya menang.",
        ["Sutini Wirakrama"],
    )
    state = referent(page, cast_of(page), "negaranya")
    assert state is not None
    assert state.name == "Wesmara"


def test_both_sides_are_one_group() -> None:
    page = plain_page("Kini kedua negara bertemu. Lalu kedua belah pihak menolak.")
    cast = cast_of(page)
    assert referent(page, cast, "kedua negara") is referent(page, cast, "kedua belah pihak")


def test_long_and_short_name_of_a_state() -> None:
    page = plain_page("Kerajaan Wesmara menolak. Wesmara meminta bantuan.")
    state = referent(page, cast_of(page), "Wesmara")
    assert state is not None
    assert state.name == "Kerajaan Wesmara"


def test_a_description_is_never_the_name_of_what_has_one() -> None:
    page = plain_page("Kini KPK menolak. Lembaga antirasuah itu meminta waktu.")
    body = referent(page, cast_of(page), "KPK")
    assert body is not None
    assert len(body.mentions) == 2
    assert body.name == "KPK"


def test_office_in_a_body_that_a_noun_introduces() -> None:
    page = plain_page(
        "Kini Emir kelompok Sarqaniyah, Abu Tarwan, menolak. Emir kelompok itu, Abu Tarwan, tiba.",
        ["Abu Tarwan"],
        ["Sarqaniyah"],
    )
    person = referent(page, cast_of(page), "Abu Tarwan")
    assert person is not None
    assert [role.title for role in person.roles] == ["Emir"]


def test_chair_and_general_chair_of_one_body() -> None:
    page = plain_page(
        "Kini Ketua PSSI Wirya Solarso tiba. Ketua Umum PSSI menolak.", ["Wirya Solarso"]
    )
    person = referent(page, cast_of(page), "Ketua Umum PSSI")
    assert person is not None
    assert person.name == "Wirya Solarso"
