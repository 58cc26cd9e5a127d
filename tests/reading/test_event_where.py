"""Where an act took place, by the phrases of its clause. All names are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reading.page_maker import make_cast, make_page
from reading.test_event import READER
from simak.reading.finding import Cast
from simak.reading.page import Page
from simak.record import EntityType, Link

_DAY = [("Senin", "2024-05-06")]
Entry = tuple[EntityType, str]
PARTANI: Entry = ("ORG", "Partani")
WIRYA: Entry = ("PER", "Wirya")


def flat(marked: str, *, times: list[tuple[str, str]] | None = None) -> Page:
    """Return a page of one sentence in which all hangs on the verb marked with "!".

    Words are "word/POS"; the first party before the verb is its subject, the next its object.
    """
    items = marked.split()
    verb = next(n for n, item in enumerate(items, start=1) if item.endswith("!"))
    rows: list[str] = []
    for number, item in enumerate(items, start=1):
        word, pos = item.rstrip("!").rsplit("/", 1)
        if number == verb:
            rows.append(f"{word}/{pos}/root/0")
        elif pos == "PUNCT":
            rows.append(f"{word}/PUNCT/punct/{verb}")
        elif pos == "ADP":
            rows.append(f"{word}/ADP/case/{number + 1}")
        else:
            dep = "nsubj" if number < verb else "obj" if number == verb + 1 else "obl"
            rows.append(f"{word}/{pos}/{dep}/{verb}")
    return make_page(" ".join(rows), times=times or [])


def place(page: Page, *entries: Entry) -> str | None:
    """Return the name of the place of the only event."""
    cast = make_cast(page, *entries)
    (event,) = READER.read(page, cast, [])
    return None if event.place is None else cast.referents[event.place].name


@pytest.mark.parametrize(
    "phrase",
    [
        "di/ADP depan/NOUN Tirakarta/PROPN",
        "di/ADP kota/NOUN perbatasan/NOUN Tirakarta/PROPN",
        "di/ADP salah/ADJ satu/NUM kamar/NOUN Tirakarta/PROPN",
        "dekat/ADP Tirakarta/PROPN",
    ],
)
def test_words_between_the_preposition_and_the_place(phrase: str) -> None:
    page = flat(f"Partani/PROPN menangkap/VERB! Wirya/PROPN {phrase} ./PUNCT")
    assert place(page, PARTANI, WIRYA, ("LOC", "Tirakarta")) == "Tirakarta"


def test_the_name_of_an_election_is_no_place() -> None:
    page = flat("Partani/PROPN menangkap/VERB! Wirya/PROPN di/ADP Pilgub/PROPN Tirakarta/PROPN")
    assert place(page, PARTANI, WIRYA, ("GPE", "Tirakarta")) is None


def test_the_town_that_is_the_capital() -> None:
    page = flat(
        "Partani/PROPN menangkap/VERB! Wirya/PROPN di/ADP ibukota/NOUN Belgarde/PROPN"
        " ,/PUNCT Tirakarta/PROPN ./PUNCT"
    )
    assert place(page, PARTANI, WIRYA, ("GPE", "Belgarde"), ("GPE", "Tirakarta")) == "Tirakarta"


@pytest.mark.parametrize(("body", "found"), [("Polres", "Polres Melati"), ("Partai", None)])
def test_a_body_is_a_place_where_it_is_a_house(body: str, found: str | None) -> None:
    page = flat(f"Partani/PROPN menangkap/VERB! Wirya/PROPN di/ADP {body}/PROPN Melati/PROPN")
    assert place(page, PARTANI, WIRYA, ("ORG", f"{body} Melati")) == found


@pytest.mark.parametrize(
    "between",
    [
        "yang/PRON mencuri/VERB kayu/NOUN",
        "pelaku/NOUN pembunuhan/NOUN",
        "terkait/ADP kasus/NOUN tanah/NOUN",
    ],
)
def test_the_place_of_something_else(between: str) -> None:
    page = flat(
        f"Partani/PROPN menangkap/VERB! Wirya/PROPN {between} di/ADP Tirakarta/PROPN ./PUNCT"
    )
    assert place(page, PARTANI, WIRYA, ("GPE", "Tirakarta")) is None


def test_the_topic_in_a_title_before_a_name() -> None:
    page = flat(
        "Partani/PROPN menangkap/VERB! tersangka/NOUN kasus/NOUN suap/NOUN Wirya/PROPN"
        " di/ADP Tirakarta/PROPN ./PUNCT"
    )
    assert place(page, PARTANI, WIRYA, ("GPE", "Tirakarta")) == "Tirakarta"


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("di/ADP Tirakarta/PROPN", None),
        ("di/ADP Hotel/PROPN Melati/PROPN ,/PUNCT Tirakarta/PROPN", "Hotel Melati"),
        ("di/ADP Tirakarta/PROPN ,/PUNCT Senin/PROPN", "Tirakarta"),
    ],
)
def test_an_act_of_words_has_a_place_that_stands_apart(phrase: str, found: str | None) -> None:
    page = flat(
        f"Partani/PROPN mengecam/VERB! Wirya/PROPN {phrase} ./PUNCT",
        times=_DAY if "Senin" in phrase else None,
    )
    hotel: list[Entry] = [("LOC", "Hotel Melati")] if "Hotel" in phrase else []
    assert place(page, PARTANI, WIRYA, ("GPE", "Tirakarta"), *hotel) == found


def test_where_one_was_when_it_happened() -> None:
    page = flat(
        "Partani/PROPN menangkap/VERB! Wirya/PROPN ketika/SCONJ berada/VERB di/ADP"
        " Hotel/PROPN Melati/PROPN ./PUNCT"
    )
    assert place(page, PARTANI, WIRYA, ("LOC", "Hotel Melati")) == "Hotel Melati"


def test_where_an_act_leads() -> None:
    page = flat("Partani/PROPN mengerahkan/VERB! pasukan/NOUN ke/ADP Tirakarta/PROPN ./PUNCT")
    assert place(page, PARTANI, ("GPE", "Tirakarta")) == "Tirakarta"


def test_a_description_that_is_told_before() -> None:
    page = flat(
        "Partani/PROPN menyerang/VERB! Wirya/PROPN di/ADP kawasan/NOUN tersebut/DET ./PUNCT"
    )
    assert place(page, PARTANI, WIRYA, ("LOC", "kawasan")) is None


@pytest.mark.parametrize(("link", "found"), [(None, ("Tirakarta", ())), ("TK", (None, (1,)))])
def test_a_town_is_where_one_goes_and_a_country_whom_one_visits(
    link: str | None, found: tuple[str | None, tuple[int, ...]]
) -> None:
    page = flat("Wirya/PROPN berkunjung/VERB! ke/ADP Tirakarta/PROPN ./PUNCT")
    cast = make_cast(page, WIRYA, ("GPE", "Tirakarta"))
    if link is not None:
        country = replace(
            cast.referents[1], link=Link(authority="iso3166", id=link, basis="lexicon")
        )
        cast = Cast((cast.referents[0], country))
    (event,) = READER.read(page, cast, [])
    name = None if event.place is None else cast.referents[event.place].name
    assert (name, event.recipients) == found


def test_the_luar_negeri_is_no_place() -> None:
    page = flat("Partani/PROPN menangkap/VERB! Wirya/PROPN di/ADP luar/NOUN negeri/NOUN ./PUNCT")
    assert place(page, PARTANI, WIRYA, ("GPE", "negeri")) is None


def test_the_place_of_a_verb_that_is_joined_to_an_act_of_words() -> None:
    page = flat(
        "Partani/PROPN mengecam/VERB! Wirya/PROPN dan/CCONJ ditahan/VERB di/ADP Hotel/PROPN"
        " Melati/PROPN ,/PUNCT Tirakarta/PROPN ./PUNCT"
    )
    entries: list[Entry] = [PARTANI, WIRYA, ("LOC", "Hotel Melati"), ("GPE", "Tirakarta")]
    events = READER.read(page, make_cast(page, *entries), [])
    assert [one.place for one in events if one.type == "ACCUSE"] == [None]


def test_some_places_are_none_in_particular() -> None:
    page = flat("Partani/PROPN menangkap/VERB! Wirya/PROPN di/ADP tiga/NUM lokasi/NOUN ./PUNCT")
    assert place(page, PARTANI, WIRYA, ("LOC", "tiga lokasi")) is None
