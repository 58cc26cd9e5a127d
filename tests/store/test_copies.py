"""Groups of copies as an answer: who was first, who credits whom."""

import pytest
from tests.store.test_copy import EDITS, WIRE, story

from simak.errors import StoreError
from simak.intake.article import Incoming
from simak.record import Article, CreditedSource, Published, Record, article_id
from simak.store.question import Credit, Where, copies


def put(store, name, text, outlet, day, *credits):
    credited = []
    for one, via in credits:
        text += f" Sumber: {one}."
        start = text.rindex(one)
        credited.append(
            CreditedSource(
                name=one, span=(start, start + len(one)), **({"via": via} if via else {})
            )
        )
    about = Article(
        id=article_id(text), text=text, outlet=outlet, credited_sources=tuple(credited),
        published=Published(value=day, basis="metadata" if day else "unknown"),
    )  # fmt: skip
    store.put(Incoming(name=name, text=text, outlet=outlet, published=day), Record(article=about))
    return about


def test_who_was_first_and_who_credits_whom(store):
    one = put(store, "b", EDITS["words changed"], "Kabar Anggrek", "2024-03-05",
              ("Harian Melati", None), ("Antara", "Harian Melati"))  # fmt: skip
    put(store, "c", story(2), "Suara Kenanga", "2024-03-05")
    put(store, "a", WIRE, "Harian Melati", "2024-03-04")
    (found,) = copies(store)
    assert (found.first, found.outlets) == ("Harian Melati", ("Harian Melati", "Kabar Anggrek"))
    assert found.origins == ("Antara",)
    first, second = found.printed
    assert (first.name, first.shared, first.credits) == ("a", 1.0, ())
    assert second.credits == (Credit("Harian Melati", None), Credit("Antara", "Harian Melati"))
    assert 0.5 < second.shared < 1
    assert list(copies(store, one.id)) == [found]
    assert list(copies(store, where=Where(outlet="suara kenanga"))) == []
    assert list(copies(store, where=Where(since="2024-03-05"))) == [found]


def test_without_a_date_nobody_was_first(store):
    put(store, "a", WIRE, "Harian Melati", "2024-03-04")
    put(store, "b", EDITS["cut"], "Kabar Anggrek", None)
    (found,) = copies(store)
    assert found.first is None
    assert [one.name for one in found.printed] == ["a", "b"]


def test_the_same_text_elsewhere_is_a_printing(store):
    about = put(store, "a", WIRE, "Harian Melati", "2024-03-05")
    store.arrive(
        about.id,
        Incoming(name="b", text=WIRE, outlet="Kabar Anggrek", published="2024-03-04", url="x"),
    )
    (found,) = copies(store)
    assert found.first == "Kabar Anggrek"
    assert [(one.outlet, one.shared) for one in found.printed] == [
        ("Kabar Anggrek", 1.0), ("Harian Melati", 1.0),
    ]  # fmt: skip


def test_one_article(store):
    about = put(store, "a", WIRE, "Harian Melati", None)
    assert list(copies(store)) == []
    (found,) = copies(store, about.id)
    assert (found.first, len(found.printed)) == ("Harian Melati", 1)
    with pytest.raises(StoreError, match="no article"):
        list(copies(store, "x"))
