import pytest

from simak.errors import LexiconError
from simak.intake.byline import BylineReader
from simak.lexicon import Lexicon

OWN = ("Kabar Elok", "kabarelok.example", "elokNews")


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Sari Wulan", ("Sari Wulan",)),
        ("Penulis: Sari Wulan | Editor: Budi Laut", ("Sari Wulan",)),
        ("Rep: Sari Wulan/ Red: Budi Laut", ("Sari Wulan",)),
        ("Oleh Sari Wulan dan Budi Laut", ("Sari Wulan", "Budi Laut")),
        ("Sari Wulan, Budi Laut", ("Sari Wulan", "Budi Laut")),
        ("Sari Wulan - elokNews", ("Sari Wulan",)),
        ("Pewarta: Sari Wulan\nEditor: Budi Laut\nCopyright © KABAR 2025", ("Sari Wulan",)),
        ("Sari Wulan\nRabu, 12 Maret 2025 10:15 WIB", ("Sari Wulan",)),
        ("Editor: Budi Laut", ()),
        ("Tim Redaksi", ()),
        ("Kabar Elok", ()),
        ("sari@kabarelok.example", ()),
        ("SW", ()),
        ("", ()),
    ],
)
def test_bylines(printed, names):
    found = BylineReader(Lexicon()).read(printed, OWN)
    assert tuple(name for name in found if name != "Rabu") == names


def test_a_fault_in_a_row_says_where(tmp_path):
    (tmp_path / "byline_word.tsv").write_text("words\trole\ncarik\tscribe\n")
    with pytest.raises(LexiconError, match=r"byline_word\.tsv:2: role"):
        BylineReader(Lexicon(tmp_path))
