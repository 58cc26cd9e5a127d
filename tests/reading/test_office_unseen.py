"""Offices as they stand in articles that nobody had looked at: one test for each cause."""

from __future__ import annotations

import pytest

from simak.lexicon import Lexicon
from simak.reading.mention import MentionReader
from simak.reading.role import RoleReader

from .test_coreference import cast_of, referent
from .test_mention import plain_page
from .test_role import Readers, roles


@pytest.fixture(scope="module")
def readers() -> Readers:
    lexicon = Lexicon()
    return MentionReader(lexicon), RoleReader(lexicon)


# text, persons and bodies as the model has them, (title, organisation, holder) of each role
CASES = [
    # A corps in brackets behind a rank.
    (
        "Kolonel (Inf) Sutini Arga tiba.",
        ["Sutini Arga"],
        [],
        [("Kolonel (Inf)", None, "Sutini Arga")],
    ),
    # The office is told of a pronoun.
    (
        "Sutini Arga tiba. Sebelumnya dia adalah Kepala Dinas Muara.",
        ["Sutini Arga"],
        ["Dinas Muara"],
        [("Kepala", "Dinas Muara", "dia")],
    ),
    # A second office that is told of the same person.
    (
        "Sutini Arga adalah direktur PT Muara dan pernah menjabat sebagai ketua Yayasan Kulo.",
        ["Sutini Arga"],
        ["PT Muara", "Yayasan Kulo"],
        [("direktur", "PT Muara", "Sutini Arga"), ("ketua", "Yayasan Kulo", "Sutini Arga")],
    ),
    # Whom the lawyer serves has no name.
    (
        "Kuasa hukum dua terdakwa, Sutini Arga menolak.",
        ["Sutini Arga"],
        [],
        [("Kuasa hukum", None, "Sutini Arga")],
    ),
    # Whose the office is, is said by a pronoun.
    (
        "Pelatih sementara mereka, Sutini Arga, menolak.",
        ["Sutini Arga"],
        [],
        [("Pelatih sementara", None, "Sutini Arga")],
    ),
    # Two offices of one person in a company.
    (
        "Direktur Utama dan Pendiri PT Muara Sutini Arga menolak.",
        ["Sutini Arga"],
        ["PT Muara"],
        [("Direktur Utama", "PT Muara", "Sutini Arga"), ("Pendiri", "PT Muara", "Sutini Arga")],
    ),
    # Nobody of those before: "Tak hanya".
    (
        "Tak hanya Sutini Arga, ketua Yayasan Kulo lainnya tiba.",
        ["Sutini Arga"],
        ["Yayasan Kulo"],
        [],
    ),
    # Forms of address and degrees around the name.
    (
        "Kepala Dinas Muara, Drs. H. Sutini Arga, M.Si., menolak.",
        ["Sutini Arga"],
        ["Dinas Muara"],
        [("Kepala", "Dinas Muara", "Sutini Arga")],
    ),
    # The list goes on behind the name.
    (
        "Wakil Ketua Yayasan Kulo, Sutini Arga dan lainnya tiba.",
        ["Sutini Arga"],
        ["Yayasan Kulo"],
        [("Wakil Ketua", "Yayasan Kulo", "Sutini Arga")],
    ),
    # The holder in brackets, an age between commas.
    (
        "Bupati Surabaya (Sutini Arga) tiba.",
        ["Sutini Arga"],
        [],
        [("Bupati", "Surabaya", "Sutini Arga")],
    ),
    (
        "Sutini Arga, 45 tahun, Ketua Yayasan Kulo, menolak.",
        ["Sutini Arga"],
        ["Yayasan Kulo"],
        [("Ketua", "Yayasan Kulo", "Sutini Arga")],
    ),
    # A state of the office behind its body, and which of several it is.
    (
        "Wakil ketua DPRD sementara Sutini Arga menolak.",
        ["Sutini Arga"],
        [],
        [("Wakil ketua", "DPRD", "Sutini Arga")],
    ),
    (
        "Presiden ketiga RI Sutini Arga tiba.",
        ["Sutini Arga"],
        [],
        [("Presiden ketiga", "RI", "Sutini Arga")],
    ),
    (
        "Anggota DPR periode 2009-2014 Sutini Arga tiba.",
        ["Sutini Arga"],
        [],
        [("Anggota", "DPR", "Sutini Arga")],
    ),
    (
        "Anggota DPR asal Surabaya Sutini Arga tiba.",
        ["Sutini Arga"],
        [],
        [("Anggota", "DPR", "Sutini Arga")],
    ),
    # Two fields in lower case.
    (
        "Sutini Arga pernah menjabat direktur pemasaran dan bisnis Muara Club.",
        ["Sutini Arga"],
        ["Muara Club"],
        [("direktur pemasaran dan bisnis", "Muara Club", "Sutini Arga")],
    ),
    # Of whom the holder of the office tells.
    ("Menurut Kapolsek, Sutini menolak.", ["Sutini"], [], []),
    # A body in full and in short: the name behind the brackets is the holder's.
    (
        "Penyidik Dewan Nelayan Kulo (DNK) Bunga Arga menolak.",
        [],
        ["Dewan Nelayan Kulo", "Bunga Arga"],
        [("Penyidik", "Dewan Nelayan Kulo", "Bunga Arga")],
    ),
    # An initial before the name.
    (
        "Ketua Umum T. Sutini Arga tiba.",
        ["Sutini Arga"],
        [],
        [("Ketua Umum", None, "T. Sutini Arga")],
    ),
]


