"""Links of places. The places are invented, and so are their identifiers."""

from __future__ import annotations

from simak.evaluation.score import score_record
from simak.record import Article, Entity, EntityType, Link, Mention, Record

TEXT = "Rapat di Rawa Elok, Tirakarta dan Belgarde."


def record(**links: str | None) -> Record:
    """Return a record with the places of TEXT; the underscore in a name is a blank."""
    entities = []
    for key, link in links.items():
        name = key.replace("_", " ")
        start = TEXT.index(name)
        authority, _, code = (link or "").partition(":")
        kind: EntityType = "GPE"
        entities.append(
            Entity(
                id=key,
                type=kind,
                name=name,
                link=Link(authority=authority, id=code, basis="lexicon") if link else None,
                mentions=(Mention(span=(start, start + len(name)), kind="name"),),
            )
        )
    return Record(article=Article(id="a", text=TEXT), entities=tuple(entities))


GOLD = record(Rawa_Elok="kemendagri:11.22", Tirakarta="kemendagri:33", Belgarde=None)


def figures(predicted: Record, gold: Record = GOLD) -> dict[str, float]:
    found = score_record(gold, predicted).figures()
    return {key: value for key, value in found.items() if key.startswith("places.")}


def test_the_same_record_is_right() -> None:
    assert figures(GOLD) == {
        "places.precision_link": 1.0,
        "places.recall_link": 1.0,
        "places.f1_link": 1.0,
        "places.right": 1.0,
        "places.open": 1.0,
    }


def test_wrong_missing_and_needless_links_count() -> None:
    found = figures(record(Rawa_Elok="kemendagri:11.23", Belgarde="geonames:5"))
    assert found["places.precision_link"] == 0.0
    assert found["places.right"] == 0.0
    assert found["places.open"] == 0.0
    found = figures(record(Rawa_Elok="kemendagri:11.22", Tirakarta=None, Belgarde=None))
    assert found["places.precision_link"] == 1.0
    assert found["places.recall_link"] == found["places.right"] == 0.5
    assert found["places.open"] == 1.0


def test_a_gold_record_without_links_measures_nothing() -> None:
    assert figures(GOLD, record(Rawa_Elok=None, Tirakarta=None)) == {}
