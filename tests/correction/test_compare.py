"""Each change of an annotator gives exactly the judgement that says it."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields

from correction.test_round_trip import SIGNED, as_brat, as_cas
from export.sample import make_record, span
from simak.correction.compare import changes
from simak.correction.drawing import drawn
from simak.export.mark import Mark, marks
from simak.judging import judged

FORMATS = pytest.mark.parametrize("through", [as_brat, as_cas])


@pytest.fixture
def record():
    return make_record()


def judgements(record, edited, through):
    """Return the judgements after a file with these marks came back, and the record with them."""
    correction = through(record, edited)
    wanted = drawn(record, correction.marks, correction.shown)
    made = changes(record, wanted.record, same=wanted.same, **SIGNED)
    result, waiting = judged(record, made)
    assert not waiting
    return made, result


def edit(record, row, **fields):
    return [replace(mark, **fields) if mark.row == row else mark for mark in marks(record)]


def brief(made):
    return [(one.kind, one.target.row, one.target.words, one.value) for one in made]


@FORMATS
def test_a_span_that_was_moved(record, through):
    made, result = judgements(record, edit(record, "event:v1", span=span("bertemu Budi")), through)
    assert brief(made) == [
        ("value", "event", "bertemu", {"trigger": list(span("bertemu Budi"))}),
    ]
    assert result.events[1].trigger == span("bertemu Budi")
    assert with_fields(result.events[1], trigger=span("bertemu")) == record.events[1]


@FORMATS
def test_a_mention_that_was_moved(record, through):
    made, result = judgements(record, edit(record, "mention:e3.0", span=span("Laut")), through)
    [one] = made
    assert (one.kind, one.target.words) == ("value", "Budi Laut")
    assert result.entities[2].mentions[0].span == span("Laut")


@FORMATS
def test_a_type_that_was_changed(record, through):
    made, _ = judgements(record, edit(record, "event:v1", label="COOPERATE"), through)
    assert brief(made) == [("value", "event", "bertemu", {"type": "COOPERATE"})]
    made, _ = judgements(record, edit(record, "mention:e4.0", label="LOC"), through)
    assert brief(made) == [("value", "entity", "Kota Anggrek", {"type": "LOC"})]


@FORMATS
def test_an_entity_that_was_taken_out(record, through):
    gone = "mention:e4.0"
    edited = [
        replace(mark, links=tuple(link for link in mark.links if link[1] != gone))
        for mark in marks(record)
        if mark.name != gone
    ]
    made, result = judgements(record, edited, through)
    # Where it took part, it no longer does: that needs no words of its own.
    assert brief(made) == [("wrong", "entity", "Kota Anggrek", None)]
    assert [event.place for event in result.events] == [None, None]
    assert result.events[0].recipients == ()


@FORMATS
def test_an_event_that_was_missed(record, through):
    given = {"status": "denied"}
    links = (("Actor", "mention:e3.0"), ("AssertedBy", "statement:s1"), ("Time", "time:t1"))
    new = Mark("n1", "event", "RETREAT", span("pergi"), None, given, links)
    made, result = judgements(record, [*marks(record), new], through)
    [one] = made
    assert (one.kind, one.target.row, one.target.words) == ("add", "event", "pergi")
    assert one.value["actors"] == [{"span": list(span("Budi Laut"))}]
    assert one.value["time"] == {"row": "time", "span": list(span("Senin (4/3)"))}
    event = result.events[-1]
    assert (event.actors, event.time, event.asserted_by) == (("e3",), "t1", "s1")
    assert (event.status, event.evidence) == ("denied", (span("pergi"),))


@FORMATS
def test_an_argument_that_was_changed(record, through):
    links = (("Actor", "mention:e3.0"), ("Recipient", "mention:e1.0"), ("Time", "time:t1"),
             ("Place", "mention:e4.0"), ("Evidence", "event:v1/Evidence0"))  # fmt: skip
    made, result = judgements(record, edit(record, "event:v1", links=links), through)
    [one] = made
    assert one.value == {
        "actors": [{"span": list(span("Budi Laut"))}],
        "recipients": [{"span": list(span("Sari Wulan"))}],
    }
    assert (result.events[1].actors, result.events[1].recipients) == (("e3",), ("e1",))


@FORMATS
def test_entities_that_are_one(record, through):
    edited = edit(record, "mention:e3.0", links=(("Coref", "mention:e1.0"),))
    made, result = judgements(record, edited, through)
    [one] = made
    assert (one.kind, one.target.words, one.other.words) == ("same", "Sari Wulan", "Budi Laut")
    assert [entity.id for entity in result.entities] == ["e1", "e2", "e4"]


@FORMATS
def test_an_entity_that_is_two(record, through):
    made, result = judgements(record, edit(record, "mention:e1.1", links=()), through)
    kinds = [(one.kind, one.target.row) for one in made]
    assert kinds == [("value", "entity"), ("add", "entity"), ("value", "statement")]
    assert result.entities[-1].name == "Sari & kawan-kawan"
    # The statement's speaker was that mention.
    assert result.statements[0].source.entity == result.entities[-1].id


@FORMATS
def test_a_mention_that_was_missed(record, through):
    links = (("Coref", "mention:e1.0"),)
    new = Mark("n1", "mention", "PER", span("Wali Kota"), None, {"kind": "title"}, links)
    made, result = judgements(record, [*marks(record), new], through)
    [one] = made
    assert (one.kind, one.target.words, one.value["to"]) == ("add", "Wali Kota", [17, 27])
    assert result.entities[0].mentions[0].span == span("Wali Kota")


@FORMATS
def test_rows_of_the_same_words_are_told_apart(record, through):
    twin = with_fields(record.events[1], id="v3", type="AID")
    record = with_fields(record, events=(*record.events, twin))
    made, result = judgements(record, edit(record, "event:v3", label="AGREE"), through)
    assert brief(made) == [("value", "event", "bertemu", {"type": "AGREE"})]
    assert [event.type for event in result.events] == ["REJECT", "CONSULT", "AGREE"]


@FORMATS
def test_what_hangs_on_a_statement_can_stay_without_it(record, through):
    gone = {"statement:s2", "statement:s2/Content0"}
    edited = [
        replace(mark, links=tuple(link for link in mark.links if link[1] not in gone))
        for mark in marks(record)
        if mark.name not in gone
    ]
    made, result = judgements(record, edited, through)
    assert [(one.kind, one.target.row, one.value) for one in made] == [
        ("value", "event", {"statement": None}),
        ("wrong", "statement", None),
    ]
    assert [event.id for event in result.events] == ["v2", "v1"]


@FORMATS
def test_the_mention_on_which_the_others_hung_was_taken_out(record, through):
    """The links to it go with it; what is left is still one entity, with its name."""
    gone = "mention:e1.0"
    edited = [
        replace(mark, links=tuple(link for link in mark.links if link[1] != gone))
        for mark in marks(record)
        if mark.name != gone and mark.row != "role:e1.0"
    ]
    made, result = judgements(record, edited, through)
    sari = result.entities[0]
    assert (sari.id, sari.name, len(sari.mentions)) == ("e1", "Sari Wulan", 2)
    assert [(one.kind, one.target.row) for one in made] == [
        ("value", "entity"),
        ("wrong", "event"),  # it had no other actor
        ("wrong", "role"),
    ]


@FORMATS
def test_a_link_and_a_name_that_were_noted(record, through):
    features = {"kind": "name", "name": "Sari W.", "authority": "wikidata", "id": "Q1"}
    made, result = judgements(record, edit(record, "mention:e1.0", features=features), through)
    link = {"authority": "wikidata", "id": "Q1", "basis": "given"}
    assert brief(made) == [("value", "entity", "Sari Wulan", {"name": "Sari W.", "link": link})]
    assert result.entities[0].link.id == "Q1"
