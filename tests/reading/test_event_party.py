"""Rows of parties, bodies behind their members, whose plan it is. All names are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_page
from reading.test_event import only, read
from reading.test_event_sharing import parties


@pytest.mark.parametrize(
    "row",
    [
        "Tarumaya, Belgarde dan Partani",
        "Tarumaya, Belgarde, dan Partani,",
        "Tarumaya bersama Belgarde dan juga Partani",
        "kemarin, Tarumaya, Belgarde dan Partani,",
    ],
)
def test_a_row_of_subjects(row: str) -> None:
    found = parties(f"{row} *menyerang Wirya.", "ASSAULT")
    assert found == [(["Tarumaya", "Belgarde", "Partani"], ["Wirya"])]


def test_what_hangs_on_a_word_before_it_is_not_of_the_row() -> None:
    found = parties("di Labuhara, Tarumaya dan Partani *menyerang Wirya.", "ASSAULT")
    assert found == [(["Tarumaya", "Partani"], ["Wirya"])]


def test_a_title_between_two_names() -> None:
    found = parties("Wirya dan sekretaris umum, Ratna, *mengecam Belgarde.", "ACCUSE")
    assert found == [(["Wirya", "Ratna"], ["Belgarde"])]


def test_all_of_a_row_are_asked() -> None:
    found = parties("Tarumaya *meminta Belgarde dan Partani *memulangkan Wirya.", "REQUEST")
    assert found == [(["Tarumaya"], ["Belgarde", "Partani"])]
    found = parties("Tarumaya *menyerang Belgarde dan Partani *memulangkan Wirya.", "ASSAULT")
    assert found == [(["Tarumaya"], ["Belgarde"])]


@pytest.mark.parametrize("member", ["petugas", "Serdadu", "aparat", "rapat pleno"])
def test_the_body_acts_by_its_members(member: str) -> None:
    found = parties(f"{member} Partani *mengusir Wirya.", "COERCE")
    assert found == [(["Partani"], ["Wirya"])]


def test_the_verb_behind_the_negation_of_a_trigger_has_the_subject() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/5 sendiri/DET/det/1 tidak/PART/advmod/5 pernah/ADV/advmod/5"
        " memenuhi/VERB/root/0 panggilan/NOUN/obj/5 Partani/PROPN/nmod/6 ./PUNCT/punct/5"
    )
    event = only(page, ("PER", "Wirya"), ("ORG", "Partani"))
    assert (event.type, event.actors, event.recipients) == ("REJECT", (0,), (1,))


def test_of_two_subjects_that_of_the_inner_clause() -> None:
    page = make_page(
        "Ratna/PROPN/nsubj/5 menelepon/VERB/acl/1 saya/PRON/obj/2 Partani/PROPN/nsubj/5"
        " menangkap/VERB/root/0 Wirya/PROPN/obj/5 ./PUNCT/punct/5"
    )
    found = read(page, ("PER", "Ratna"), ("ORG", "Partani"), ("PER", "Wirya"))
    assert [(one.actors, one.recipients) for one in found if one.type == "COERCE"] == [((1,), (2,))]


@pytest.mark.parametrize(
    ("verb", "noun"), [("memiliki", "niat"), ("memikirkan", "cara"), ("menggelar", "aksi")]
)
def test_whose_plan_it_is(verb: str, noun: str) -> None:
    page = make_page(
        f"Partani/PROPN/nsubj/2 {verb}/VERB/root/0 {noun}/NOUN/obj/2 untuk/SCONJ/mark/5"
        " menangkap/VERB/acl/3 Wirya/PROPN/obj/5 ./PUNCT/punct/2"
    )
    found = read(page, ("ORG", "Partani"), ("PER", "Wirya"))
    assert [(one.actors, one.recipients) for one in found if one.type == "COERCE"] == [((0,), (1,))]


def test_what_a_thing_is_for_is_nobodys_plan() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 membeli/VERB/root/0 racun/NOUN/obj/2 baru/ADJ/amod/3"
        " untuk/SCONJ/mark/6 membunuh/VERB/acl/3 Wirya/PROPN/obj/6 ./PUNCT/punct/2"
    )
    assert read(page, ("ORG", "Partani"), ("PER", "Wirya")) == []


def test_the_dateline_acts_nowhere() -> None:
    page = make_page(
        "Labuhara/PROPN/root/0 ,/PUNCT/punct/1 Kabar/PROPN/appos/1 --/PUNCT/punct/1"
        " sidang/NOUN/dep/1 itu/DET/det/5 ditunda/VERB/acl/5 ,/PUNCT/punct/1"
        " menangkap/VERB/dep/1 Wirya/PROPN/obj/9 ./PUNCT/punct/1"
    )
    assert read(page, ("GPE", "Labuhara"), ("PER", "Wirya")) == []