@pytest.mark.parametrize(("text", "persons", "bodies", "expected"), CASES)
def test_offices(
    readers: Readers,
    text: str,
    persons: list[str],
    bodies: list[str],
    expected: list[tuple[str, str | None, str]],
) -> None:
    page = plain_page(text, persons, bodies)
    found = [(title, body, holder) for _, title, body, holder in roles(readers, page)]
    assert found == expected


def test_a_pronoun_takes_the_office_to_its_person() -> None:
    page = plain_page(
        "Sutini Arga tiba. Kini dia adalah Kepala Dinas Muara.", ["Sutini Arga"], ["Dinas Muara"]
    )
    person = referent(page, cast_of(page), "dia")
    assert person is not None
    assert [role.title for role in person.roles] == ["Kepala"]


def test_a_person_called_by_a_common_word() -> None:
    page = plain_page(
        "Ketua Yayasan Kulo Bunga Wirakrama tiba. Namun Bunga menolak. Bunga tiba.",
        ["Bunga Wirakrama"],
        ["Yayasan Kulo"],
    )
    cast = cast_of(page)
    person = referent(page, cast, "Bunga Wirakrama")
    assert person is not None
    assert [page.text[slice(*m.span)] for m in person.mentions] == [
        "Bunga Wirakrama",
        "Bunga",
        "Bunga",
    ]


def test_a_common_word_that_is_used_as_such_is_nobody() -> None:
    page = plain_page(
        "Ketua Yayasan Kulo Bunga Wirakrama tiba. Namun Bunga menolak bunga.",
        ["Bunga Wirakrama"],
        ["Yayasan Kulo"],
    )
    person = referent(page, cast_of(page), "Bunga Wirakrama")
    assert person is not None
    assert len(person.mentions) == 1


def test_one_title_in_two_bodies() -> None:
    page = plain_page(
        "Direktur PT Muara Sutini Wirakrama tiba. Direktur Yayasan Kulo Sutini Wirakrama menolak.",
        ["Sutini Wirakrama"],
        ["PT Muara", "Yayasan Kulo"],
    )
    person = referent(page, cast_of(page), "Sutini Wirakrama")
    assert person is not None
    assert [role.title for role in person.roles] == ["Direktur", "Direktur"]


def test_where_somebody_is_from_is_no_body(readers: Readers) -> None:
    page = plain_page("Pelatih asal Surabaya, Sutini Arga, menolak.", ["Sutini Arga"])
    found = [(title, body, holder) for _, title, body, holder in roles(readers, page)]
    assert found == [("Pelatih", None, "Sutini Arga")]


def test_an_office_in_front_of_a_name_in_quotation_marks(readers: Readers) -> None:
    page = plain_page('Manajer "Elok Jaya", Sutini Arga, menolak.', ["Sutini Arga"])
    found = [holder for _, _, _, holder in roles(readers, page)]
    assert found == ["Sutini Arga"]
