"""From marks to a record: the article as the annotator wants it.

What was not touched stays as it is in the record, to the letter, so that a file that nobody changed
gives the same record. A mark with the key of a row is that row; one without is new; a row whose
mark is gone was taken out. Mentions that hang together by Coref are one entity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replace_mark
from itertools import pairwise
from typing import Any, get_args

from msgspec import UNSET
from msgspec.structs import replace

from simak.errors import FormatError, RecordError
from simak.export.mark import ENDS, SEVERAL, WORDINGS, Mark, marks, trimmed
from simak.judging import merged
from simak.record import (
    Act,
    CreditedSource,
    Entity,
    Event,
    EventStatus,
    Link,
    Mention,
    MentionKind,
    Record,
    Role,
    Source,
    Span,
    Statement,
    StatementKind,
    Time,
    Wording,
    check,
)

NEW = "+"
"""What the ids of new rows begin with; no id of a record does."""


@dataclass(frozen=True)
class Drawn:
    """The record as the annotator wants it, and which entities are one: (kept, merged into it)."""

    record: Record
    same: tuple[tuple[str, str], ...] = ()


def drawn(base: Record, given: Sequence[Mark], shown: Callable[[str], str] = str) -> Drawn:
    """Return the record that ``given`` marks show, made from marks of ``base``.

    ``shown`` tells how the format writes a feature with words that it cannot hold.

    Raises FormatError, with the place in the file, for marks that contradict each other or lack
    what a row needs.
    """
    return _Drawing(base, given, shown).drawn()


@dataclass
class _Cluster:
    """Mentions of one entity, with the entities of the record whose mentions they were."""

    marks: list[Mark] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    id: str = ""


class _Drawing:
    def __init__(self, base: Record, given: Sequence[Mark], shown: Callable[[str], str]) -> None:
        self._base = base
        self._text = base.article.text
        self._originals = {
            mark.row: replace_mark(
                mark, features={name: shown(value) for name, value in mark.features.items()}
            )
            for mark in marks(base)
            if mark.row
        }
        self._by_name = {mark.name: mark for mark in given}
        self._given = given
        self._check()
        self._tied = {mark.row: mark for mark in given if mark.row}
        self._clusters = self._clustered()
        self._entity = {
            mark.name: cluster.id for cluster in self._clusters for mark in cluster.marks
        }
        # Entities that are drawn: the others (of a mention that is a line end) are left alone.
        self._shown = {
            entity.id
            for entity in base.entities
            for number in range(len(entity.mentions))
            if f"mention:{entity.id}.{number}" in self._originals
        }
        self._known = {
            f"mention:{entity.id}.{number}": mention
            for entity in base.entities
            for number, mention in enumerate(entity.mentions)
        }
        self._rows_of = {entity.id: entity for entity in base.entities}
        self._into = {other: cluster.id for cluster in self._clusters for other in cluster.entities}
        self._ids = {
            mark.name: mark.row.split(":", 1)[1] if mark.row else NEW + mark.name
            for mark in given
            if mark.layer in ("time", "statement", "event")
        }

    def drawn(self) -> Drawn:
        same = tuple(
            (cluster.id, other)
            for cluster in self._clusters
            for other in cluster.entities
            if other != cluster.id
        )
        base = self._base
        for one, other in same:
            rows = {entity.id: entity for entity in base.entities}
            base = merged(base, rows[one], rows[other])
        times = [*self._rows("time", self._base.times, self._time)]
        statements = [*self._rows("statement", self._base.statements, self._statement)]
        events = [*self._rows("event", self._base.events, self._event)]
        record = replace(
            base,
            article=replace(base.article, credited_sources=tuple(self._credits())),
            entities=tuple(self._entities(base)),
            times=tuple(times),
            statements=tuple(statements),
            events=tuple(event for event in events if event is not None),
            wording=tuple(self._wordings()),
        )
        try:
            check(record)
        except RecordError as error:
            where = self._given[0].where.rpartition(":")[0] if self._given else "the file"
            raise FormatError(f"{where}: the rows do not hold together: {error}") from error
        return Drawn(record, same)

    # --- what must hold before anything is read ------------------------------------------------

    def _check(self) -> None:
        seen: dict[str, Mark] = {}
        for mark in self._given:
            if mark.row:
                original = self._originals.get(mark.row)
                if original is None or original.layer != mark.layer:
                    raise _fault(mark, f"the article has no row {mark.row!r} of this kind")
                if mark.row in seen:
                    raise _fault(mark, f"the row {mark.row!r} is marked twice")
                seen[mark.row] = mark
            alone: set[str] = set()
            for link, name in mark.links:
                end = ENDS.get((mark.layer, link))
                if end is None:
                    raise _fault(mark, f"a {mark.label} has no link {link!r}")
                other = self._by_name.get(name)
                if other is None:
                    raise _fault(mark, f"{link} leads to {name!r}, which is not in the file")
                if other.layer != end:
                    raise _fault(mark, f"{link} leads to a {other.label}; it must be a {end}")
                if link in alone and link not in SEVERAL:
                    raise _fault(mark, f"{link} stands twice; only one can be")
                alone.add(link)

    # --- entities ------------------------------------------------------------------------------

    def _clustered(self) -> list[_Cluster]:
        """Return the mentions grouped by Coref, each group with its entities and an id."""
        parent: dict[str, str] = {}
        mentions = [mark for mark in self._given if mark.layer == "mention"]

        def root(name: str) -> str:
            while (up := parent.get(name, name)) != name:
                parent[name] = parent.get(up, up)
                name = up
            return name

        for mark in mentions:
            for other in mark.linked("Coref"):
                parent[root(mark.name)] = root(other)
        # An entity goes with the first of its mentions that is left. Where its first mention was
        # taken out, the others, which hung on it, still are one entity.
        self._rejoin(parent, root)
        clusters: dict[str, _Cluster] = {}
        for mark in mentions:
            clusters.setdefault(root(mark.name), _Cluster()).marks.append(mark)
        of = {mark.name: cluster for cluster in clusters.values() for mark in cluster.marks}
        for entity in self._base.entities:
            for number in range(len(entity.mentions)):
                left = self._tied.get(f"mention:{entity.id}.{number}")
                if left:
                    of[left.name].entities.append(entity.id)
                    break
        for cluster in clusters.values():
            cluster.id = next(iter(cluster.entities), NEW + cluster.marks[0].name)
        return list(clusters.values())

    def _rejoin(self, parent: dict[str, str], root: Any) -> None:
        for entity in self._base.entities:
            rows = [f"mention:{entity.id}.{number}" for number in range(len(entity.mentions))]
            drawn = [row for row in rows if row in self._originals]
            if not drawn or drawn[0] in self._tied:
                continue
            # The mark on which all hung is gone, and the links to it with it.
            left = [self._tied[row] for row in drawn if row in self._tied]
            loose = [mark for mark in left if not mark.linked("Coref")]
            for one, other in pairwise(loose):
                parent[root(other.name)] = root(one.name)

    def _entities(self, base: Record) -> Iterator[Entity]:
        clusters = {cluster.id: cluster for cluster in self._clusters}
        roles = self._roles()
        order = {row: number for number, row in enumerate(self._role_order())}
        for entity in base.entities:
            cluster = clusters.pop(entity.id, None)
            if cluster is None and entity.id in self._shown:
                continue
            if cluster:
                entity = self._changed_entity(entity, cluster)
            yield replace(entity, roles=self._offices(roles.get(entity.id, []), order))
        for cluster in clusters.values():
            yield replace(
                self._new_entity(cluster),
                roles=tuple(role for role, _ in roles.get(cluster.id, ())),
            )

    def _changed_entity(self, entity: Entity, cluster: _Cluster) -> Entity:
        changes: dict[str, dict[str, Mark]] = {}
        for mark in cluster.marks:
            original = self._originals.get(mark.row) if mark.row else None
            old = {**original.features, "type": original.label} if original else {}
            new = {**mark.features, "type": mark.label}
            if original is None:
                del new["type"]  # of a new mention of a known entity, the entity's type counts
            wanted = ("type", "name", *(("acronym",) if "name" in new else ()), "authority", "id")
            for feature in wanted:
                value = new.get(feature, "")
                if value == old.get(feature, "") or (not value and feature in ("type", "name")):
                    continue
                others = changes.setdefault(feature, {})
                others[value] = mark
                if len(others) > 1:
                    raise _fault(
                        mark, f"mentions of one entity give it {feature} {' and '.join(others)}"
                    )
        values = {feature: next(iter(given)) for feature, given in changes.items()}
        fields: dict[str, Any] = {
            feature: values[feature] for feature in ("type", "name") if feature in values
        }
        if "acronym" in values:
            fields["acronym"] = values["acronym"] or None
        if "authority" in values or "id" in values:
            link = entity.link or Link(authority="", id="", basis="given")
            authority = values.get("authority", link.authority)
            id = values.get("id", link.id)
            fields["link"] = (
                Link(authority=authority, id=id, basis="given") if authority and id else None
            )
        mentions = self._mentions(cluster)
        # Those that could not be drawn stay.
        mentions += [
            mention
            for other in cluster.entities
            for number, mention in enumerate(self._rows_of[other].mentions)
            if f"mention:{other}.{number}" not in self._originals
        ]
        if sorted(mentions, key=_order) != sorted(entity.mentions, key=_order):
            fields["mentions"] = tuple(sorted(mentions, key=_order))
        return replace(entity, **fields)

    def _mentions(self, cluster: _Cluster) -> list[Mention]:
        found: dict[Mention, None] = {}
        for mark in cluster.marks:
            if not mark.row:
                kind = _one_of(mark, "kind", get_args(MentionKind), "name")
                found[Mention(span=mark.span, kind=kind)] = None
                continue
            mention, original = self._known[mark.row], self._originals[mark.row]
            if mark.span != original.span:
                mention = replace(mention, span=mark.span)
            if mark.features.get("kind") != original.features.get("kind"):
                kind = _one_of(mark, "kind", get_args(MentionKind), mention.kind)
                mention = replace(mention, kind=kind)
            found[mention] = None
        return list(found)

    def _new_entity(self, cluster: _Cluster) -> Entity:
        said = {
            feature: mark.features[feature]
            for mark in reversed(cluster.marks)
            for feature in ("name", "acronym", "authority", "id")
            if feature in mark.features
        }
        types = list(dict.fromkeys(mark.label for mark in cluster.marks))
        if len(types) > 1:
            raise _fault(
                cluster.marks[-1], f"mentions of one entity have types {' and '.join(types)}"
            )
        # Without a name of its own: the longest of its names, else its first words.
        named = [one for one in cluster.marks if one.features.get("kind", "name") == "name"]
        words = [" ".join(self._text[slice(*one.span)].split()) for one in named or cluster.marks]
        link = said.get("authority") and said.get("id")
        return Entity(
            id=cluster.id,
            type=types[0],  # type: ignore[arg-type]
            name=said.get("name") or max(words, key=len),
            acronym=said.get("acronym"),
            link=Link(authority=said["authority"], id=said["id"], basis="given") if link else None,
            mentions=tuple(sorted(self._mentions(cluster), key=_order)),
        )

    def _roles(self) -> dict[str, list[tuple[Role, str | None]]]:
        """Return the offices of each entity, each with the key of its row."""
        known = {
            f"role:{entity.id}.{number}": role
            for entity in self._base.entities
            for number, role in enumerate(entity.roles)
        }
        found: dict[str, list[tuple[Role, str | None]]] = {}
        for entity in self._base.entities:
            for number, role in enumerate(entity.roles):
                row = f"role:{entity.id}.{number}"
                if row not in self._originals:  # of nothing but line ends: not drawn
                    holder = self._into.get(entity.id, entity.id)
                    found.setdefault(holder, []).append((role, row))
        for mark in self._layer("role"):
            of = self._entity_at(mark, "Holder")
            if of is None:
                if mark.row:
                    continue  # its holder was taken out
                raise _fault(mark, "a Role needs a Holder")
            organization = self._entity_at(mark, "Organization")
            if not mark.row:
                title = mark.features.get("title") or " ".join(
                    self._text[slice(*mark.span)].split()
                )
                role = Role(title=title, organization=organization, span=mark.span)
            else:
                old, original = known[mark.row], self._originals[mark.row]
                role = replace(
                    old,
                    title=_feature(mark, original, "title", old.title) or old.title,
                    organization=organization or self._unseen(old.organization),
                    span=old.span if mark.span == original.span else mark.span,
                )
            found.setdefault(of, []).append((role, mark.row))
        return found

    def _offices(
        self, given: list[tuple[Role, str | None]], order: dict[str, int]
    ) -> tuple[Role, ...]:
        """Return the offices of an entity of the record in the order of the record."""
        given = sorted(given, key=lambda one: order.get(one[1] or "", len(order)))
        return tuple(dict.fromkeys(role for role, _ in given))

    def _role_order(self) -> Iterator[str]:
        for entity in self._base.entities:
            for number in range(len(entity.roles)):
                yield f"role:{entity.id}.{number}"

    # --- rows ----------------------------------------------------------------------------------

    def _rows(self, layer: str, rows: Sequence[Any], make: Any) -> Iterator[Any]:
        """Yield the rows of a layer: those of the record in their order, then new ones."""
        for row in rows:
            key = f"{layer}:{row.id}"
            if key in self._tied:
                yield make(self._tied[key], row, self._originals[key])
            elif key not in self._originals:
                yield row
        for mark in self._layer(layer):
            if not mark.row:
                yield make(mark, None, None)

    def _time(self, mark: Mark, old: Time | None, original: Mark | None) -> Time:
        value = mark.features.get("value")
        if old is None or original is None:
            if not value:
                raise _fault(
                    mark, "a time needs a value (in brat: N1, Reference T1 TIMEX3:2024-03-05)"
                )
            mod = mark.features.get("mod")
            return Time(
                id=self._ids[mark.name],
                span=mark.span,
                type=mark.label,  # type: ignore[arg-type]
                value=value,
                basis="given",
                mod=mod or UNSET,
            )
        mod = mark.features.get("mod")
        return replace(
            old,
            span=old.span if mark.span == original.span else mark.span,
            type=mark.label,
            value=_feature(mark, original, "value", old.value) or old.value,
            mod=old.mod if mod == original.features.get("mod") else mod or UNSET,
        )

    def _statement(self, mark: Mark, old: Statement | None, original: Mark | None) -> Statement:
        source = self._passage(mark, "Source")
        addressee = self._passage(mark, "Addressee")
        content = self._passages(mark, "Content")
        cueless = "cueless" in mark.features
        if cueless and not content:
            raise _fault(mark, "a Statement without cue needs Content")
        cue = None if cueless else mark.span
        if old and original and mark.span == original.span and cueless == (old.cue is None):
            cue = old.cue
        if old:
            source = self._as_was(old.source.span, source)
            addressee = self._as_was(old.addressee, addressee)
            content = self._as_were(old.content, content)
        speaker = self._entity_at(mark, "Speaker")
        place = self._entity_at(mark, "Place")
        within, time = self._id_at(mark, "Within"), self._id_at(mark, "Time")
        if old:
            speaker = speaker or self._unseen(old.source.entity)
            place = place or self._unseen(old.place)
            within = within or self._undrawn("statement", old.within)
            time = time or self._undrawn("time", old.time)
        if within == self._ids[mark.name]:
            raise _fault(mark, "a Statement cannot stand within itself")
        fields: dict[str, Any] = {
            "kind": _one_of(mark, "kind", get_args(StatementKind), old.kind if old else "direct"),
            "act": _one_of(mark, "act", get_args(Act), old.act if old else "say"),
            "cue": cue,
            "source": Source(span=source, entity=speaker),
            "addressee": addressee,
            "content": content,
            "within": within,
            "time": time,
            "place": place,
        }
        return replace(old, **fields) if old else Statement(id=self._ids[mark.name], **fields)

    def _event(self, mark: Mark, old: Event | None, original: Mark | None) -> Event | None:
        actors = self._entities_at(mark, "Actor", old.actors if old else ())
        recipients = self._entities_at(mark, "Recipient", old.recipients if old else ())
        if not actors and (old is None or old.actors):
            if old is None:
                raise _fault(mark, f"a {mark.label} needs an Actor")
            return None  # who did it was taken out: nobody did it
        evidence = self._passages(mark, "Evidence")
        evidence = self._as_were(old.evidence, evidence) if old else evidence or (mark.span,)
        place = self._entity_at(mark, "Place")
        time, asserted = self._id_at(mark, "Time"), self._id_at(mark, "AssertedBy")
        statement = self._id_at(mark, "Statement")
        mode = mark.features.get("mode")
        if old and original:
            place = place or self._unseen(old.place)
            time = time or self._undrawn("time", old.time)
            asserted = asserted or self._undrawn("statement", old.asserted_by)
            statement = statement or self._undrawn("statement", old.statement)
            if mode == original.features.get("mode"):
                mode = old.mode
        fields: dict[str, Any] = {
            "type": mark.label,
            "mode": mode,
            "trigger": old.trigger
            if old and original and mark.span == original.span
            else mark.span,
            "actors": actors,
            "recipients": recipients,
            "time": time,
            "place": place,
            "status": _one_of(
                mark, "status", get_args(EventStatus), old.status if old else "actual"
            ),
            "asserted_by": asserted or "outlet",
            "evidence": evidence,
            "statement": statement,
        }
        return replace(old, **fields) if old else Event(id=self._ids[mark.name], **fields)

    def _wordings(self) -> Iterator[Wording]:
        kinds = {label: kind for kind, label in WORDINGS.items()}

        def made(mark: Mark, old: Wording | None) -> Wording:
            asserted = self._id_at(mark, "AssertedBy")
            neutral = mark.features.get("neutral")
            kind: Any = kinds[mark.label]
            if old is None or mark.row is None:
                return Wording(
                    span=mark.span,
                    kind=kind,
                    asserted_by=asserted or "outlet",
                    neutral=neutral or UNSET,
                )
            original = self._originals[mark.row]
            unchanged = neutral == original.features.get("neutral")
            return replace(
                old,
                span=old.span if mark.span == original.span else mark.span,
                kind=kind,
                asserted_by=asserted or self._undrawn("statement", old.asserted_by) or "outlet",
                neutral=old.neutral if unchanged else neutral or UNSET,
            )

        yield from self._numbered("wording", self._base.wording, made)

    def _credits(self) -> Iterator[CreditedSource]:
        def made(mark: Mark, old: CreditedSource | None) -> CreditedSource:
            name = mark.features.get("name")
            if old is None or mark.row is None:
                name = name or " ".join(self._text[slice(*mark.span)].split())
                return CreditedSource(name=name, span=mark.span)
            original = self._originals[mark.row]
            return replace(
                old,
                name=_feature(mark, original, "name", old.name) or old.name,
                span=old.span if mark.span == original.span else mark.span,
            )

        yield from self._numbered("credit", self._base.article.credited_sources, made)

    def _numbered(self, layer: str, rows: Sequence[Any], made: Any) -> Iterator[Any]:
        for number, row in enumerate(rows):
            key = f"{layer}:{number}"
            if key in self._tied:
                yield made(self._tied[key], row)
            elif key not in self._originals:
                yield row
        for mark in self._layer(layer):
            if not mark.row:
                yield made(mark, None)

    # --- links ---------------------------------------------------------------------------------

    def _layer(self, layer: str) -> Iterator[Mark]:
        return (mark for mark in self._given if mark.layer == layer)

    def _entity_at(self, mark: Mark, link: str) -> str | None:
        return next((self._entity[name] for name in mark.linked(link)), None)

    def _entities_at(self, mark: Mark, link: str, old: tuple[str, ...]) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(self._entity[name] for name in mark.linked(link)))
        before = tuple(self._into.get(one, one) for one in old)
        if set(found) == {one for one in before if one in self._shown or one in found}:
            # The order is the record's; some of it may not be drawn.
            left = set(found) | {one for one in before if one not in self._shown}
            return tuple(dict.fromkeys(one for one in before if one in left))
        return found

    def _unseen(self, entity: str | None) -> str | None:
        """Return an entity that the record names and no annotator could see."""
        return entity if entity is not None and entity not in self._shown else None

    def _undrawn(self, layer: str, id: str | None) -> str | None:
        """Return a row that the record names and no annotator could see."""
        if id is None or id == "outlet" or f"{layer}:{id}" in self._originals:
            return None
        return id

    def _id_at(self, mark: Mark, link: str) -> str | None:
        return next((self._ids[name] for name in mark.linked(link)), None)

    def _passage(self, mark: Mark, link: str) -> Span | None:
        return next(iter(self._passages(mark, link)), None)

    def _passages(self, mark: Mark, link: str) -> tuple[Span, ...]:
        return tuple(self._by_name[name].span for name in mark.linked(link))

    def _as_was(self, old: Span | None, new: Span | None) -> Span | None:
        """Return the span of the record where the file shows the same words."""
        return old if old and (trimmed(self._text, old) == new) else new

    def _as_were(self, old: tuple[Span, ...], new: tuple[Span, ...]) -> tuple[Span, ...]:
        seen = [span for one in old if (span := trimmed(self._text, one))]
        return old if sorted(seen) == sorted(new) else new


def _order(mention: Mention) -> tuple[Any, ...]:
    return mention.span, mention.kind, str(mention.member)


def _feature(mark: Mark, original: Mark, name: str, old: str) -> str:
    """Return a feature's value, the record's own where the file shows the same."""
    value = mark.features.get(name, "")
    return old if value == original.features.get(name, "") else value


def _one_of(mark: Mark, feature: str, allowed: Sequence[str], default: str) -> Any:
    value = mark.features.get(feature) or default
    if value not in allowed:
        raise _fault(mark, f"{feature} is {value!r}; it must be one of {', '.join(allowed)}")
    return value


def _fault(mark: Mark, message: str) -> FormatError:
    where = f"{mark.where}: " if mark.where else ""
    return FormatError(f"{where}{mark.name} ({mark.label}): {message}")
