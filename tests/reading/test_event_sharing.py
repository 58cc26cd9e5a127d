"""Acts that share a subject, a party or a telling with another. All names are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_page
from reading.test_event import only, read
from reading.test_event_frame import PARTIES, events


def parties(sentence: str, type: str) -> list[tuple[list[str], list[str]]]:
    """Return the names of the actors and recipients of the events of one type."""
    names = [name for name in PARTIES if name in sentence]
    return [
        ([names[one] for one in event.actors], [names[one] for one in event.recipients])
        for event in events(sentence)
        if event.type == type
    ]


@pytest.mark.parametrize("joint", ["untuk", "guna", "sambil", "sekaligus"])
def test_a_purpose_shares_the_subject(joint: str) -> None:
    found = parties(f"Wirya *mendatangi pasar itu {joint} *mengkritik Partani.", "ACCUSE")
    assert found == [(["Wirya"], ["Partani"])]


def test_a_purpose_of_who_is_told_to_act_is_theirs() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 menugaskan/VERB/root/0 Polresta/PROPN/obj/2 untuk/ADP/mark/5"
        " menangkap/VERB/obl/2 Ratna/PROPN/obj/5 ./PUNCT/punct/2"
    )
    found = read(page, ("PER", "Wirya"), ("ORG", "Polresta"), ("PER", "Ratna"))
    assert [(one.type, one.actors, one.recipients) for one in found] == [
        ("REQUEST", (0,), (1,)),
        ("COERCE", (1,), (2,)),
    ]


def test_a_passive_behind_an_active_does_not_share_its_subject() -> None:
    assert parties("Polresta *mendatangi pasar itu dan *ditangkap.", "COERCE") == []


def test_a_passive_made_a_noun_tells_whom_it_befell() -> None:
    page = make_page(
        "Polresta/PROPN/nsubj/2 menjelaskan/VERB/root/0 penyebab/NOUN/obj/2"
        " ditangkap/VERB/acl/3 +nya/PRON/obl/4 Ratna/PROPN/obl/4 ./PUNCT/punct/2"
    )
    event = only(page, ("ORG", "Polresta"), ("PER", "Ratna"))
    assert (event.type, event.actors, event.recipients) == ("COERCE", (0,), (1,))


def test_subject_behind_a_phrase_that_opens() -> None:
    found = parties("Dari penggeledahan Polresta *menyita dokumen itu.", "COERCE")
    assert (["Polresta"], []) in found


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("undangan dari Tarumaya kepada Belgarde.", "AGREE"),
        ("permintaan maaf dari Tarumaya kepada Belgarde.", "CONCEDE"),
        ("bantuan dari Tarumaya untuk Belgarde.", "AID"),
    ],
)
def test_what_comes_from_somebody(sentence: str, type: str) -> None:
    assert parties(sentence, type) == [(["Tarumaya"], ["Belgarde"])]


def test_recipient_behind_a_light_passive() -> None:
    found = parties("permintaan itu *dilayangkan Tarumaya kepada Belgarde.", "REQUEST")
    assert found == [(["Tarumaya"], ["Belgarde"])]


def test_whoever_is_taken_to_act_acts_in_a_noun_too() -> None:
    found = parties("Polresta *menjelaskan bahwa penangkapan Ratna itu penting.", "COERCE")
    assert found == [(["Polresta"], ["Ratna"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarumaya *menembak dan *melukai Ratna.",
        "serangan Tarumaya *menewaskan Ratna.",
        "Tarumaya *menyerang sebuah pos dan *menewaskan Ratna.",
    ],
)
def test_what_came_of_an_act_is_no_act_of_its_own(sentence: str) -> None:
    assert parties(sentence, "ASSAULT") == [(["Tarumaya"], ["Ratna"])]


def test_what_others_did_stays_their_own() -> None:
    found = parties("Tarumaya *menyerang Belgarde, lalu Partani *melukai Ratna.", "ASSAULT")
    assert found == [(["Tarumaya"], ["Belgarde"]), (["Partani"], ["Ratna"])]


@pytest.mark.parametrize(
    ("sentence", "type", "mode"),
    [
        ("Partani *menolak rancangan peraturan itu.", "REJECT", None),
        ("Wirya *menyetujui rancangan peraturan itu.", "AGREE", None),
        ("Polresta *menyelidiki penyebab kebakaran itu.", "ACCUSE", "investigate"),
        ("Partani *mempersoalkan isi surat itu.", "ACCUSE", "disapprove"),
        ("Partani *berkomitmen membangun pelabuhan.", "AGREE", None),
    ],
)
def test_what_is_done_to_a_thing_needs_no_recipient(
    sentence: str, type: str, mode: str | None
) -> None:
    (event,) = events(sentence)
    assert (event.type, event.mode, event.recipients) == (type, mode, ())


@pytest.mark.parametrize(
    ("sentence", "type", "mode"),
    [
        ("Polresta *menjadwalkan pemeriksaan pada Wirya.", "ACCUSE", "investigate"),
        ("Polresta *mencegah Wirya bepergian ke luar negeri.", "COERCE", "restrict"),
        ("Tarumaya *menjalin komunikasi dengan Belgarde.", "CONSULT", None),
        ("Wirya *menulis surat kepada Ratna.", "CONSULT", None),
        ("Tarumaya *memutuskan hubungan dengan Belgarde.", "SANCTION", "discontinue"),
        ("Polresta *menindak Wirya.", "COERCE", "restrict"),
    ],
)
def test_words_toward_somebody(sentence: str, type: str, mode: str | None) -> None:
    (event,) = events(sentence)
    assert (event.type, event.mode, len(event.recipients)) == (type, mode, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wirya dan Ibu Ratna *menemui Partani.",
        "Wirya dan Pak Ratna *menemui Partani.",
    ],
)
def test_a_form_of_address_stands_before_a_joined_name(sentence: str) -> None:
    assert parties(sentence, "CONSULT") == [(["Wirya", "Ratna"], ["Partani"])]


def test_an_act_somebody_is_involved_in() -> None:
    found = parties("Tarumaya *terlibat dalam pertempuran dengan Belgarde.", "ASSAULT")
    assert found == [(["Tarumaya"], ["Belgarde"])]


def test_the_bare_light_verb_behind_who_acts() -> None:
    found = parties("Polresta akan *lakukan pemeriksaan terhadap Wirya.", "ACCUSE")
    assert found == [(["Polresta"], ["Wirya"])]


@pytest.mark.parametrize("way", ["tewas dalam", "terluka akibat"])
def test_who_suffered_by_an_attack(way: str) -> None:
    assert parties(f"Ratna *{way} serangan Tarumaya.", "ASSAULT") == [(["Tarumaya"], ["Ratna"])]


def test_who_suffered_by_a_fight_is_no_recipient() -> None:
    found = parties("Ratna *tewas dalam pertempuran antara Tarumaya dan Belgarde.", "ASSAULT")
    assert found == [(["Tarumaya", "Belgarde"], [])]


def test_a_noun_in_the_name_of_an_event_tells_no_act() -> None:
    assert parties("Wirya *berpidato dalam Pertemuan Penyair Nusa.", "CONSULT") == []


def test_a_report_at_an_office_of_the_police() -> None:
    found = parties("Wirya *melaporkan Ratna ke kantor polisi.", "ACCUSE")
    assert found == [(["Wirya"], ["Ratna"])]


def test_somebody_of_a_body_named_behind_it() -> None:
    found = parties("Polresta *memeriksa mantan juru masak Partani, Wirya, di Labuhara.", "ACCUSE")
    assert found == [(["Polresta"], ["Wirya"])]


def test_a_list_of_bodies_ends_before_a_person() -> None:
    (event,) = events("Ratna *didukung Partani, Brawana, Polresta serta Wirya.")
    assert len(event.actors) == 3


@pytest.mark.parametrize("thing", ["pendapat", "bantuan", "penjelasan"])
def test_whose_answer_is_asked_is_asked(thing: str) -> None:
    assert parties(f"Wirya *meminta {thing} Partani.", "REQUEST") == [(["Wirya"], ["Partani"])]


def test_a_denial_told_by_a_passive_needs_no_accuser() -> None:
    (event,) = events("Tudingan itu *dibantah oleh Partani.")
    assert (event.type, len(event.actors), event.recipients) == ("REJECT", 1, ())


def test_a_purpose_far_behind_its_verb() -> None:
    found = parties(
        "Wirya *melakukan perjalanan dinas panjang pada pekan kedua bulan itu bersama sejumlah"
        " anggota rombongan besar untuk *menemui Ratna.",
        "CONSULT",
    )
    assert found == [(["Wirya"], ["Ratna"])]


def test_who_forbade_an_act_did_not_do_it() -> None:
    assert parties("pelarangan demonstrasi yang *dilakukan Belgarde.", "PROTEST") == []


def test_accusing_each_other() -> None:
    (event,) = events("Tarumaya dan Belgarde saling *melempar tuduhan.")
    assert (event.type, event.actors, event.recipients) == ("ACCUSE", (0, 1), ())


def test_who_stands_behind_a_passive_may_be_the_subject_of_the_next_verb() -> None:
    found = parties("Sangat *disayangkan Partani *membela Belgarde.", "ACCUSE")
    assert found == []
    found = parties("Wirya *disindir Partani.", "ACCUSE")
    assert found == [(["Partani"], ["Wirya"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wirya *mengucapkan selamat tinggal kepada Ratna.",
        "konflik diplomatik antara Tarumaya dan Belgarde.",
    ],
)
def test_words_that_mean_something_else_here(sentence: str) -> None:
    assert events(sentence) == []


def test_who_ends_an_act_did_not_do_it() -> None:
    assert parties("Tarumaya *mengakhiri demonstrasi itu.", "PROTEST") == []
    assert parties("Tarumaya *menghentikan demonstrasi itu.", "PROTEST") == []
