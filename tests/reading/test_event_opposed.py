"""Who is refused, who agrees after a meeting, and whose act a clause tells. Names invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_page
from reading.test_event import read
from reading.test_event_frame import events
from reading.test_event_sharing import parties
from reading.test_event_when import time
from reading.test_event_where import PARTANI, WIRYA, flat


@pytest.mark.parametrize(
    "told", ["penolakan kedatangan Wirya", "penolakan Wirya untuk masuk ke Tarumaya"]
)
def test_who_may_not_come_is_whom_it_is_done_to(told: str) -> None:
    assert all(one.actors != (0,) for one in events(f"Ratna *menyesalkan {told}.") if one.actors)
    found = parties(f"Partani *melakukan {told}.", "REJECT")
    assert found == [(["Partani"], ["Wirya"])]


def test_who_refuses_to_do_something_is_the_actor() -> None:
    ((actors, _),) = parties("Ratna *menyesalkan penolakan Wirya untuk berunding.", "REJECT")
    assert actors == ["Wirya"]


@pytest.mark.parametrize("verb", ["minta ketemu", "meminta berjumpa", "minta waktu bertemu"])
def test_a_meeting_is_asked_for(verb: str) -> None:
    first, rest = verb.split(" ", 1)
    (event,) = events(f"Wirya *{first} {rest} dengan Ratna.")
    assert (event.type, event.mode, event.actors, event.recipients) == (
        "REQUEST", "meet", (0,), (1,),
    )  # fmt: skip


def test_pardon_is_asked_in_writing() -> None:
    (event,) = events("Wirya *melayangkan permintaan maaf kepada Ratna.")
    assert (event.type, event.actors, event.recipients) == ("CONCEDE", (0,), (1,))


def test_a_claim_read_out_in_court_is_one_accusation() -> None:
    found = parties("Partani *membacakan tuntutan terhadap Wirya.", "ACCUSE")
    assert found == [(["Partani"], ["Wirya"])]


def test_the_years_of_an_office_are_no_time_of_the_act() -> None:
    page = flat(
        "Partani/PROPN menangkap/VERB! bekas/ADJ menteri/NOUN Wirya/PROPN (/PUNCT 2004-2009/NUM"
        " )/PUNCT ./PUNCT",
        times=[("2004-2009", "2004-01-01")],
    )
    assert time(page, PARTANI, WIRYA) is None


def test_a_clause_of_time_behind_a_passive_is_that_of_its_agent() -> None:
    page = make_page(
        "permintaan/NOUN/nsubj:pass/3 itu/DET/det/1 disampaikan/VERB/root/0 Wirya/PROPN/obl/3"
        " ketika/SCONJ/mark/6 bertemu/VERB/advcl/3 dengan/ADP/case/8 Ratna/PROPN/obl/6"
        " ./PUNCT/punct/3"
    )
    found = read(page, ("PER", "Wirya"), ("PER", "Ratna"))
    (event,) = [one for one in found if one.type == "CONSULT"]
    assert (event.actors, event.recipients) == ((0,), (1,))


def test_they_who_agree_are_both_sides_of_the_meeting() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 menemui/VERB/root/0 Ratna/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Mereka/PRON/nsubj/2 sepakat/VERB/root/0 berdamai/VERB/xcomp/2 ./PUNCT/punct/2"
    )
    found = read(page, ("PER", "Wirya"), ("PER", "Ratna"))
    assert ("AGREE", (0, 1)) in [(one.type, one.actors) for one in found]


def test_a_visit_that_is_opposed_is_not_denied() -> None:
    event = next(
        one
        for one in events("Partani *menolak kunjungan Wirya ke Labuhara.")
        if one.type == "CONSULT"
    )
    assert event.status == "actual"


def test_a_way_of_acting_is_that_of_the_agent() -> None:
    page = make_page(
        "kehadiran/NOUN/nsubj:pass/3 Wirya/PROPN/nmod/1 ditolak/VERB/root/0 oleh/ADP/case/5"
        " Partani/PROPN/obl/3 dengan/ADP/case/7 cara/NOUN/obl/3 mendatangi/VERB/acl/7"
        " kantor/NOUN/obj/8 dan/CCONJ/cc/11 berdemonstrasi/VERB/conj/8 ./PUNCT/punct/3"
    )
    found = read(page, ("PER", "Wirya"), ("ORG", "Partani"))
    assert [one.actors for one in found if one.type == "PROTEST"] == [(1,)]


def test_a_penalty_is_for_whose_act_is_its_ground() -> None:
    page = make_page(
        "Atas/ADP/case/2 peluncuran/NOUN/obl/8 rudal/NOUN/nmod/2 oleh/ADP/case/5"
        " Belgarde/PROPN/nmod/2 ,/PUNCT/punct/8 Partani/PROPN/nsubj/8"
        " menjatuhkan/VERB/root/0 sanksi/NOUN/obj/8 ./PUNCT/punct/8"
    )
    found = read(page, ("GPE", "Belgarde"), ("ORG", "Partani"))
    assert [(one.actors, one.recipients) for one in found if one.type == "SANCTION"] == [
        ((1,), (0,))
    ]


def test_if_one_can_is_no_condition() -> None:
    (event,) = events("Wirya *akan *menemui Ratna kalau bisa di Labuhara.")
    assert event.status == "planned"


def test_what_befalls_somebodys_coming_lends_no_agent() -> None:
    page = make_page(
        "kedatangan/NOUN/nsubj:pass/3 Wirya/PROPN/nmod/1 ditolak/VERB/root/0 oleh/ADP/case/5"
        " Partani/PROPN/obl/3 saat/SCONJ/mark/7 berkunjung/VERB/advcl/3 ke/ADP/case/9"
        " Labuhara/PROPN/obl/7 ./PUNCT/punct/3"
    )
    found = read(page, ("PER", "Wirya"), ("ORG", "Partani"), ("GPE", "Labuhara"))
    assert [one.actors for one in found if one.mode == "visit" and one.actors == (1,)] == []


def test_a_side_that_is_represented_at_a_meeting() -> None:
    ((actors, _),) = parties(
        "pertemuan antara Partani yang *diwakili Wirya dengan Brawana *digelar di Labuhara.",
        "CONSULT",
    )
    assert sorted(actors) == ["Brawana", "Partani", "Wirya"]


def test_the_reading_of_a_claim_in_court_asks_nothing() -> None:
    assert not parties("Ratna *disebut Wirya dalam pembacaan tuntutan Partani.", "REQUEST")


def test_a_protest_that_refuses_a_coming_is_against_who_comes() -> None:
    found = parties("Partani *menggelar demonstrasi penolakan kedatangan Wirya.", "PROTEST")
    assert found == [(["Partani"], ["Wirya"])]


def test_who_opposes_a_visit_does_not_pay_it() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menolak/VERB/root/0 kunjungan/NOUN/obj/2 +nya/PRON/nmod/3"
        " ke/ADP/case/6 Labuhara/PROPN/nmod/3 ./PUNCT/punct/2"
    )
    found = read(page, ("ORG", "Partani"), ("GPE", "Labuhara"))
    assert not [one for one in found if one.type == "CONSULT" and one.actors == (0,)]


def test_they_who_come_to_terms_about_something() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 menemui/VERB/root/0 Ratna/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Mereka/PRON/nsubj/2 bersepakat/VERB/root/0 menaikkan/VERB/xcomp/2 harga/NOUN/obj/3"
        " ./PUNCT/punct/2"
    )
    found = read(page, ("PER", "Wirya"), ("PER", "Ratna"))
    assert [one.actors for one in found if one.type == "AGREE"] == [(0, 1)]


def test_a_text_may_end_with_a_protest() -> None:
    assert [event.type for event in events("Tarumaya *mogok")] == ["PROTEST"]
