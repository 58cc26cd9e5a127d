"""From two records of an article to the judgements that lead from the first to the second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from simak.errors import JudgementError
from simak.judgement import (
    KIND,
    Judgement,
    Kind,
    RowKind,
    Target,
    find,
    judgement,
    main_spans,
)
from simak.judging import judged
from simak.record import Entity, Record, Role, Span, row_id

_LISTS = ("events", "statements", "times", "entities")
# What a person does not set: it says how the machine came to a row.
_SILENT = frozenset({"id", "confidence", "intensity", "member", "roles"})


def changes(
    before: Record,
    after: Record,
    *,
    same: Sequence[tuple[str, str]] = (),
    by: str,
    at: str,
    note: str | None = None,
) -> list[Judgement]:
    """Return the judgements that make ``after`` of ``before`` when they are applied in order.

    Rows with the same id are the same row; one whose id ``before`` does not have is new. ``same``:
    pairs of ids of entities of ``before`` that are one in ``after``, under the first id. ``by`` and
    ``at`` as in :func:`simak.judgement.judgement`. Confidence and ``member`` are not compared.
    Raises JudgementError where judgements cannot say the difference.
    """
    return _Changes(before, after, same, by, at, note).found()


class _Changes:
    def __init__(
        self,
        before: Record,
        after: Record,
        same: Sequence[tuple[str, str]],
        by: str,
        at: str,
        note: str | None,
    ) -> None:
        self._now = before  # with the judgements so far
        self._after = after
        self._same = same
        self._by, self._at, self._note = by, at, note
        self._made: list[Judgement] = []
        self._indexed: Record | None = None
        self._index: dict[str, dict[str, Any]] = {}
        self._new: dict[str, str] = {}  # the id that a new row of "after" has in "now"

    def found(self) -> list[Judgement]:
        for kept, other in self._same:
            one, two = (self._row("entities", id) for id in (kept, other))
            self._judge("same", self._target(one), other=self._target(two))
        self._entities()
        for time in self._after.times:
            now = self._row("times", time.id)
            if now is None:
                self._add("time", time)
            else:
                self._value(now, self._differing(now, time))
        self._statements()
        self._article()
        # Rows that only lose what goes anyway need no judgement of their own.
        self._keep_in_place(self._without())
        for name, id in self._going():
            if still := self._row(name, id):
                self._judge("wrong", self._target(still))
        self._roles()
        self._wording()
        for event in self._after.events:
            if self._row("events", self._id(event.id)) is None:
                self._add("event", event)
        self._prove()
        return self._made

    # --- rows ----------------------------------------------------------------------------------

    def _entities(self) -> None:
        for wanted in self._after.entities:
            now = self._row("entities", wanted.id)
            if now is None:
                continue
            known = set(now.mentions)
            more = [one for one in wanted.mentions if one not in known]
            if more and known.issubset(wanted.mentions):
                anchor = self._anchor(now)
                if anchor:
                    for mention in more:
                        value = {"mentions": [msgspec.to_builtins(mention)], "to": list(anchor)}
                        self._judge("add", self._words("entity", mention.span), value=value)
            now = self._row("entities", wanted.id)
            self._value(now, self._differing(now, wanted))
        for wanted in self._after.entities:
            if self._row("entities", wanted.id) is None:
                self._add("entity", replace(wanted, roles=()))

    def _statements(self) -> None:
        """Add new statements, those first within which others stand."""
        left = [one for one in self._after.statements if not self._row("statements", one.id)]
        while left:
            names = {one.id for one in left}
            ready = [one for one in left if one.within not in names]
            if not ready:
                raise JudgementError(
                    f"article {self._after.article.id}: statements stand within each other"
                )
            for one in ready:
                self._add("statement", one)
            left = [one for one in left if one not in ready]

    def _roles(self) -> None:
        for wanted in self._after.entities:
            id = self._id(wanted.id)
            now = self._row("entities", id)
            roles = [self._own(role) for role in wanted.roles]
            if list(now.roles) == roles:
                continue
            gone = [role for role in now.roles if role not in roles]
            more = [role for role in roles if role not in now.roles]
            kept = list(self._made), self._now
            if len(gone) == len(more) == 1:
                self._value(gone[0], self._differing(gone[0], more[0]))
            else:
                for role in gone:
                    self._judge("wrong", self._target(role))
                for role in more:
                    anchor = self._anchor(self._row("entities", id))
                    if anchor:
                        value = {"holder": list(anchor), **self._plain(role)}
                        self._judge("add", self._words("role", role.span), value=value)
            if _sorted(self._row("entities", id).roles) != _sorted(roles):
                self._made, self._now = kept
                now = self._row("entities", id)
                self._value(now, {"roles": [self._plain(role) for role in roles]})

    def _article(self) -> None:
        credits = self._after.article.credited_sources
        if credits != self._now.article.credited_sources:
            target = Target(article=self._now.article.id, row="article")
            value = {"credited_sources": msgspec.to_builtins(credits)}
            self._judge("value", target, value=value)

    def _without(self) -> Record:
        """Return the record as it will be when the rows that go are gone."""
        record = self._now
        for name, id in self._going():
            if still := _row(getattr(record, name), id):
                record = self._apply(record, self._said("wrong", self._target(still, record)))
        return record

    def _going(self) -> list[tuple[str, str]]:
        """Return list and id of the rows that are not wanted."""
        found = []
        for name in _LISTS:
            wanted = {self._id(row.id) for row in getattr(self._after, name)}
            found += [(name, row.id) for row in getattr(self._now, name) if row.id not in wanted]
        return found

    def _keep_in_place(self, later: Record) -> None:
        """Change the statements and events that would not come out right by themselves."""
        for name in ("statements", "events"):
            then_by_id = {row.id: row for row in getattr(later, name)}
            for wanted in getattr(self._after, name):
                now = self._row(name, wanted.id)
                if now is None:
                    continue
                then = then_by_id.get(wanted.id)
                if then is None or self._differing(then, wanted):
                    self._value(now, self._differing(now, wanted))

    def _wording(self) -> None:
        """Wording has no ids: what is the same stays, what shares words is changed, in order."""
        wanted = [self._own(row) for row in self._after.wording]
        gone = [row for row in self._now.wording if row not in wanted]
        more = [row for row in wanted if row not in self._now.wording]
        for row in gone:
            near = [one for one in more if _touch(one.span, row.span)]
            if near:
                more.remove(near[0])
                self._value(row, self._differing(row, near[0]))
            else:
                self._judge("wrong", self._target(row))
        for row in more:
            value = self._plain(row)
            self._judge("add", self._words("wording", row.span), value=value)

    # --- judgements ----------------------------------------------------------------------------

    def _value(self, now: Any, value: dict[str, Any]) -> None:
        if value:
            self._judge("value", self._target(now), value=value)

    def _add(self, kind: RowKind, row: Any) -> None:
        plain = self._plain(row)
        plain.pop("id", None)
        span = next(span for one, span in _spans(row, kind))
        one = self._said("add", self._words(kind, span), value=plain)
        self._new[row.id] = row_id(kind[0], "judged", one.id)
        if one not in self._made:  # marked twice, it is one
            self._now = self._apply(self._now, one)
            self._made.append(one)

    def _list(self, kind: RowKind) -> Sequence[Any]:
        name = {"entity": "entities", "time": "times", "statement": "statements"}
        rows: Sequence[Any] = getattr(self._now, name.get(kind, "events"))
        return rows

    def _judge(self, kind: Kind, target: Target, **more: Any) -> None:
        one = self._said(kind, target, **more)
        self._now = self._apply(self._now, one)
        self._made.append(one)

    def _said(self, kind: Kind, target: Target, **more: Any) -> Judgement:
        if "value" in more:  # as it will come back from a file: lists, not tuples
            more["value"] = msgspec.json.decode(msgspec.json.encode(more["value"]))
        return judgement(kind, target, note=self._note, by=self._by, at=self._at, **more)

    def _apply(self, record: Record, one: Judgement) -> Record:
        changed, waiting = judged(record, [one])
        if waiting:
            raise JudgementError(
                f"article {record.article.id}: {one.kind} of {one.target.row} at "
                f"{one.target.span} ({one.target.words!r}) cannot be applied"
            )
        return changed

    def _prove(self) -> None:
        """Raise JudgementError unless the judgements lead to what was wanted."""
        for name in ("times", "statements", "events", "entities"):
            wanted = {self._id(row.id): row for row in getattr(self._after, name)}
            made = {row.id: row for row in getattr(self._now, name)}
            wrong = [
                id
                for id in {**wanted, **made}
                if id not in wanted or id not in made or self._differing(made[id], wanted[id])
            ]
            if wrong:
                raise JudgementError(
                    f"article {self._after.article.id}: the changes of {name} "
                    f"{', '.join(wrong)} cannot be said in judgements"
                )

    # --- words and values ----------------------------------------------------------------------

    def _id(self, id: str) -> str:
        return self._new.get(id, id)

    def _target(self, row: Any, record: Record | None = None) -> Target:
        """Return a target that names a row of the record, and no other."""
        record = record or self._now
        kind = KIND[type(row)]
        spans = [span for one, span in main_spans(record, kind) if one is row]
        for span in spans:
            target = Target(
                article=record.article.id, row=kind, span=span, words=record.words(span)
            )
            if find(record, target) is row:
                return target
        if not spans:
            raise JudgementError(f"article {record.article.id}: a {kind} has no words to name it")
        span = spans[0]
        alike = [one for one, its in main_spans(record, kind) if its == span]
        nth = next(number for number, one in enumerate(alike) if one is row)
        words = record.words(span)
        return Target(article=record.article.id, row=kind, span=span, words=words, nth=nth)

    def _words(self, kind: RowKind, span: Span) -> Target:
        return Target(
            article=self._now.article.id, row=kind, span=span, words=self._now.words(span)
        )

    def _anchor(self, entity: Entity) -> Span | None:
        """Return the span of a mention that names this entity and no other."""
        for mention in entity.mentions:
            target = Target(article=self._now.article.id, row="entity", span=mention.span)
            if find(self._now, target) is entity:
                return mention.span
        return None

    def _reference(self, id: str | None) -> Any:
        """Return what names a row in a value: its words if they name it alone, else its id."""
        if id is None or id == "outlet":
            return id
        id = self._id(id)
        if entity := self._row("entities", id):
            anchor = self._anchor(entity)
            return {"span": list(anchor)} if anchor else id
        kinds: tuple[RowKind, ...] = ("time", "statement")
        for kind in kinds:
            row = self._row("times" if kind == "time" else "statements", id)
            for one, span in main_spans(self._now, kind):
                if one is row and find(self._now, self._words(kind, span)) is row:
                    return {"row": kind, "span": list(span)}
        return id

    def _plain(self, row: Any) -> dict[str, Any]:
        """Return a row as a value of a judgement, with references by words."""
        plain: dict[str, Any] = msgspec.to_builtins(row)
        for name in ("organization", "time", "place", "within", "statement", "asserted_by"):
            if name in plain:
                plain[name] = self._reference(plain[name])
        for name in ("actors", "recipients"):
            if name in plain:
                plain[name] = [self._reference(one) for one in plain[name]]
        if "source" in plain:
            entity = self._reference(plain["source"]["entity"])
            plain["source"] = {**plain["source"], "entity": entity}
        return plain

    def _own(self, row: Any) -> Any:
        """Return a row of "after" with the ids that its rows have in "now"."""
        if isinstance(row, Role):
            return replace(row, organization=row.organization and self._id(row.organization))
        return replace(row, asserted_by=self._id(row.asserted_by))

    def _differing(self, now: Any, wanted: Any) -> dict[str, Any]:
        """Return the fields, as values of a judgement, in which a row is not as wanted."""
        found: dict[str, Any] = {}
        plain: dict[str, Any] | None = None
        for name in now.__struct_fields__:
            if name in _SILENT:
                continue
            old, new = getattr(now, name), self._mapped(name, getattr(wanted, name))
            if name == "mentions":
                # A mention's "member" is the machine's.
                old, new = ([(one.span, one.kind) for one in some] for some in (old, new))
                old, new = sorted(old), sorted(new)
            if old != new:
                plain = plain or self._plain(wanted)
                found[name] = None if new is UNSET else plain.get(name)
        if isinstance(found.get("source"), dict):
            found["source"] = {
                name: value
                for name, value in found["source"].items()
                if getattr(now.source, name) != self._mapped(name, getattr(wanted.source, name))
            }
        return found

    def _row(self, name: str, id: str) -> Any:
        """Return the row of a list of the record as it is now, None if it has none."""
        if self._indexed is not self._now:
            self._indexed = self._now
            self._index = {one: {row.id: row for row in getattr(self._now, one)} for one in _LISTS}
        return self._index[name].get(id)

    def _mapped(self, name: str, value: Any) -> Any:
        if name in ("actors", "recipients"):
            return tuple(map(self._id, value))
        if name == "source" and value is not None:
            return replace(value, entity=value.entity and self._id(value.entity))
        return self._id(value) if isinstance(value, str) else value


def _row(rows: Sequence[Any], id: str) -> Any:
    return next((row for row in rows if row.id == id), None)


def _spans(row: Any, kind: RowKind) -> Iterator[tuple[Any, Span]]:
    if kind == "entity":
        yield from ((row, mention.span) for mention in row.mentions)
    elif kind == "statement":
        yield from ((row, span) for span in (row.cue, *row.content) if span)
    else:
        yield row, row.trigger if kind == "event" else row.span


def _touch(one: Span, other: Span) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _sorted(roles: Sequence[Role]) -> list[Any]:
    return sorted((role.span, role.title, role.organization or "") for role in roles)
