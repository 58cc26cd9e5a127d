"""Roles: which office, where, and who holds it; and titles said without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simak.lexicon import Lexicon
from simak.reading.actor import ActorList
from simak.reading.finding import Mention, RoleFinding
from simak.reading.name_repair import NameRepair
from simak.reading.name_usual import with_usual_words
from simak.reading.office import (
    Appositions,
    BodyHeads,
    Borders,
    Ground,
    Joints,
    LoneOffices,
    Office,
    OfficeBlocks,
    PlainOffices,
)
from simak.reading.page import Page
from simak.reading.quantity import Quantities
from simak.reading.reporting import said_behind
from simak.reading.surface import Surface
from simak.reading.title import Title, TitleList
from simak.record import Span

_JOINS = frozenset({"dan", "sekaligus", "serta", "/", "merangkap"})


class RoleReader:
    """Finds the offices of persons, before and after their names.

    "Kepala Bidang Politik Hamas Ismail Haniyeh" gives title "Kepala Bidang Politik" with the
    organisation Hamas; "X, juru bicara Y," the office after the name; "Mayjen (Purn)" a role
    without organisation.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._titles = TitleList(lexicon)
        self._heads = BodyHeads(lexicon)
        self._plurals = Quantities(lexicon).plural
        self._said = said_behind(lexicon)
        self._actors = ActorList(lexicon)

    def read(
        self, page: Page, mentions: Sequence[Mention]
    ) -> tuple[list[RoleFinding], list[Mention]]:
        """Return the roles, and the mentions with titles said alone added to them."""
        run = _Run(
            self._titles,
            self._heads,
            self._plurals,
            self._said,
            self._actors,
            page.surface,
            mentions,
        )
        run.go()
        return run.roles, run.revised()


