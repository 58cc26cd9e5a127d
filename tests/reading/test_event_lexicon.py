"""Frames and small words by data: a user's folder, faults told on load, how much there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.page_maker import make_cast, make_page
from simak.errors import LexiconError
from simak.lexicon import SHIPPED, Lexicon
from simak.reading.event import EventReader
from simak.reading.event.frame import MODES
from simak.reading.finding import EventFinding

DOCS = Path(__file__).parents[2] / "docs" / "lexicon.md"
HEADER = (
    "form\tpassive\tclass\tact\ttype\tmode\trecipient\tsymmetric\tparties\tneed\tbar\tfield"
    "\tagent\tconfidence"
)


def _folder(path: Path, *rows: str) -> Lexicon:
    (path / "frame.tsv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return Lexicon(path)


def _read(lexicon: Lexicon, verb: str) -> list[EventFinding]:
    page = make_page(
        f"Tarumaya/PROPN/nsubj/2 {verb}/VERB/root/0 Belgarde/PROPN/obj/2 ./PUNCT/punct/2"
    )
    return EventReader(lexicon).read(
        page, make_cast(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde")), []
    )


def test_a_frame_of_a_user_is_read_without_code(tmp_path: Path) -> None:
    row = "menyomplok\tdisomplok\tverb\tsomplok\tASSAULT\t\tobject\t\t2\t\t\tsport\t\t0.6"
    assert _read(Lexicon(), "menyomplok") == []
    lexicon = _folder(tmp_path, row)
    (event,) = _read(lexicon, "menyomplok")
    assert (event.type, event.mode) == ("ASSAULT", None)
    assert (event.actors, event.recipients) == ((0,), (1,))
    (event,) = _read(lexicon, "disomplok")
    assert (event.actors, event.recipients) == ((1,), (0,))


def test_a_frame_of_a_user_goes_before_ours(tmp_path: Path) -> None:
    assert [event.type for event in _read(Lexicon(), "menyerang")] == ["ASSAULT"]
    row = "menyerang\t\tverb\tcela\tACCUSE\tdisapprove\tobject\t\t2\t\t\t\t\t0.6"
    assert [event.type for event in _read(_folder(tmp_path, row), "menyerang")] == ["ACCUSE"]


def test_the_documented_frame_works(tmp_path: Path) -> None:
    lines = DOCS.read_text(encoding="utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.strip().startswith("form\tpassive"))
    rows = [line.strip() for line in lines[start + 1 : start + 8] if line.startswith("    ")]
    lexicon = _folder(tmp_path, *rows)
    verb = rows[0].split("\t")[0].split("|")[0]
    (event,) = _read(lexicon, verb)
    assert event.type == rows[0].split("\t")[4]


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        (12, "polisi", "agent is"),
        (4, "ATTACK", "type is"),
        (5, "slap", "mode is"),
        (8, "3", "parties is"),
        (13, "often", "confidence is"),
        (2, "adverb", "class is"),
    ],
)
def test_a_wrong_cell_is_told_with_its_line(
    tmp_path: Path, column: int, value: str, told: str
) -> None:
    row = ["menyomplok", "", "verb", "somplok", "ASSAULT", "beat", "object", "", "2"]
    row += ["", "", "", "law", "0.6"]
    row[column] = value
    with pytest.raises(LexiconError, match=told) as caught:
        EventReader(_folder(tmp_path, "\t".join(row)))
    assert "frame.tsv:2" in str(caught.value)


def test_there_are_triggers_for_each_type_and_mode() -> None:
    count: dict[tuple[str, str], int] = {}
    forms: set[str] = set()
    for line in (SHIPPED / "frame.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "form\t")):
            cells = line.split("\t")
            words = [word for word in f"{cells[0]}|{cells[1]}".split("|") if word]
            forms.update(words)
            key = (cells[4], cells[5])
            count[key] = count.get(key, 0) + len(words)
    assert len(forms) >= 1500
    told_by_aim = {("REJECT", "change"), ("REQUEST", "change"), ("REQUEST", "yield")}
    for type, modes in MODES.items():
        for mode in modes:
            assert (type, mode) in told_by_aim or count[type, mode] >= 2, (type, mode)
