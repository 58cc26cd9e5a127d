"""Parties that the tree gives where the order of words does not. All names are invented."""

from __future__ import annotations

from dataclasses import replace

from reading.page_maker import make_cast, make_page
from reading.test_event import READER, only, read


def test_light_verb_of_which_the_noun_is_the_subject_further_on() -> None:
    page = make_page(
        "serangan/NOUN/nsubj:pass/6 di/ADP/case/3 Tirakarta/PROPN/nmod/1 ,/PUNCT/punct/6"
        " Belgarde/PROPN/appos/3 diduga/VERB/root/0 dilakukan/VERB/xcomp/6 oleh/ADP/case/9"
        " Partani/PROPN/obl/7 ./PUNCT/punct/6"
    )
    event = only(page, ("ORG", "Partani"), ("GPE", "Tirakarta"), ("GPE", "Belgarde"))
    assert (event.type, event.actors) == ("ASSAULT", (0,))


def test_clause_on_a_noun_with_a_conjunction_has_the_main_subject() -> None:
    page = make_page(
        "Tarumaya/PROPN/nsubj/2 melanjutkan/VERB/root/0 proyek/NOUN/obj/2 meski/SCONJ/mark/6"
        " telah/AUX/aux/6 dikecam/VERB/acl:relcl/3 oleh/ADP/case/8 Belgarde/PROPN/obl/6"
        " ./PUNCT/punct/2"
    )
    event = only(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"))
    assert (event.type, event.actors, event.recipients) == ("ACCUSE", (1,), (0,))


def test_active_verb_joined_to_a_relative_passive_has_the_main_subject() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menemukan/VERB/root/0 ganja/NOUN/obj/2 yang/PRON/nsubj:pass/5"
        " disembunyikan/VERB/acl:relcl/3 dan/CCONJ/cc/7 menangkap/VERB/conj/5"
        " Wirya/PROPN/obj/7 ./PUNCT/punct/2"
    )
    event = only(page, ("ORG", "Partani"), ("PER", "Wirya"))
    assert (event.mode, event.actors, event.recipients) == ("arrest", (0,), (1,))


def test_a_thing_can_be_attacked() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menyerang/VERB/root/0 sebuah/DET/det/4 gudang/NOUN/obj/2"
        " ./PUNCT/punct/2"
    )
    event = only(page, ("ORG", "Partani"))
    assert (event.type, event.actors, event.recipients) == ("ASSAULT", (0,), ())


