"""Join the events annotated by offsets with the texts of IndoSum: records for `simak evaluate`.

python tests/quality/indosum/join.py --articles indosum.jsonl --use seen|unseen FOLDER
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simak.record import Article, Entity, Event, Mention, Published, Record, article_id, encode

EVENTS = Path(__file__).with_name("event.jsonl")


def records(articles: Path, use: str) -> Iterator[Record]:
    """Yield the records of one use. Raises ValueError if a text is not the one annotated."""
    rows = [json.loads(line) for line in EVENTS.read_text("utf-8").splitlines()]
    wanted = {row["article"]: row for row in rows if row["use"] == use}
    with articles.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = wanted.get(number)
            if row is None:
                continue
            text = "\n".join(json.loads(line)["paragraphs"])
            if article_id(text) != row["sha256"]:
                raise ValueError(f"{articles}: line {number + 1} is not the article annotated")
            yield record(text, row)


def record(text: str, row: dict[str, Any]) -> Record:
    """Return one annotated article as a record."""
    entities = [
        Entity(
            id=f"e{index}",
            type=kind,
            name=text[slice(*mentions[0][:2])],
            mentions=tuple(Mention(span=(a, b), kind=word) for a, b, word in mentions),
        )
        for index, (kind, mentions) in enumerate(row["entities"])
    ]
    events = [
        Event(
            id=f"v{index}",
            type=event["type"],
            mode=event["mode"],
            trigger=tuple(event["trigger"]),
            actors=tuple(f"e{one}" for one in event["actors"]),
            recipients=tuple(f"e{one}" for one in event["recipients"]),
            place=None if event["place"] is None else f"e{event['place']}",
            status=event["status"],
            asserted_by="outlet",
            evidence=tuple((a, b) for a, b in event["evidence"]),
        )
        for index, event in enumerate(row["events"])
    ]
    published = Published(value=row["published"], basis="given" if row["published"] else "unknown")
    article = Article(id=article_id(text), text=text, published=published)
    return Record(article=article, entities=tuple(entities), events=tuple(events))


def main() -> None:
    """Write the records, a file each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--use", choices=("seen", "unseen"), default="unseen")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    try:
        for number, made in enumerate(records(options.articles, options.use)):
            (options.folder / f"{number:03}.json").write_bytes(encode(made))
    except (OSError, ValueError) as fault:
        sys.exit(f"join.py: {fault}")


if __name__ == "__main__":
    main()
