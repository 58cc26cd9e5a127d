"""Borders between the name of a body and that of the holder of an office in it."""

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
    # The recogniser begins a person inside what was taken for one name.
    (
        "Ketua Gugus Tugas Muara-19 Sutini Arga menolak.",
        ["Sutini Arga"],
        [],
        [("Ketua", "Gugus Tugas Muara-19", "Sutini Arga")],
    ),
    # A first name that is a common word, said alone behind "kata" elsewhere.
    (
        "Kepala Dinas Laut Lalu Sutini menolak. Kata Lalu, rencana itu batal.",
        ["Sutini"],
        ["Dinas Laut"],
        [("Kepala", "Dinas Laut", "Lalu Sutini")],
    ),
    # A body by whose name nobody is called stands by itself elsewhere.
    (
        "Di kantor Muaraku semua tenang, dan Muaraku diam. "
        "Pendiri Muaraku Wayan Murti menolak. Kata Wayan, rencana itu batal.",
        ["Wayan Murti"],
        ["Muaraku"],
        [("Pendiri", "Muaraku", "Wayan Murti")],
    ),
    # Behind a rank stands a person, initials and all.
    (
        "Kepala Polda Muara Inspektur Jenderal RZ Arga Murti menolak.",
        ["Arga Murti"],
        ["RZ"],
        [("Kepala", "Polda Muara", "RZ Arga Murti"), ("Inspektur Jenderal", None, "RZ Arga Murti")],
    ),
    # Parts of a rank are nobody, even if the recogniser has them.
    (
        "Ketua Bidang Bencana PMI Letjen TNI (Purn) Sutini menolak.",
        ["Purn", "Sutini"],
        ["TNI"],
        [("Ketua Bidang Bencana", "PMI", "Sutini"), ("Letjen TNI (Purn)", None, "Sutini")],
    ),
    # "Komisaris" is an office, and a rank behind a body of police.
    (
        "Wakil Kepala Polres Muara Elok Komisaris Sutini Arga menolak.",
        ["Sutini Arga"],
        [],
        [("Wakil Kepala", "Polres Muara Elok", "Sutini Arga"), ("Komisaris", None, "Sutini Arga")],
    ),
    # A name that an initial cuts.
    (
        "Direktur Dinas Laut Arga SP Murti menolak.",
        ["Arga", "Murti"],
        ["Dinas Laut", "SP"],
        [("Direktur", "Dinas Laut", "Arga SP Murti")],
    ),
    # No border is moved: an office of two words that ends like a rank, a state's place in front.
    (
        "Sekretaris Jenderal PBB Sutini Arga menolak.",
        ["Sutini Arga"],
        ["PBB"],
        [("Sekretaris Jenderal", "PBB", "Sutini Arga")],
    ),
    (
        "Presiden Persimura, Jean-Pierre Arga, menolak. Kata Arga, rencana itu batal.",
        ["Jean-Pierre Arga"],
        ["Persimura"],
        [("Presiden", "Persimura", "Jean-Pierre Arga")],
    ),
]


@pytest.mark.parametrize(("text", "persons", "bodies", "expected"), CASES)
def test_borders(
    readers: Readers,
    text: str,
    persons: list[str],
    bodies: list[str],
    expected: list[tuple[str, str | None, str]],
) -> None:
    found = [role[1:] for role in roles(readers, plain_page(text, persons, bodies))]
    assert found == expected
