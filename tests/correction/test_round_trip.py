"""Files that nobody changed say nothing; what an annotator changed comes out of the store."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from correction.annotator import corrected, records
from simak.correction import brat as brat_back
from simak.correction import cas as cas_back
from simak.correction.compare import changes
from simak.correction.drawing import drawn
from simak.errors import FormatError
from simak.export import brat, cas
from simak.export.mark import marks, state
from simak.judging import judged
from simak.record import Record

SLOW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
SIGNED = {"by": "Rina", "at": "2024-03-05T08:00:00Z"}


def as_brat(record, some):
    with tempfile.TemporaryDirectory() as folder:
        name = Path(folder, "a.ann")
        name.write_bytes("".join(brat.lines(record, some)).encode())
        name.with_suffix(".txt").write_bytes(record.article.text.encode())
        [correction] = brat_back.read([folder])
    return correction


def as_cas(record, some):
    with tempfile.TemporaryDirectory() as folder:
        cas.cas(record, some, cas.type_system()).to_xmi(Path(folder, "a.xmi"))
        [correction] = cas_back.read([folder])
    return correction


FORMATS = pytest.mark.parametrize("through", [as_brat, as_cas])


def said(record: Record) -> list[object]:
    """Return what a record says, without ids: rows by their words."""
    ids = {}
    for entity in record.entities:
        ids[entity.id] = ("entity", sorted(one.span for one in entity.mentions), entity.name)
    for time in record.times:
        ids[time.id] = ("time", time.span)
    for one in record.statements:
        ids[one.id] = ("statement", one.cue, one.content)

    def of(id):
        return ids.get(id, id)

    rows = []
    for entity in record.entities:
        roles = sorted((role.span, role.title, str(of(role.organization))) for role in entity.roles)
        mentions = sorted((one.span, one.kind) for one in entity.mentions)
        rows.append(("entity", entity.type, entity.name, entity.acronym, entity.link, mentions,
                     roles))  # fmt: skip
    for time in record.times:
        rows.append(("time", time.span, time.type, time.value, time.mod))
    for one in record.statements:
        rows.append(("statement", one.kind, one.act, one.cue, one.content, one.source.span,
                     of(one.source.entity), one.addressee, of(one.within), of(one.time),
                     of(one.place)))  # fmt: skip
    for event in record.events:
        rows.append(("event", event.type, event.mode, event.trigger, [*map(of, event.actors)],
                     [*map(of, event.recipients)], of(event.time), of(event.place), event.status,
                     of(event.asserted_by), event.evidence, of(event.statement)))  # fmt: skip
    for wording in record.wording:
        rows.append(("wording", wording.span, wording.kind, of(wording.asserted_by)))
    for credit in record.article.credited_sources:
        rows.append(("credit", credit.name, credit.span))
    return sorted(set(map(repr, rows)))


@FORMATS
@SLOW
@given(record=records())
def test_a_file_that_nobody_changed_says_nothing(record, through):
    correction = through(record, marks(record))
    assert correction.state == state(record)
    again = drawn(record, correction.marks, correction.shown)
    assert again.record == record
    assert changes(record, again.record, same=again.same, **SIGNED) == []


@FORMATS
@SLOW
@given(data=st.data())
def test_what_was_changed_comes_out_of_the_store(data, through):
    record = data.draw(records())
    try:
        wanted = drawn(record, data.draw(corrected(record)))
    except FormatError:
        return  # an annotator's contradiction
    made = changes(record, wanted.record, same=wanted.same, **SIGNED)
    result, waiting = judged(record, made)
    assert not waiting
    assert said(result) == said(wanted.record)


@FORMATS
@SLOW
@given(data=st.data())
def test_what_was_changed_stands_in_the_file(data, through):
    record = data.draw(records())
    edited = data.draw(corrected(record))
    try:
        wanted = drawn(record, edited)
    except FormatError:
        return
    correction = through(record, edited)
    found = drawn(record, correction.marks, correction.shown)
    assert said(found.record) == said(wanted.record)
