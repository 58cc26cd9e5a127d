"""Judgements on a record: applied to what they name, waiting where that is not there."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simak.errors import JudgementError
from simak.judgement import Target, decode, encode, find, judgement, standing, target_of
from simak.judging import judged
from simak.record import (
    Article,
    Entity,
    Event,
    Mention,
    Record,
    Role,
    Source,
    Statement,
    Time,
    Wording,
    article_id,
    check,
)

TEXT = (
    "Bupati Rawa Elok Sari Wulan mengecam Budi Laut pada Selasa. Wulan mengatakan jembatan itu "
    "kuat. Budi menolak rencana itu."
)
ID = article_id(TEXT)


def at(words, start=0):
    begin = TEXT.index(words, start)
    return begin, begin + len(words)


def mention(words, start=0, kind="name"):
    return Mention(span=at(words, start), kind=kind)


RECORD = Record(
    article=Article(id=ID, text=TEXT),
    entities=(
        Entity(
            id="e1",
            type="PER",
            name="Sari Wulan",
            roles=(Role(title="Bupati", organization="e4", span=at("Bupati")),),
            mentions=(mention("Sari Wulan"),),
        ),
        Entity(id="e2", type="PER", name="Budi Laut", mentions=(mention("Budi Laut"),)),
        Entity(id="e3", type="PER", name="Wulan", mentions=(mention("Wulan", 50),)),
        Entity(id="e4", type="GPE", name="Rawa Elok", mentions=(mention("Rawa Elok"),)),
    ),
    times=(Time(id="t1", span=at("Selasa"), type="DATE", value="2024-03-05", basis="anchored"),),
    statements=(
        Statement(
            id="s1",
            kind="indirect",
            act="say",
            cue=at("mengatakan"),
            source=Source(span=at("Wulan", 50), entity="e3"),
            content=(at("jembatan itu kuat"),),
        ),
    ),
    events=(
        Event(
            id="v1", type="ACCUSE", trigger=at("mengecam"), actors=("e1",), recipients=("e2",),
            time="t1", status="actual", asserted_by="outlet", evidence=((0, 59),),
        ),
        Event(
            id="v2", type="REJECT", trigger=at("menolak"), actors=("e2",), status="actual",
            asserted_by="s1", evidence=((96, len(TEXT)),),
        ),
    ),
    wording=(Wording(span=at("kuat"), kind="scare_quote", asserted_by="s1"),),
)  # fmt: skip


def on(row, words, start=0):
    return Target(article=ID, row=row, span=at(words, start), words=words)


def judge(kind, target, **more):
    return judgement(kind, target, by="Tester", at="2024-05-01T00:00:00Z", **more)


def apply(*judgements, record=RECORD):
    changed, waiting = judged(record, judgements)
    check(changed)
    return changed, waiting


def test_nothing_said_changes_nothing():
    assert apply() == (RECORD, [])


def test_a_wrong_event_goes():
    changed, _ = apply(judge("wrong", on("event", "mengecam")))
    assert [event.id for event in changed.events] == ["v2"]


def test_with_a_wrong_statement_goes_what_it_asserted():
    changed, _ = apply(judge("wrong", on("statement", "mengatakan")))
    assert changed.statements == ()
    assert changed.events[1].asserted_by == "outlet"
    assert changed.wording[0].asserted_by == "outlet"


def test_with_a_wrong_entity_go_the_events_that_nobody_did():
    changed, _ = apply(judge("wrong", on("entity", "Budi Laut")))
    (event,) = changed.events
    assert (event.id, event.recipients) == ("v1", ())


def test_a_wrong_role_or_time():
    changed, _ = apply(judge("wrong", on("role", "Bupati")), judge("wrong", on("time", "Selasa")))
    assert changed.entities[0].roles == ()
    assert changed.events[0].time is None


@pytest.mark.parametrize(
    ("row", "words", "value", "read"),
    [
        ("event", "mengecam", {"type": "REJECT"}, lambda r: r.events[0].type == "REJECT"),
        ("event", "mengecam", {"status": "planned"}, lambda r: r.events[0].status == "planned"),
        ("event", "menolak", {"recipients": [{"span": at("Sari Wulan")}]},
         lambda r: r.events[1].recipients == ("e1",)),
        ("statement", "mengatakan", {"source": {"entity": {"span": at("Budi Laut")}}},
         lambda r: r.statements[0].source == Source(span=at("Wulan", 50), entity="e2")),
        ("statement", "mengatakan", {"content": [at("jembatan itu")], "act": "announce"},
         lambda r: r.statements[0].content == (at("jembatan itu"),)),
        ("entity", "Budi Laut", {"type": "ORG"}, lambda r: r.entities[1].type == "ORG"),
        ("entity", "Rawa Elok", {"link": {"authority": "kemendagri", "id": "1", "basis": "given"}},
         lambda r: r.entities[3].link.id == "1"),
        ("time", "Selasa", {"value": "2024-03-12"}, lambda r: r.times[0].value == "2024-03-12"),
        ("role", "Bupati", {"title": "Wakil Bupati"},
         lambda r: r.entities[0].roles[0].title == "Wakil Bupati"),
    ],
)  # fmt: skip
def test_a_field_has_another_value(row, words, value, read):
    changed, waiting = apply(judge("value", on(row, words), value=value))
    assert waiting == []
    assert read(changed)


def test_the_article_may_be_put_right_but_not_its_text():
    target = Target(article=ID, row="article")
    changed, _ = apply(judge("value", target, value={"outlet": "Harian Melati", "text": "x"}))
    assert (changed.article.outlet, changed.article.text) == ("Harian Melati", TEXT)


@pytest.mark.parametrize(
    ("row", "words", "value"),
    [
        ("event", "mengecam", {"type": "DANCE"}),
        ("event", "mengecam", {"colour": "red"}),
        ("event", "mengecam", {"id": "v9"}),
        ("event", "mengecam", {"actors": ["nobody"]}),
        ("event", "mengecam", {"actors": [{"span": [0, 3]}]}),
        ("event", "mengecam", "REJECT"),
        ("event", "mengecam", {"trigger": [5, 5000]}),
        ("statement", "mengatakan", {"source": "e1x"}),
        ("event", "Selasa", {"type": "REJECT"}),
    ],
)
def test_what_cannot_be_applied_waits(row, words, value):
    one = judge("value", on(row, words), value=value)
    assert apply(one) == (RECORD, [one])


def test_two_mentions_are_one():
    changed, _ = apply(judge("same", on("entity", "Sari Wulan"), other=on("entity", "Wulan", 50)))
    first = changed.entities[0]
    assert (first.id, first.name, first.aliases) == ("e1", "Sari Wulan", ("Wulan",))
    assert changed.statements[0].source.entity == "e1"
    assert [entity.id for entity in changed.entities] == ["e1", "e2", "e4"]


def test_rows_that_were_missed_are_added():
    event = {
        "type": "CONSULT", "trigger": at("rencana"), "actors": [{"span": at("Budi Laut")}],
        "status": "actual", "asserted_by": "outlet", "evidence": [at("rencana")],
    }  # fmt: skip
    budi = {"to": at("Budi Laut"), "mentions": [{"span": at("Budi", 90), "kind": "name"}]}
    office = {"holder": at("Budi Laut"), "title": "Camat", "organization": None, "span": at("Budi")}
    changed, waiting = apply(
        judge("add", on("event", "rencana"), value=event),
        judge("add", on("entity", "Budi", 90), value=budi),
        judge("add", on("role", "Budi"), value=office),
    )
    assert waiting == []
    assert changed.events[2].actors == ("e2",)
    assert len(changed.entities[1].mentions) == 2
    assert changed.entities[1].roles[0].title == "Camat"


def test_a_later_word_counts_and_can_be_taken_back():
    first = judge("value", on("event", "mengecam"), value={"type": "REJECT"})
    second = judge("value", on("event", "mengecam"), value={"type": "THREATEN"})
    undo = judge("undo", on("event", "mengecam"), value=second.id)
    again = judge("undo", on("event", "mengecam"), value=undo.id)
    assert apply(first, second)[0].events[0].type == "THREATEN"
    assert apply(first, second, undo)[0].events[0].type == "REJECT"
    assert apply(first, second, undo, again)[0].events[0].type == "THREATEN"
    assert standing([first, second, undo]) == [first]


def test_it_holds_after_the_article_was_read_again():
    replace = msgspec.structs.replace
    # other ids, a trigger that takes in the name of whom
    event = replace(RECORD.events[0], id="v77", trigger=at("mengecam Budi"))
    again = replace(RECORD, events=(event,))
    changed, waiting = apply(judge("wrong", on("event", "mengecam")), record=again)
    assert (changed.events, waiting) == ((), [])
    none = replace(RECORD, events=())
    one = judge("wrong", on("event", "mengecam"))
    assert apply(one, record=none) == (none, [one])


def test_rows_name_themselves():
    for row in (*RECORD.entities, *RECORD.times, *RECORD.statements, *RECORD.events):
        target = target_of(RECORD, row)
        assert find(RECORD, target) == row
        assert RECORD.words(target.span) == target.words


def test_times_and_statements_are_named_by_their_words():
    value = {
        "time": {"row": "time", "span": list(at("Selasa"))},
        "statement": {"row": "statement", "span": list(at("mengatakan"))},
    }
    changed, waiting = apply(judge("value", on("event", "menolak"), value=value))
    assert not waiting
    assert (changed.events[1].time, changed.events[1].statement) == ("t1", "s1")


def test_rows_of_the_same_words_are_told_apart():
    twin = msgspec.structs.replace(RECORD.events[0], id="v3", type="THREATEN")
    record = msgspec.structs.replace(RECORD, events=(*RECORD.events, twin))
    second = msgspec.structs.replace(on("event", "mengecam"), nth=1)
    changed, _ = apply(judge("wrong", second), record=record)
    assert [event.id for event in changed.events] == ["v1", "v2"]
    # Where there is only one any more, it is meant.
    changed, _ = apply(judge("value", second, value={"mode": "disapprove"}))
    assert changed.events[0].mode == "disapprove"


def test_null_takes_away_what_may_be_left_out():
    time = msgspec.structs.replace(RECORD.times[0], mod="APPROX")
    record = msgspec.structs.replace(RECORD, times=(time,))
    changed, waiting = apply(judge("value", on("time", "Selasa"), value={"mod": None}),
                             record=record)  # fmt: skip
    assert (changed.times, waiting) == (RECORD.times, [])


def test_the_intensity_of_another_type_is_no_longer_known():
    strong = msgspec.structs.replace(RECORD.events[0], intensity=-4.0)
    record = msgspec.structs.replace(RECORD, events=(strong, RECORD.events[1]))
    one = judge("value", on("event", "mengecam"), value={"type": "CONSULT"})
    assert apply(one, record=record)[0].events[0].intensity is msgspec.UNSET
    one = judge("value", on("event", "mengecam"), value={"status": "denied"})
    assert apply(one, record=record)[0].events[0].intensity == -4.0


def test_a_file_of_judgements():
    given = [
        judge("wrong", on("event", "mengecam"), note="kiasan"),
        judge("same", on("entity", "Sari Wulan"), other=on("entity", "Wulan", 50)),
    ]
    assert decode(encode(given)) == given
    with pytest.raises(JudgementError, match=r"putusan\.jsonl:2: no judgement"):
        decode(encode(given[:1]) + b"{}\n", "putusan.jsonl")


@pytest.mark.parametrize("kind", ["value", "add", "rename", "undo", "same", "different"])
def test_what_a_judgement_needs(kind):
    with pytest.raises(JudgementError, match="needs"):
        judge(kind, on("entity", "Sari Wulan"))
    with pytest.raises(JudgementError, match="needs the span"):
        judgement("wrong", Target(article=ID, row="event"), by="x", at="y")
    with pytest.raises(JudgementError, match="somebody"):
        judgement("wrong", on("event", "mengecam"), by=" ", at="y")


_SPAN = st.tuples(st.integers(-3, 140), st.integers(-3, 140))
_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.sampled_from(["e1", "s1", "outlet", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["span", "source", "actors", "type", "id", "entity", "content", "to"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(
    kind=st.sampled_from(["wrong", "value", "add", "same"]),
    row=st.sampled_from(["article", "entity", "role", "time", "statement", "event", "wording"]),
    span=_SPAN, other=_SPAN, value=_VALUE,
)  # fmt: skip
def test_a_record_stays_one_whatever_is_said(kind, row, span, other, value):
    one = judge(
        kind,
        Target(article=ID, row="entity" if kind == "same" else row, span=span),
        value=value if value is not None else {},
        other=Target(article=ID, row="entity", span=other),
    )
    changed, _ = judged(RECORD, [one])
    check(changed)
    assert changed.article.text == TEXT
