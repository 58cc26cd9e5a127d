"""Who acts where a light verb, a passive or a statement tells it. All names are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_page, statement
from reading.test_event import only, read
from reading.test_event_frame import events


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Tarumaya *merencanakan serangan ke Belgarde.", "planned"),
        ("Tarumaya *mendalangi serangan ke Belgarde.", "actual"),
        ("Tarumaya *mengaku bertanggung jawab atas serangan ke Belgarde.", "actual"),
    ],
)
def test_light_verbs_of_who_is_behind_it(sentence: str, status: str) -> None:
    (event,) = events(sentence)
    assert (event.type, event.actors, event.recipients) == ("ASSAULT", (0,), (1,))
    assert event.status == status


def test_what_is_given_to_whom_stands_between() -> None:
    (event,) = events("Tarumaya *memberi Brawana bantuan.")
    assert (event.type, event.actors, event.recipients) == ("AID", (0,), (1,))


def test_who_receives_it_receives_it_from_whom_it_comes() -> None:
    (event,) = events("Wirya *menerima grasi dari Tarumaya.")
    assert (event.type, event.actors, event.recipients) == ("CONCEDE", (0,), (1,))


def test_the_agent_of_another_deed_is_none_of_the_strike() -> None:
    page = make_page(
        "pembubaran/NOUN/root/0 aksi/NOUN/nmod/1 mogok/NOUN/nmod/2 oleh/ADP/case/5"
        " Polresta/PROPN/nmod/1 ./PUNCT/punct/1"
    )
    assert read(page, ("ORG", "Polresta")) == []


_FREED = (
    "Wirya/PROPN/nsubj/2 ditangkap/VERB/root/0 oleh/ADP/case/4 kepolisian/NOUN/obl/2"
    " Belgarde/PROPN/nmod/4 namun/SCONJ/mark/7 dibebaskan/VERB/advcl/2 kemudian/ADV/advmod/7"
    " ./PUNCT/punct/2"
)


def test_the_agent_taken_for_granted_is_that_of_the_same_sentence() -> None:
    first = (
        "Ratna/PROPN/nsubj/2 diperiksa/VERB/root/0 oleh/ADP/case/4 Polresta/PROPN/obl/2"
        " ./PUNCT/punct/2\n"
    )
    page = make_page(first + _FREED)
    found = read(
        page,
        ("PER", "Wirya"),
        ("ORG", "Polresta"),
        ("ORG", "kepolisian Belgarde"),
        ("PER", "Ratna"),
    )
    page_of = {one.type: one for one in found}
    assert page_of["RETREAT"].actors == (2,)


@pytest.mark.parametrize(("verb", "count"), [("akan", 1), ("harus", 0)])
def test_nobody_is_taken_to_have_done_what_should_be_done(verb: str, count: int) -> None:
    page = make_page(
        "Polresta/PROPN/nsubj/2 datang/VERB/root/0 ./PUNCT/punct/2\n"
        f"Wirya/PROPN/nsubj/3 {verb}/AUX/aux/3 dibebaskan/VERB/root/0 ./PUNCT/punct/3"
    )
    assert len(read(page, ("PER", "Wirya"), ("ORG", "Polresta"))) == count


def test_a_charge_whose_speaker_is_taken_for_granted() -> None:
    page = make_page(
        "Jaksa/NOUN/nsubj/2 datang/VERB/root/0 ./PUNCT/punct/2\n"
        "Wirya/PROPN/nsubj/2 didakwa/VERB/root/0 mencuri/VERB/xcomp/2 ./PUNCT/punct/2"
    )
    said = statement(page, "didakwa", "mencuri", act="accuse")
    event = only(page, ("PER", "Wirya"), ("ORG", "Jaksa"), said=(said,))
    assert (event.type, event.actors, event.recipients) == ("ACCUSE", (1,), (0,))


def test_what_is_condemned_was_not_done_by_whom_it_was_done_to() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 mengkritik/VERB/root/0 kekerasan/NOUN/obj/2 terhadap/ADP/case/6"
        " kaum/NOUN/nmod/6 Brawana/PROPN/nmod/3 ./PUNCT/punct/2"
    )
    said = statement(
        page, "mengkritik", "kekerasan terhadap kaum Brawana", source="Wirya", act="condemn"
    )
    (event,) = read(page, ("PER", "Wirya"), ("NORP", "Brawana"), said=(said,))
    assert (event.type, event.actors, event.recipients) == ("ACCUSE", (0,), ())


def test_a_threat_to_leave_is_made_to_whom_is_left() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/4 secara/ADP/case/3 terbuka/ADJ/advmod/4 mengancam/VERB/root/0"
        " akan/AUX/aux/6 keluar/VERB/xcomp/4 dari/ADP/case/8 Partani/PROPN/obl/6 ./PUNCT/punct/4"
    )
    said = statement(page, "mengancam", "akan keluar dari Partani", source="Wirya", act="threaten")
    (threat,) = [
        one
        for one in read(page, ("PER", "Wirya"), ("ORG", "Partani"), said=(said,))
        if one.type == "THREATEN"
    ]
    assert (threat.mode, threat.recipients, threat.status) == ("relations", (1,), "actual")


@pytest.mark.parametrize(
    ("opening", "status"),
    [("Partani memperingatkan agar", "hypothetical"), ("pakar hak asasi", "actual")],
)
def test_status_of_what_is_asked_and_of_words_that_only_look_so(opening: str, status: str) -> None:
    words = opening.split()
    if words[-1] == "agar":
        page = make_page(
            "Partani/PROPN/nsubj/2 memperingatkan/VERB/root/0 agar/SCONJ/mark/5"
            " Tarumaya/PROPN/nsubj/5 membebaskan/VERB/ccomp/2 Wirya/PROPN/obj/5 ./PUNCT/punct/2"
        )
        said = statement(
            page, "memperingatkan", "Tarumaya membebaskan Wirya", source="Partani", act="warn"
        )
        found = read(page, ("ORG", "Partani"), ("GPE", "Tarumaya"), ("PER", "Wirya"), said=(said,))
    else:
        page = make_page(
            "pakar/NOUN/nsubj/5 hak/NOUN/nmod/1 asasi/NOUN/nmod/2 Partani/PROPN/nmod/1"
            " melakukan/VERB/root/0 kunjungan/NOUN/obj/5 ke/ADP/case/8 Tarumaya/PROPN/obl/5"
        )
        found = read(page, ("ORG", "pakar hak asasi Partani"), ("GPE", "Tarumaya"))
    assert [one.status for one in found] == [status]


def test_except_opens_a_condition_only_before_a_clause() -> None:
    (event,) = events("kecuali permintaan maaf Wirya kepada Ratna.")
    assert event.status == "actual"


def test_who_did_what_the_subject_names() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 melakukan/VERB/root/0 penembakan/NOUN/obj/2 ./PUNCT/punct/2\n"
        "Penembakan/NOUN/nsubj/4 itu/DET/det/1 telah/AUX/aux/4 menewaskan/VERB/root/0"
        " Ratna/PROPN/obj/4 ./PUNCT/punct/4"
    )
    found = read(page, ("PER", "Wirya"), ("PER", "Ratna"))
    killed = [one for one in found if one.recipients]
    assert [(one.type, one.actors, one.recipients) for one in killed] == [("ASSAULT", (0,), (1,))]


def test_whom_a_passive_light_verb_has_as_its_subject() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 dijatuhi/VERB/root/0 vonis/NOUN/obj/2 oleh/ADP/case/5"
        " hakim/NOUN/obl/2 ./PUNCT/punct/2"
    )
    event = only(page, ("PER", "Wirya"), ("POST", "hakim"))
    assert (event.type, event.actors, event.recipients) == ("SANCTION", (1,), (0,))
