"""Parties that one act lends to another. All people, bodies and places are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_page
from reading.test_event import read
from reading.test_event_sharing import parties
from simak.record import EntityType

LAW: tuple[EntityType, str] = ("ORG", "Polresta")


def test_a_thing_is_seized_from_who_was_caught() -> None:
    found = parties("Polresta *menangkap Wirya dan *menyita telepon itu.", "COERCE")
    assert found == [(["Polresta"], ["Wirya"]), (["Polresta"], ["Wirya"])]


def test_a_seizure_of_another_body_has_its_own() -> None:
    found = parties("Polresta *menangkap Wirya. Partani *menyita telepon itu.", "COERCE")
    assert (["Partani"], ["Wirya"]) not in found


def test_it_is_asked_of_whom_one_meets() -> None:
    found = parties("Ratna *menemui Wirya untuk *meminta bantuan.", "REQUEST")
    assert found == [(["Ratna"], ["Wirya"])]
    assert parties("Ratna *menemui Wirya. kemudian *meminta bantuan.", "REQUEST") == []


def test_who_is_asked_is_promised_something() -> None:
    found = parties("Ratna *meminta Brawana pulang dan *menjanjikan rumah.", "AGREE")
    assert found == [(["Ratna"], ["Brawana"])]


def test_a_promise_that_somebody_will_do_is_not_made_to_them() -> None:
    assert parties("Ratna *menjanjikan Polresta *menangkap Wirya.", "AGREE") == []
    assert parties("Ratna *mengundang Wirya *menonton.", "AGREE") == [(["Ratna"], ["Wirya"])]


def test_a_protest_is_against_whom_it_claims_from() -> None:
    found = parties("Brawana *berdemonstrasi *menuntut Partani mundur.", "PROTEST")
    assert found == [(["Brawana"], ["Partani"])]


def test_who_stays_away_refuses_who_summoned() -> None:
    page = make_page(
        "Polresta/PROPN/nsubj/2 memanggil/VERB/root/0 Wirya/PROPN/obj/2 sebagai/ADP/case/5"
        " saksi/NOUN/obl/2 yang/PRON/nsubj/7 mangkir/VERB/acl/3 ./PUNCT/punct/2"
    )
    found = read(page, ("PER", "Wirya"), LAW)
    assert [(one.type, one.actors, one.recipients) for one in found] == [
        ("ACCUSE", (1,), (0,)),
        ("REJECT", (0,), (1,)),
    ]


def test_the_sentence_before_names_whom_it_befalls() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj:pass/2 ditangkap/VERB/root/0 Polresta/PROPN/obl/2 ./PUNCT/punct/2\n"
        "Kini/ADV/advmod/3 masih/ADV/advmod/3 diperiksa/VERB/root/0 penyidik/NOUN/obl/3"
        " ./PUNCT/punct/3"
    )
    found = read(page, ("PER", "Wirya"), LAW, ("GROUP", "penyidik"))
    assert [(one.type, one.actors, one.recipients) for one in found] == [
        ("COERCE", (1,), (0,)),
        ("ACCUSE", (2,), (0,)),
    ]


def test_the_party_behind_a_passive_that_opens_undergoes_it() -> None:
    page = make_page(
        "Polresta/PROPN/nsubj/2 datang/VERB/root/0 ./PUNCT/punct/2\n"
        "juga/ADV/advmod/2 ditangkap/VERB/root/0 Wirya/PROPN/obl/2 ./PUNCT/punct/2"
    )
    (event,) = read(page, LAW, ("PER", "Wirya"))
    assert (event.actors, event.recipients) == ((0,), (1,))


def test_who_acts_by_one_passive_acts_by_the_next() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj:pass/2 ditarik/VERB/root/0 Polresta/PROPN/obl/2 dan/CCONJ/cc/5"
        " dipukuli/VERB/conj/2 ./PUNCT/punct/2"
    )
    found = read(page, ("PER", "Wirya"), LAW)
    assert [(one.actors, one.recipients) for one in found if one.type == "ASSAULT"] == [
        ((1,), (0,))
    ]


@pytest.mark.parametrize("joint", ["dan", "dengan", ", dan"])
def test_a_passive_with_between(joint: str) -> None:
    found = parties(f"perjanjian itu *diteken antara Tarumaya {joint} Belgarde.", "SUPPORT")
    assert found == [(["Tarumaya", "Belgarde"], [])]


def test_what_is_done_to_a_house_is_done_to_whose_it_is() -> None:
    page = make_page(
        "Brawana/PROPN/nsubj/2 membakar/VERB/root/0 kantor/NOUN/obj/2 Partani/PROPN/nmod/3"
        " ./PUNCT/punct/2"
    )
    (event,) = read(page, ("NORP", "Brawana"), ("LOC", "kantor Partani"), ("ORG", "Partani"))
    assert (event.actors, event.recipients) == ((0,), (2,))


def test_subject_across_a_relative_clause_and_a_time() -> None:
    page = make_page(
        "siswa/NOUN/dep/10 itu/DET/det/1 ,/PUNCT/punct/1 Wirya/PROPN/appos/1 yang/PRON/nsubj/6"
        " ditemukan/VERB/acl/1 di/ADP/case/8 kamar/NOUN/obl/6 ,/PUNCT/punct/10 dibunuh/VERB/root/0"
        " oleh/ADP/case/12 Ratna/PROPN/obl/10 ./PUNCT/punct/10"
    )
    (event,) = read(page, ("PER", "Wirya"), ("PER", "Ratna"))
    assert (event.actors, event.recipients) == ((1,), (0,))


def test_what_a_body_is_stands_before_its_name() -> None:
    found = parties("Wirya *mengkritik perusahaan minyak goreng Partani.", "ACCUSE")
    assert found == [(["Wirya"], ["Partani"])]


def test_a_row_goes_on_behind_an_acronym_in_brackets() -> None:
    found = parties("Wirya *mengkritik Partani ( PT ) dan Polresta.", "ACCUSE")
    assert found == [(["Wirya"], ["Partani", "Polresta"])]


def test_who_was_hurt_when_it_was_done() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 terluka/VERB/root/0 ketika/SCONJ/mark/5 Polresta/PROPN/nsubj/5"
        " menembak/VERB/advcl/2 ./PUNCT/punct/2"
    )
    (event,) = read(page, ("PER", "Wirya"), LAW)
    assert (event.type, event.actors, event.recipients) == ("ASSAULT", (1,), (0,))


def test_strikers_strike_against_whom_they_work_for() -> None:
    page = make_page(
        "karyawan/NOUN/nsubj/3 Partani/PROPN/nmod/1 menggelar/VERB/root/0 aksi/NOUN/obj/3"
        " mogok/NOUN/nmod/4 ./PUNCT/punct/3"
    )
    (event,) = read(page, ("GROUP", "karyawan Partani"), ("ORG", "Partani"))
    assert (event.type, event.mode, event.recipients) == ("PROTEST", "strike", (1,))
