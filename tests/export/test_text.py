import pytest
from rich.cells import cell_len

from simak.export.text import render


def test_every_row_is_there_with_its_words(record):
    page = " ".join(render(record).split())
    for words in (
        "Rapat <script>alert(1)</script>",
        "2024-03-05 (given)",
        "Statements (2)",
        "Sari Wulan, Wali Kota Melati",
        "say, direct, cue “kata”",
        "“Rezim <b>Anggrek</b> harus pergi. Kami menolak”",
        "source not named",
        "reject, direct, cue “menolak”, as told by Sari Wulan",
        "2024-03-04 CONSULT Sari Wulan → Budi Laut, in Kota Anggrek; actual, told by the outlet",
        "“bertemu” in “Wali Kota Melati Sari Wulan bertemu Budi Laut",
        "no date REJECT Sari Wulan → Kota Anggrek; actual, told by Sari Wulan",
        "Kota Anggrek (KA)",
        "2024-03-04 (anchored) “Senin (4/3)”",
        "Credited sources (1) Kabar Melati",
        "loaded term “Rezim <b>Anggrek</b>”, used by Sari Wulan; neutral: pemerintah Anggrek",
    ):
        assert words in page
    assert page.index("CONSULT") < page.index("REJECT Sari")


def test_no_colour_unless_asked(record):
    assert "\x1b" not in render(record)
    assert "\x1b[" in render(record, colour=True)


@pytest.mark.parametrize("width", [1, 40, 60, 100, 500])
def test_width(record, width):
    lines = render(record, width=width).splitlines()
    assert max(map(cell_len, lines)) <= min(max(width, 40), 110)
    assert all(line == line.rstrip() for line in lines)


def test_a_record_without_rows(nothing):
    assert "Statements (0)" in render(nothing)


def test_nothing_steers_the_terminal(hostile):
    page = render(hostile)
    assert not set(page) & set("\x1b\0\u202e")
    page.encode("utf-8")


def test_contexts_and_odd_times_are_told(reader):
    text = "KPU Rawa Elok bertemu Bupati Sari Wulan membahas pemilu pada Rabu (22/6/2023)."
    shown = render(reader.read(text, published="2023-06-23"))
    assert "2023-06-22 is Kamis" in shown
    assert "; about election" in shown
