"""The events annotated by offsets are sound. It scores nothing: `make quality` does."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from simak.reading.event.frame import MODES
from simak.record import EntityType, EventStatus, article_id

FOLDER = Path(__file__).parent / "indosum"
ROWS = [json.loads(line) for line in (FOLDER / "event.jsonl").read_text("utf-8").splitlines()]


def _join() -> ModuleType:
    """The script that joins events and texts; its folder is no package."""
    spec = importlib.util.spec_from_file_location("indosum_join", FOLDER / "join.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


join = _join()


def test_articles_are_of_one_use_each() -> None:
    articles = [row["article"] for row in ROWS]
    assert len(set(articles)) == len(articles)
    assert {row["use"] for row in ROWS} == {"seen", "unseen"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["article"]))
def test_events_point_to_what_is_there(row: dict[str, object]) -> None:
    text = "x" * 10_000
    made = join.record(text, row)
    ids = {entity.id for entity in made.entities}
    assert {entity.type for entity in made.entities} <= set(get_args(EntityType))
    for event in made.events:
        assert event.actors
        assert {*event.actors, *event.recipients, event.place or "e0"} <= ids
        assert event.mode is None or event.mode in MODES[event.type]
        assert event.status in get_args(EventStatus)
        assert all(0 <= start < end for start, end in (event.trigger, *event.evidence))


def test_another_text_is_refused(tmp_path: Path) -> None:
    row = ROWS[0]
    lines = [json.dumps({"paragraphs": ["lain"]})] * (row["article"] + 1)
    (tmp_path / "indosum.jsonl").write_text("\n".join(lines), "utf-8")
    assert article_id("lain") != row["sha256"]
    with pytest.raises(ValueError, match="is not the article annotated"):
        list(join.records(tmp_path / "indosum.jsonl", row["use"]))