class _Run:
    """One page: left to right over its words."""

    def __init__(
        self,
        titles: TitleList,
        heads: BodyHeads,
        plurals: frozenset[str],
        said: frozenset[str],
        actors: ActorList,
        surface: Surface,
        mentions: Sequence[Mention],
    ) -> None:
        self.titles = titles
        self.surface = surface
        self.roles: list[RoleFinding] = []
        self.alone: list[Mention] = []
        self.gone: set[int] = set()
        self.names: dict[int, tuple[Mention, int]] = {}
        self.starts: dict[Span, int] = {}
        self.others: dict[int, tuple[Mention, int]] = {}
        mentions = NameRepair(surface, titles, heads).repaired(mentions)
        mentions = Borders(surface, titles, heads, actors, said).settled(mentions)
        mentions = with_usual_words(surface, titles, mentions)
        self.mentions = mentions
        starts = {word.start: position for position, word in enumerate(surface.words)}
        ends = {word.end: position for position, word in enumerate(surface.words)}
        self.inside: set[int] = set()
        pronouns: dict[int, Mention] = {}
        for mention in mentions:
            first, last = starts.get(mention.span[0]), ends.get(mention.span[1])
            if first is None or last is None:
                continue
            if mention.kind in ("name", "acronym"):
                self.names[first] = mention, last
                self.starts[mention.span] = first
                self.inside.update(range(first, last + 1))
            elif mention.kind == "pronoun" and first == last and mention.number == "sing":
                pronouns[first] = mention
            elif mention.kind == "description":
                self.others.setdefault(first, (mention, last))
        self.ground = Ground(surface, titles, heads, self.names, self.others, pronouns)
        self.stops = self.ground.stops
        self.blocks = OfficeBlocks(self.ground)
        self.holders = self.blocks.holders
        self.plain = PlainOffices(self.ground, self.holders)
        self.appositions = Appositions(self.ground, self.holders)
        self.lone = LoneOffices(self.ground, plurals)
        self.wrong: set[int] = set()
        self.joints = Joints(self.ground, self.blocks, self.appositions, self.roles, self.starts)
        self.bodies: list[Mention] = []

    def go(self) -> None:
        """Find roles and titles alone."""
        index = 0
        while index < len(self.surface):
            if index in self.inside or not self.surface.words[index].usable:
                index += 1
                continue
            if self._is_street(index):
                index += 1
                continue
            end = self._held(index)
            if end is not None:
                index = max(index + 1, end)
                continue
            title = self.titles.read(self.surface, index, self.stops)
            if title is None:
                index += 1
                continue
            index = max(index + 1, self._from(title))

    def _is_street(self, index: int) -> bool:
        """Tell whether the rank at ``index`` stands in a name: "Jalan Jenderal Sutini Arga"."""
        title = self.titles.match(self.surface, index)
        return bool(title and title[1] == "rank" and self.ground.named_after(index))

    def _held(self, index: int) -> int | None:
        """Give the offices that begin at ``index`` to a holder who is named beside them."""
        offices: list[Office] = []
        position = index
        while len(offices) < 6:
            title = self.titles.head(self.surface, position, self.stops)
            if title is None:
                break
            if title.kind != "office":
                offices.append(Office(title, None, title.last))
                position = title.last + 1
                if self.holders.touches(position):
                    return self._give_all(offices, position)
                continue
            served = self.blocks.client(title)
            if served is not None:
                block, name = served
                offices.append(block)
                if name is not None:
                    return self._give_all(offices, name)
                if len(offices) == 1 and self.appositions.before(index) is None:
                    self._say_alone(offices[0])  # who is named behind it is only served
                    return block.last + 1
                break
            found = self.blocks.before(title)
            if found is not None and offices == [] and self.joints.is_apposition(index, found):
                found = None
            if found is not None:
                block, position = found
                offices.append(block)
                if position in self.names:
                    return self._give_all(offices, position)
                continue
            block = self.blocks.behind(title)
            offices.append(block)
            position = block.last + 1
            pair = self._pair(block)
            if len(offices) == 1 and pair is not None:
                return pair
            if self.surface.lower(position) == "yang" and self.surface.lower(position + 1) in (
                "juga",
                "sekaligus",
            ):
                position += 2
            elif self.surface.lower(position) in ("sekaligus", "/", "merangkap", "&"):
                position += 1 + (self.surface.lower(position + 1) == "sebagai")
            elif self.surface.lower(position) in ("dan", "serta") and (
                self.joints.is_shared(block)
                or self.joints.one_holder(index, position)
                or self.joints.both_before_name(block, position)
            ):
                position += 1
            else:
                break
            if not self.ground.same_sentence(index, position):
                break
        holder = self.appositions.before(index) if offices else None
        if holder is None and offices:
            holder = self.joints.told_before(index)
        if holder is None or offices[0].title.kind == "honorific":
            return None
        if self.joints.is_next_of_list(index, holder, offices[-1].last + 1):
            return None
        self._give(offices, holder)
        return offices[-1].last + 1

    def _pair(self, office: Office) -> int | None:
        """Give two offices joined by "dan" to the two persons named in their order behind them.

        "Gubernur dan Wakil Gubernur Muara, Sutini Arga dan Wayan Murti, ..."
        """
        join = office.last + 1
        bare = office.body is None and office.fresh is None and office.last == office.title.last
        if not bare or self.surface.lower(join) not in ("dan", "serta"):
            return None
        title = self.titles.head(self.surface, join + 1, self.stops)
        if title is None or title.kind != "office":
            return None
        found = self.blocks.before(title)
        second, name = found if found is not None else (self.blocks.behind(title), -1)
        if found is None:
            comma = self.surface.lower(second.last + 1) == ","
            name = second.last + 1 + comma
        first = self.names.get(name)
        if first is None or first[0].type != "PER":
            return None
        other = self.names.get(first[1] + 2)
        if other is None or other[0].type != "PER":
            return None
        if self.surface.lower(first[1] + 1) not in ("dan", "serta", "-", "–"):
            return None
        if not self.ground.same_sentence(join, first[1] + 2):
            return None
        self._give([second], other[0])
        self._give([replace(office, body=self.roles[-1].organization)], first[0])
        return first[1] + 2

    def _give_all(self, offices: list[Office], name: int) -> int:
        self._give(offices, self.names[name][0])
        return name

    def _from(self, title: Title) -> int:
        """Read the offices that begin with ``title``, give them to their holder; return the end."""
        offices: list[Office] = []
        position: int = title.first
        holder: Mention | None = None
        current: Title | None = title
        while current is not None and len(offices) < 6:
            office = self.plain.read(current)
            offices.append(office)
            position = office.last + 1
            if self.holders.touches(position):
                holder = self.names[position][0]
                break
            following = position
            if self.surface.lower(following) in _JOINS:
                following += 1
            current = None
            if following < len(self.surface) and following not in self.inside:
                same = self.ground.same_sentence(title.first, following)
                current = self.titles.read(self.surface, following, self.stops) if same else None
                if current is not None and following > position:
                    # "Ketua X dan Sekretaris Y" may be two persons: only a name right after decides
                    # and even then "dan" joins two holders, "sekaligus" two offices of one.
                    ahead = self.plain.read(current)
                    join = self.surface.lower(position)
                    if join in ("dan", "serta") or not self.holders.touches(ahead.last + 1):
                        current = None
        before = self.appositions.before(title.first)
        if before and self.joints.is_next_of_list(title.first, before, offices[-1].last + 1):
            before = None
        if holder is None and before is None:
            holder = self.appositions.behind(offices[-1])
        if holder is not None:
            if before is not None and len(offices) == 1 and offices[0].title.kind == "honorific":
                before = None
            self._give(offices, holder)
        elif before is not None:
            self._give(offices[:1], before)
            offices = offices[:1]
            position = offices[0].last + 1
        else:
            for office in offices:
                self._say_alone(office)
        return position

    def _give(self, offices: list[Office], holder: Mention) -> None:
        below: Mention | None = None
        given: list[RoleFinding] = []
        for office in reversed(offices):
            title = office.title
            self._drop(title)
            if title.kind == "honorific":
                continue
            body = office.body if title.kind == "office" else None
            self.wrong.update(self.names[position][0].head for position in office.wrong)
            if office.fresh is not None:
                body = self._new_body(*office.fresh)
            elif body is None and (
                title.head in self.joints.joined
                or (title.kind == "office" and self.joints.is_shared(office))
            ):
                body = below  # "pendiri dan CEO Muaraku"
            below = body if title.kind == "office" else None
            first = self.surface.words[title.first].start
            given.append(
                RoleFinding(
                    span=(first, self.surface.words[office.last].end),
                    title=self.surface.join(title.first, title.last),
                    holder=holder,
                    organization=body,
                )
            )
        self.roles += reversed(given)

    def _new_body(self, first: int, last: int) -> Mention:
        """Make the mention of a body that only its place in an office shows to be one."""
        body = Mention(
            span=self.surface.span(first, last),
            head=self.surface.words[first].i,
            kind="name",
            type="ORG",
            number="sing",
        )
        self.bodies.append(body)
        return body

    def _drop(self, title: Title) -> None:
        """Take away the description that the words of a title were taken for."""
        self.gone.update(
            self.surface.words[position].i for position in range(title.first, title.last + 1)
        )

    def _say_alone(self, office: Office) -> None:
        found = self.lone.read(office)
        if found is None:
            return
        mention, held = found
        if mention.kind == "title":
            self._drop(office.title)
        self.alone.append(mention)
        if held:
            self._give([office], mention)

    def revised(self) -> list[Mention]:
        """Return the mentions, without descriptions that are titles, with the titles alone."""
        fresh = {body.head for body in self.bodies}
        kept = [
            m
            for m in self.mentions
            if not (m.kind == "description" and m.head in self.gone)
            and not (m.kind in ("name", "acronym") and m.head in self.wrong)
            and m.head not in fresh
        ]
        kept += self.bodies
        heads = {mention.head for mention in kept}
        kept += [mention for mention in self.alone if mention.head not in heads]
        return sorted(kept, key=lambda mention: (mention.span[0], -mention.span[1]))
