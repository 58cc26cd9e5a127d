"""Statements that are themselves acts: to whom, and told of nobody. All names are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reading.page_maker import make_cast, make_page, mention, statement
from reading.test_event_frame import PARTIES, READER
from simak.reading.finding import Cast, EventFinding
from simak.record import Act

_TAGS = {"agar": "SCONJ", "bahwa": "SCONJ", "dan": "CCONJ", "yang": "PRON", "akan": "ADV"}
_ADPS = frozenset({"kepada", "terhadap", "dari", "oleh", "soal", "di", "untuk"})


def spoken(sentence: str, act: Act) -> list[EventFinding]:
    """Read a sentence with one statement: a star before its cue, bars around what is said.

    Other verbs have a caret; the source is the word before the cue.
    """
    content = sentence.split("|")[1]
    words = sentence.replace("|", "").replace(".", " .").replace(",", " ,").split()
    root = next(i for i, word in enumerate(words) if word.startswith("*"))
    cells = []
    for i, word in enumerate(words):
        form = word.lstrip("*^")
        if form != word:
            tag, relation = "VERB", "conj"
        elif form in {".", ","}:
            tag, relation = "PUNCT", "punct"
        elif form in _ADPS:
            tag, relation = "ADP", "case"
        elif form.startswith("+"):
            tag, relation = "PRON", "obj"
        elif form[0].isupper():
            tag, relation = "PROPN", "nsubj" if i < root else "obl"
        else:
            tag, relation = _TAGS.get(form, "NOUN"), "obj"
        head = 0 if i == root else root + 1
        cells.append(f"{form}/{tag}/{relation if head else 'root'}/{head}")
    page = make_page(" ".join(cells))
    names = [name for name in PARTIES if name in page.text]
    cast = make_cast(page, *((PARTIES[name], name) for name in names))
    cue, source = words[root].lstrip("*"), words[root - 1]
    said = statement(
        page,
        cue,
        content.replace("^", ""),
        source=source,
        act=act,
    )
    return [one for one in READER.read(page, cast, [said]) if one.statement == 0]


def parties(sentence: str, act: Act) -> list[tuple[str, list[str]]]:
    """Return type and recipients of the event that the statement is."""
    names = [name for name in PARTIES if name in sentence]
    return [(one.type, [names[i] for i in one.recipients]) for one in spoken(sentence, act)]


@pytest.mark.parametrize(
    ("sentence", "act", "type", "recipients"),
    [
        ("Wirya *menuntut |kenaikan upah kepada Partani|.", "demand", "REQUEST", ["Partani"]),
        ("Wirya *meminta |masukan dari Ratna|.", "request", "REQUEST", ["Ratna"]),
        ("Wirya *meminta agar |Bupati Ratna ^menunjukkan hasil itu|.", "request", "REQUEST",
         ["Ratna"]),
        ("Wirya *menuding |ada Partani yang ^berencana itu|.", "accuse", "ACCUSE", ["Partani"]),
        ("Wirya *meminta |Ratna dan Partani ^menyerahkan dokumen|.", "request", "REQUEST",
         ["Ratna", "Partani"]),
    ],
)  # fmt: skip
def test_to_whom(sentence: str, act: Act, type: str, recipients: list[str]) -> None:
    assert parties(sentence, act) == [(type, sorted(recipients, key=list(PARTIES).index))]


@pytest.mark.parametrize(
    ("sentence", "act", "type"),
    [
        ("Wirya *menolak |untuk ^menanggapi kabar itu|.", "reject", "REJECT"),
        ("Partani *meminta agar |tarif masuk ^dibebaskan|.", "request", "REQUEST"),
        ("Wirya *berjanji |akan ^menuntaskan kasus lama|.", "promise", "AGREE"),
        ("Tarumaya *mengecam |kekerasan itu|.", "condemn", "ACCUSE"),
    ],
)
def test_somebody_named_speaks_toward_nobody_told_here(sentence: str, act: Act, type: str) -> None:
    assert parties(sentence, act) == [(type, [])]


def test_an_accusation_is_against_somebody() -> None:
    assert parties("Wirya *menuduh |adanya kecurangan|.", "accuse") == []


def test_words_of_who_is_not_named_are_no_act_toward_nobody() -> None:
    page = make_page("warga/NOUN/nsubj/2 menuntut/VERB/root/0 kenaikan/NOUN/obj/2 upah/NOUN/nmod/3")
    said = statement(page, "menuntut", "kenaikan upah", source="warga", act="demand")
    cast = make_cast(page, ("GROUP", "warga"))
    assert READER.read(page, cast, [said]) == []


def test_what_is_denied_was_said_by_its_owner() -> None:
    page = make_page(
        "Keterangan/NOUN/nsubj/4 Ratna/PROPN/nmod/1 tersebut/DET/det/1 dibantah/VERB/root/0"
        " Wirya/PROPN/obl/4 ./PUNCT/punct/4"
    )
    cast = make_cast(page, ("PER", "Wirya"), ("PER", "Ratna"))
    (event,) = READER.read(page, cast, [])
    assert (event.type, event.actors, event.recipients) == ("REJECT", (0,), (1,))


def test_a_refusal_answers_who_asked() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 mendesak/VERB/root/0 Wirya/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Wirya/PROPN/nsubj/2 menolak/VERB/root/0 hadir/VERB/xcomp/2 ./PUNCT/punct/2"
    )
    said = statement(page, "menolak", "hadir", source="Wirya", act="reject")
    cast = make_cast(page, ("ORG", "Partani"), ("PER", "Wirya"))
    wirya = cast.referents[1]
    again = mention(page, "Wirya", number=1)
    cast = Cast((cast.referents[0], replace(wirya, mentions=(*wirya.mentions, again))))
    said = replace(said, source=again.span, source_head=again.head)
    found = READER.read(page, cast, [said])
    assert [(one.type, one.actors, one.recipients) for one in found] == [
        ("REQUEST", (0,), (1,)),
        ("REJECT", (1,), (0,)),
    ]
