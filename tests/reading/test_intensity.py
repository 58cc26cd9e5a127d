"""The score of an event on PLOVER's scale."""

from pathlib import Path
from typing import get_args

import pytest

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.event.frame import MODES
from simak.reading.intensity import Intensity
from simak.record import EventType

HEADER = "event\tscore\tnote\n"


def test_a_mode_has_its_own_score_and_else_that_of_its_type() -> None:
    table = Intensity(Lexicon())
    assert table.of("CONSULT", "visit") == 4
    assert table.of("CONSULT", None) == 2.5
    assert table.of("PROTEST", "vandalize") == table.of("PROTEST", None)


def test_every_type_and_mode_has_a_score_on_the_side_of_its_kind() -> None:
    table = Intensity(Lexicon())
    friendly = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
    for event in get_args(EventType):
        for mode in (None, *MODES.get(event, ())):
            score = table.of(event, mode)
            assert score is not None
            assert event == "REQUEST" or (score > 0) == (event in friendly)


def test_a_file_of_the_user_changes_a_score(tmp_path: Path) -> None:
    (tmp_path / "intensity.tsv").write_text(HEADER + "CONSULT\t3\n", encoding="utf-8")
    table = Intensity(Lexicon(tmp_path))
    assert table.of("CONSULT", None) == 3
    assert table.of("CONSULT", "visit") == 4


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("BERTEMU\t3", "type of PLOVER"),
        ("CONSULT/riot\t3", "type of PLOVER"),
        ("CONSULT\tbanyak", "number from -10 to 10"),
        ("CONSULT\t11", "number from -10 to 10"),
        ("CONSULT\tnan", "number from -10 to 10"),
    ],
)
def test_a_wrong_row_says_where(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / "intensity.tsv").write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"intensity\.tsv:2: .*{message}"):
        Intensity(Lexicon(tmp_path))
