"""Copies: what is one telling, and what only has words in common."""

import itertools
import random

import pytest

from simak.intake.article import Incoming
from simak.record import Article, Record, article_id
from simak.store import Store, schema
from simak.store.copy import are_copies, bands

_SYLLABLES = ["ra", "wa", "me", "la", "ti", "su", "ka", "bu", "ndo", "pe", "ger", "ta", "lim", "o"]


def story(seed, sentences=30):
    """A made-up text: words that mean nothing, the same for the same seed."""
    chance = random.Random(seed)
    return "\n".join(
        " ".join("".join(chance.choices(_SYLLABLES, k=3)) for _ in range(14)) + "."
        for _ in range(sentences)
    )


def edited(text, seed, *, swapped=0.0, kept=1.0, own=""):
    chance = random.Random(seed)
    lines = text.split("\n")
    lines = lines[: max(1, int(len(lines) * kept))]
    words = [
        ["lain" if chance.random() < swapped else word for word in line.split()] for line in lines
    ]
    return own + "\n".join(map(" ".join, words))


WIRE = story(1)
EDITS = {
    "words changed": edited(WIRE, 2, swapped=0.05),
    "a dateline": edited(WIRE, 2, own="KOTA MELATI, Harian Melati - "),
    "cut": edited(WIRE, 2, kept=0.6),
    "cut and changed": edited(WIRE, 3, kept=0.6, swapped=0.03),
    "cut to half": edited(WIRE, 3, kept=0.5),
    "white space": WIRE.replace("\n", "\n\n").replace(" ", "  "),
    "capitals": WIRE.upper(),
}


@pytest.mark.parametrize("name", EDITS)
def test_copies(name):
    assert are_copies(WIRE, EDITS[name])
    assert set(bands(WIRE)) & set(bands(EDITS[name]))


@pytest.mark.parametrize(
    "other", [story(2), story(2) + "\n" + WIRE.split("\n")[0], "", "Rapat dibuka."]
)
def test_other_stories(other):
    assert not are_copies(WIRE, other)


def series(price, day):
    """A text that comes every day in the same words."""
    lines = story(9, 10).split("\n")
    return "\n".join(
        f"{line} Pada {day}/3/2024 harganya Rp {price + 731 * at} ribu."
        for at, line in enumerate(lines)
    )


def test_a_series_is_no_copy_but_its_reprint_is():
    monday, tuesday = series(1105, 4), series(1192, 5)
    assert not are_copies(monday, tuesday)
    assert are_copies(monday, edited(monday, 4, swapped=0.03, own="KOTA MELATI - "))
    assert are_copies(monday, "\n".join(monday.split("\n")[:6]))


def test_short_texts_are_copies_only_when_the_same():
    assert are_copies("Rapat dibuka hari ini.", "Rapat dibuka, hari ini!")
    assert not are_copies("Rapat dibuka hari ini.", "Rapat dibuka hari ini juga.")


def put(store, name, text, **about):
    store.put(
        Incoming(name=name, text=text, **about),
        Record(article=Article(id=article_id(text), text=text, url=about.get("url"))),
    )


def groups(store):
    with store.engine.connect() as connection:
        rows = connection.execute(
            schema.arrival.select()
            .join(schema.article, schema.article.c.seq == schema.arrival.c.article)
            .add_columns(schema.article.c.copy_of)
        ).all()
    found = {}
    for row in rows:
        found.setdefault(row.copy_of, set()).add(row.name)
    return sorted(map(sorted, found.values()))


def test_groups(store):
    put(store, "a", WIRE)
    put(store, "b", EDITS["words changed"])
    put(store, "c", story(2))
    put(store, "d", EDITS["cut"])
    put(store, "e", story(2) + " Diperbarui.")
    assert groups(store) == [["a", "b", "d"], ["c", "e"]]


def test_groups_do_not_depend_on_the_order(tmp_path):
    # The two halves have nothing in common; the whole ties them together.
    lines = WIRE.split("\n")
    texts = {"first": "\n".join(lines[:20]), "last": "\n".join(lines[10:]), "whole": WIRE}
    assert not are_copies(texts["first"], texts["last"])
    for number, order in enumerate(itertools.permutations(texts)):
        with Store(tmp_path / f"{number}.db") as store:
            for name in order:
                put(store, name, texts[name])
            assert groups(store) == [["first", "last", "whole"]]


def test_a_page_that_was_changed_is_one_telling(store):
    put(store, "old", story(1), url="https://melati.example/a")
    put(store, "new", story(2), url="https://melati.example/a")
    put(store, "other", story(3), url="https://melati.example/b")
    assert groups(store) == [["new", "old"], ["other"]]


@pytest.mark.parametrize(
    "text", ["😀" * 500, "a" * 100_000, "\x00 " * 400, "satu " * 5000, "،" * 9]
)
def test_any_text(store, text):
    assert list(bands(text)) == list(bands(text))
    put(store, "a", text)
    assert groups(store) == [["a"]]
