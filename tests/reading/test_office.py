"""Offices read as blocks: words that a title opens and a holder's name or a comma closes."""

from __future__ import annotations

import pytest

from simak.lexicon import Lexicon
from simak.reading.mention import MentionReader
from simak.reading.role import RoleReader

from .test_mention import plain_page
from .test_role import Readers, roles


@pytest.fixture(scope="module")
def readers() -> Readers:
    lexicon = Lexicon()
    return MentionReader(lexicon), RoleReader(lexicon)


# text, persons and bodies as the model has them, (title, organisation, holder) of each role
CASES = [
    (
        "Direktur Jenderal Penanganan Bencana Kementerian Laut Sutini Arga menolak.",
        ["Sutini Arga"],
        [],
        [("Direktur Jenderal Penanganan Bencana", "Kementerian Laut", "Sutini Arga")],
    ),
    # A field that the model takes for a person.
    (
        "Direktur Samakta Dinas Laut Sutini Arga menolak.",
        ["Samakta", "Sutini Arga"],
        [],
        [("Direktur Samakta", "Dinas Laut", "Sutini Arga")],
    ),
    # The name between commas behind the office, and the office between commas behind the name.
    (
        "Pengajar sosiologi Universitas Muara Elok, Sutini Arga, menolak.",
        ["Sutini Arga"],
        ["Universitas Muara Elok"],
        [("Pengajar sosiologi", "Universitas Muara Elok", "Sutini Arga")],
    ),
    (
        "Menurut Sutini Arga, salah satu pendiri Muarakulo, rencana itu batal.",
        ["Sutini Arga", "Muarakulo"],
        [],
        [("pendiri", "Muarakulo", "Sutini Arga")],
    ),
    (
        "Sutini Arga (42), Ketua Yayasan Muara Elok, menolak.",
        ["Sutini Arga"],
        ["Yayasan Muara Elok"],
        [("Ketua", "Yayasan Muara Elok", "Sutini Arga")],
    ),
    (
        "Sutini Arga selaku Kepala Divisi Ritel Dinas Laut menolak.",
        ["Sutini Arga"],
        [],
        [("Kepala Divisi Ritel", "Dinas Laut", "Sutini Arga")],
    ),
    # Several offices of one person.
    (
        "Ketua Dinas Laut yang juga Wakil Ketua Yayasan Muara Elok Sutini Arga menolak.",
        ["Sutini Arga"],
        ["Yayasan Muara Elok"],
        [
            ("Ketua", "Dinas Laut", "Sutini Arga"),
            ("Wakil Ketua", "Yayasan Muara Elok", "Sutini Arga"),
        ],
    ),
    (
        "Ketua Dinas Laut dan anggota Yayasan Muara Elok, Sutini Arga, menolak.",
        ["Sutini Arga"],
        ["Yayasan Muara Elok"],
        [("Ketua", "Dinas Laut", "Sutini Arga"), ("anggota", "Yayasan Muara Elok", "Sutini Arga")],
    ),
    (
        "Penjabat Sementara (Pjs) Gubernur Bali Sutini Arga menolak.",
        ["Sutini Arga"],
        [],
        [("Gubernur", "Bali", "Sutini Arga")],
    ),
    # Whom a lawyer serves is no body, and not the lawyer.
    (
        "Menurut kuasa hukum Wayan Murti, Sutini Arga, rencana itu batal.",
        ["Wayan Murti", "Sutini Arga"],
        [],
        [("kuasa hukum", None, "Sutini Arga")],
    ),
    # English titles with words of their field.
    (
        "Senior Brand Manager Muarakulo Sutini Arga menolak.",
        ["Sutini Arga"],
        ["Muarakulo"],
        [("Senior Brand Manager", "Muarakulo", "Sutini Arga")],
    ),
    # A body's name with a rank in it.
    (
        "Rektor Universitas Jenderal Murtaji, Sutini Arga, menolak.",
        ["Murtaji", "Sutini Arga"],
        [],
        [("Rektor", "Universitas Jenderal Murtaji", "Sutini Arga")],
    ),
    # The model's name of a body goes on over a rank.
    (
        "Kepala Polda Bali Komisaris Besar Sutini Arga menolak.",
        ["Sutini Arga"],
        ["Polda Bali Komisaris Besar"],
        [("Kepala", "Polda Bali", "Sutini Arga"), ("Komisaris Besar", None, "Sutini Arga")],
    ),
    # The word in front of the name is the end of a title, not a site.
    (
        "Wali Kota Sutini Arga menolak.",
        ["Sutini Arga"],
        [],
        [("Wali Kota", None, "Sutini Arga")],
    ),
    # What somebody also is.
    (
        "Sutini Arga yang juga menjabat Wakil Ketua Dinas Laut menolak.",
        ["Sutini Arga"],
        ["Dinas Laut"],
        [("Wakil Ketua", "Dinas Laut", "Sutini Arga")],
    ),
    # Two offices of one person in one body, two of two persons in their order.
    (
        "Pendiri dan CEO Yayasan Muara Sutini Arga menolak.",
        ["Sutini Arga"],
        ["Yayasan Muara"],
        [
            ("Pendiri", "Yayasan Muara", "Sutini Arga"),
            ("CEO", "Yayasan Muara", "Sutini Arga"),
        ],
    ),
    (
        "Ketua dan Wakil Ketua Yayasan Muara, Sutini Arga dan Wayan Murti, menolak.",
        ["Sutini Arga", "Wayan Murti"],
        ["Yayasan Muara"],
        [
            ("Wakil Ketua", "Yayasan Muara", "Wayan Murti"),
            ("Ketua", "Yayasan Muara", "Sutini Arga"),
        ],
    ),
    # The list of fields begins right behind the office, or stands inside the body.
    (
        "Direktur Perfilman, Musik, dan Media Dinas Laut Sutini Arga menolak.",
        ["Sutini Arga"],
        ["Dinas Laut"],
        [("Direktur Perfilman, Musik, dan Media", "Dinas Laut", "Sutini Arga")],
    ),
    # A title that the recogniser takes for the beginning of a body's name.
    (
        "Hal itu diungkapkan CIO Muarakulo Sutini Arga.",
        ["Sutini Arga"],
        ["CIO Muarakulo"],
        [("CIO", "Muarakulo", "Sutini Arga")],
    ),
    # Who is said to have said it is not who holds the office behind the comma.
    (
        "Menurut Sutini, Ketua Umum PLKN Wayan sangat memperhatikan masalah itu.",
        ["Sutini", "Wayan"],
        ["PLKN"],
        [("Ketua Umum", "PLKN", "Wayan")],
    ),
    # The organ of a party goes on with its name.
    (
        "Sekretaris DPD Partai Muara Sutini Arga menolak.",
        ["Sutini Arga"],
        ["DPD", "Partai Muara"],
        [("Sekretaris", "DPD Partai Muara", "Sutini Arga")],
    ),
    # No year is part of an office.
    (
        "Partai itu mengusung Sutini Arga sebagai calon Presiden 2019.",
        ["Sutini Arga"],
        [],
        [("calon Presiden", None, "Sutini Arga")],
    ),
    # Said of somebody by a verb.
    (
        "Sutini Arga yang saat itu menjabat sebagai Kepala Dinas Laut menolak.",
        ["Sutini Arga"],
        ["Dinas Laut"],
        [("Kepala", "Dinas Laut", "Sutini Arga")],
    ),
    # Who gives an office does not get it.
    (
        "Sutini Arga menolak Wayan Murti diangkat menjadi Ketua Dinas Laut.",
        ["Sutini Arga", "Wayan Murti"],
        ["Dinas Laut"],
        [("Ketua", "Dinas Laut", "Wayan Murti")],
    ),
    # A title inside what a noun says is nobody's.
    ("Perwira bagian intelijen Ketua Dinas Laut ini menolak.", [], ["Dinas Laut"], []),
]


@pytest.mark.parametrize(("text", "persons", "bodies", "expected"), CASES)
def test_offices(
    readers: Readers,
    text: str,
    persons: list[str],
    bodies: list[str],
    expected: list[tuple[str, str | None, str]],
) -> None:
    found = [role[1:] for role in roles(readers, plain_page(text, persons, bodies))]
    assert found == expected


def test_names_inside_a_title_are_no_mentions(readers: Readers) -> None:
    page = plain_page(
        "Direktur Samakta Dinas Laut Sutini Arga menolak.", ["Samakta", "Sutini Arga"]
    )
    _, mentions = readers[1].read(page, readers[0].read(page))
    words = [page.text[slice(*m.span)] for m in mentions if m.kind == "name"]
    assert "Samakta" not in words
    assert "Sutini Arga" in words