def test_mediation_between_both_owners_of_the_talks() -> None:
    page = make_page(
        "perundingan/NOUN/root/0 Tarumaya/PROPN/nmod/1 dan/CCONJ/cc/4 Belgarde/PROPN/conj/2"
        " yang/PRON/nsubj:pass/6 dimediasi/VERB/acl:relcl/1 Partani/PROPN/obl/6 ./PUNCT/punct/1"
    )
    found = read(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"), ("ORG", "Partani"))
    (event,) = [one for one in found if one.mode == "third-party"]
    assert (event.actors, event.recipients) == ((2,), (0, 1))


_TALKS = (
    "Tarumaya/PROPN/nsubj/2 berunding/VERB/root/0 dengan/ADP/case/4 Belgarde/PROPN/obl/2"
    " ./PUNCT/punct/2"
)


def test_a_bare_noun_tells_the_talks_again() -> None:
    page = make_page(f"{_TALKS} perundingan/NOUN/nsubj/7 mandek/VERB/root/0 ./PUNCT/punct/7")
    event = only(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"))
    assert len(event.evidence) == 2


def test_a_bare_noun_tells_new_talks_of_the_same_parties() -> None:
    page = make_page(f"{_TALKS} rencana/NOUN/root/0 perundingan/NOUN/obj/6 ./PUNCT/punct/6")
    found = read(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"))
    assert [(one.actors, one.recipients, one.status) for one in found] == [
        ((0,), (1,), "actual"),
        ((0,), (1,), "planned"),
    ]


def test_what_was_planned_is_not_done_by_being_named_again() -> None:
    page = make_page(
        "Tarumaya/PROPN/nsubj/3 akan/AUX/aux/3 menyerang/VERB/root/0 Belgarde/PROPN/obj/3"
        " ./PUNCT/punct/3 Wirya/PROPN/nsubj/7 menanggapi/VERB/root/0 penyerangan/NOUN/obj/7"
        " ./PUNCT/punct/7"
    )
    found = read(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"), ("PER", "Wirya"))
    assert {one.status for one in found} == {"planned"}


def test_time_and_place_of_an_aside_are_not_the_acts() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/9 ,/PUNCT/punct/4 yang/PRON/nsubj/4 berdiri/VERB/acl:relcl/1"
        " di/ADP/case/6 Belgarde/PROPN/obl/4 sejak/ADP/case/8 Senin/NUM/obl/4"
        " menemui/VERB/root/0 Wirya/PROPN/obj/9 ./PUNCT/punct/9",
        times=[("Senin", "2024-05-06")],
    )
    event = only(page, ("ORG", "Partani"), ("GPE", "Belgarde"), ("PER", "Wirya"))
    assert (event.actors, event.time, event.place) == ((0,), None, None)


def test_place_of_a_thing_is_not_the_acts() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 bernegosiasi/VERB/root/0 dengan/ADP/case/4 Wirya/PROPN/obl/2"
        " tentang/ADP/case/6 pabrik/NOUN/obl/2 di/ADP/case/8 Belgarde/PROPN/nmod/6"
        " ./PUNCT/punct/2"
    )
    event = only(page, ("ORG", "Partani"), ("PER", "Wirya"), ("GPE", "Belgarde"))
    assert event.place is None


def test_an_arrest_by_police_unnamed_and_named_is_one() -> None:
    page = make_page(
        "polisi/NOUN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 ./PUNCT/punct/2"
        " Mahesa/PROPN/nsubj:pass/6 ditangkap/VERB/root/0 Partani/PROPN/obl/6 ./PUNCT/punct/6"
    )
    cast = make_cast(page, ("GROUP", "polisi"), ("PER", "Wirya|Mahesa"), ("ORG", "Partani"))
    first = replace(cast.referents[0].mentions[0], kind="description")
    police = replace(cast.referents[0], mentions=(first,))
    cast = replace(cast, referents=(police, *cast.referents[1:]))
    (event,) = READER.read(page, cast, [])
    assert (event.actors, event.recipients, len(event.evidence)) == ((2,), (1,), 2)


def test_what_somebody_may_do_is_not_done() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 punya/VERB/root/0 kewenangan/NOUN/obj/2 menangkap/VERB/acl/3"
        " Wirya/PROPN/obj/4 ./PUNCT/punct/2"
    )
    found = read(page, ("ORG", "Partani"), ("PER", "Wirya"))
    assert {one.status for one in found} <= {"hypothetical"}


def test_a_refusal_of_that_request_is_toward_who_made_it() -> None:
    page = make_page(
        "Belgarde/PROPN/nsubj/2 meminta/VERB/root/0 Tarumaya/PROPN/obj/2 mundur/VERB/xcomp/2"
        " ./PUNCT/punct/2 Tirakarta/PROPN/nsubj/7 menolak/VERB/root/0 permintaan/NOUN/obj/7"
        " itu/DET/det/8 ./PUNCT/punct/7"
    )
    found = read(page, ("GPE", "Belgarde"), ("GPE", "Tarumaya|Tirakarta"))
    (event,) = [one for one in found if one.type == "REJECT"]
    assert (event.actors, event.recipients) == ((1,), (0,))


def test_workers_sent_home() -> None:
    page = make_page(
        "Tarumaya/PROPN/nsubj/3 akan/AUX/aux/3 memulangkan/VERB/root/0 seluruh/DET/det/5"
        " pekerja/NOUN/obj/3 migran/ADJ/amod/5 Belgarde/PROPN/nmod/5 ./PUNCT/punct/3"
    )
    event = only(page, ("GPE", "Tarumaya"), ("GROUP", "seluruh pekerja migran Belgarde"))
    assert (event.type, event.mode, event.status) == ("COERCE", "deport", "planned")
    assert event.recipients == (1,)


def test_a_summons_never_obeyed_is_refused() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/4 tak/PART/advmod/4 pernah/ADV/advmod/4 memenuhi/VERB/root/0"
        " panggilan/NOUN/obj/4 Partani/PROPN/nmod/5 ./PUNCT/punct/4"
    )
    event = only(page, ("PER", "Wirya"), ("ORG", "Partani"))
    assert (event.type, event.mode, event.status) == ("REJECT", "meet", "actual")
    assert (event.actors, event.recipients) == ((0,), (1,))


def test_a_needed_word_may_stand_behind_a_row_of_names() -> None:
    names = " dan/CCONJ/cc/2 Ratna/PROPN/conj/3" + " Sagara/PROPN/flat/5" * 6
    page = make_page(
        "Wirya/PROPN/nsubj/2 melaporkan/VERB/root/0 Mahesa/PROPN/obj/2"
        f"{names} ke/ADP/case/13 polisi/NOUN/obl/2 ./PUNCT/punct/2"
    )
    found = read(page, ("PER", "Wirya"), ("PER", "Mahesa"))
    assert [(one.type, one.actors) for one in found] == [("ACCUSE", (0,))]
