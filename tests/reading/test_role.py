"""Offices before and after names, and titles said alone."""

from __future__ import annotations

import pytest

from simak.lexicon import Lexicon
from simak.reading.mention import MentionReader
from simak.reading.page import Page
from simak.reading.role import RoleReader

from .test_mention import plain_page


@pytest.fixture(scope="module")
def readers() -> tuple[MentionReader, RoleReader]:
    lexicon = Lexicon()
    return MentionReader(lexicon), RoleReader(lexicon)


Readers = tuple[MentionReader, RoleReader]


def roles(readers: Readers, page: Page) -> list[tuple[str, str, str | None, str]]:
    """Return (words of the role, title, organisation, holder) of each role."""
    found, _ = readers[1].read(page, readers[0].read(page))
    text = page.text
    return [
        (
            text[slice(*role.span)],
            role.title,
            text[slice(*role.organization.span)] if role.organization else None,
            text[slice(*role.holder.span)],
        )
        for role in found
    ]


def titles(readers: Readers, page: Page) -> list[str]:
    _, mentions = readers[1].read(page, readers[0].read(page))
    return [page.text[slice(*m.span)] for m in mentions if m.kind == "title"]


def test_title_body_name(readers: Readers) -> None:
    page = plain_page(
        "Kepala Bidang Politik Partai Nelayan Sejahtera Sutini Arga menolak.", ["Sutini Arga"]
    )
    assert roles(readers, page) == [
        (
            "Kepala Bidang Politik Partai Nelayan Sejahtera",
            "Kepala Bidang Politik",
            "Partai Nelayan Sejahtera",
            "Sutini Arga",
        )
    ]


def test_the_span_of_a_role_holds_the_acronym(readers: Readers) -> None:
    page = plain_page(
        "Ketua Dewan Nelayan Bersatu (DNB) Sutini Arga bertemu warga.", ["Sutini Arga"]
    )
    assert roles(readers, page) == [
        (
            "Ketua Dewan Nelayan Bersatu (DNB)",
            "Ketua",
            "Dewan Nelayan Bersatu",
            "Sutini Arga",
        )
    ]


def test_country_after_title(readers: Readers) -> None:
    page = plain_page("Menteri Luar Negeri Norwegia Sutini Arga tiba di Surabaya.", ["Sutini Arga"])
    assert roles(readers, page) == [
        ("Menteri Luar Negeri Norwegia", "Menteri Luar Negeri", "Norwegia", "Sutini Arga")
    ]


def test_no_body_no_organization(readers: Readers) -> None:
    page = plain_page("Presiden Sutini Arga menolak.", ["Sutini Arga"])
    assert roles(readers, page) == [("Presiden", "Presiden", None, "Sutini Arga")]


def test_rank_beside_an_office(readers: Readers) -> None:
    page = plain_page("Kapolda Bali Irjen Pol Sutini Arga menolak.", ["Sutini Arga"])
    assert roles(readers, page) == [
        ("Kapolda Bali", "Kapolda", "Bali", "Sutini Arga"),
        ("Irjen Pol", "Irjen Pol", None, "Sutini Arga"),
    ]


def test_office_after_the_name(readers: Readers) -> None:
    page = plain_page(
        "Sutini Arga, juru bicara Dewan Nelayan Bersatu, menolak rencana itu.", ["Sutini Arga"]
    )
    assert roles(readers, page) == [
        (
            "juru bicara Dewan Nelayan Bersatu",
            "juru bicara",
            "Dewan Nelayan Bersatu",
            "Sutini Arga",
        )
    ]


def test_former_office(readers: Readers) -> None:
    page = plain_page("Mantan Gubernur Bali Sutini Arga menolak.", ["Sutini Arga"])
    assert roles(readers, page) == [
        ("Mantan Gubernur Bali", "Mantan Gubernur", "Bali", "Sutini Arga")
    ]


def test_dan_joins_two_holders(readers: Readers) -> None:
    page = plain_page("Kemarin Gubernur dan Bupati Sutini Arga bertemu.", ["Sutini Arga"])
    assert roles(readers, page) == [("Bupati", "Bupati", None, "Sutini Arga")]
    assert titles(readers, page) == ["Gubernur"]


def test_title_alone_takes_body_and_demonstrative(readers: Readers) -> None:
    page = plain_page("Kemarin Gubernur Bali itu menolak. Sang raja tiba.")
    assert titles(readers, page) == ["Gubernur Bali itu", "Sang raja"]


def test_several_holders_are_a_description(readers: Readers) -> None:
    page = plain_page("Kemarin para gubernur menolak.")
    assert titles(readers, page) == []
