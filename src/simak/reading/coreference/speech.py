"""Speech: who speaks in which statement, and whom "saya" and "kami" mean there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from simak.reading.coreference.discourse import Discourse, Entity
from simak.reading.coreference.office import Offices
from simak.reading.finding import StatementFinding

_DEEPEST = 5
# Cues with which the speaker before goes on.
_GOING_ON = frozenset(
    {"menambahkan", "tambah", "melanjutkan", "lanjut", "imbuh", "mengimbuhkan", "sambung"}
)
_TURNS = 4


class Speech:
    """The statements of one article.

    ``saying`` maps a mention to the statement that it speaks in; ``speakers`` are the entities
    that speak in the outlet's own sentences, so far as they are resolved.
    """

    def __init__(self, discourse: Discourse, statements: Sequence[StatementFinding]) -> None:
        self._discourse = discourse
        self._statements = statements
        self._source: list[int | None] = [self._named(s) for s in statements]
        self.saying: dict[int, int] = {}
        self.speakers: set[int] = set()
        for number, mention in enumerate(self._source):
            if mention is not None:
                self.saying.setdefault(mention, number)
        self._order = sorted(range(len(statements)), key=lambda s: statements[s].cue)
        self._main = [number for number in self._order if statements[number].within is None]
        self._turn = {number: place for place, number in enumerate(self._order)}
        self._covering = self._innermost()

    def _named(self, statement: StatementFinding) -> int | None:
        """Return the mention that names the speaker of a statement."""
        if statement.source is None:
            return None
        mentions = self._discourse.mentions
        holder = self._discourse.held_at.get(statement.source[0])
        if holder is not None and holder[0] >= statement.source[1] - 1:
            behind = mentions[holder[1]].span[0]
            if mentions[holder[1]].kind == "name" and behind >= statement.source[1]:
                return holder[1]  # "kata Pemimpin Sanggar Elok, Sutini": the office is hers
        inside = self._discourse.inside(*statement.source)
        if not inside:
            return None
        persons = [i for i in inside if mentions[i].type == "PER" and mentions[i].kind == "name"]
        if len(persons) == 1:
            start, end = mentions[persons[0]].span
            token = self._discourse.page.doc[statement.source_head or 0]
            closes = end == statement.source[1]
            if not closes or start <= token.idx < end:
                return persons[0]
            # "kuasa hukum Wirya": somebody else than the one who is named speaks
            return next((i for i in inside if mentions[i].head == statement.source_head), None)
        for i in inside:
            if mentions[i].head == statement.source_head:
                return i
        for i in inside:
            if mentions[i].span == statement.source:
                return i
        return persons[0] if persons else inside[0]

    def _innermost(self) -> list[int | None]:
        """Return for each mention the innermost statement that says it in quotation marks."""
        mentions = self._discourse.mentions
        spans = sorted(
            (start, -end, number)
            for number, statement in enumerate(self._statements)
            for start, end in statement.content
        )
        found: list[int | None] = []
        active: list[tuple[int, int, int]] = []
        upcoming = iter(spans)
        ahead = next(upcoming, None)
        for index, mention in enumerate(mentions):
            start, end = mention.span
            while ahead is not None and ahead[0] <= start:
                active.append(ahead)
                ahead = next(upcoming, None)
            active = [span for span in active if -span[1] > start]
            choice: int | None = None
            for _, last, number in active:
                source = self._source[number]
                if -last < end or source == index:
                    continue
                if source is not None and mentions[source].person == 1:
                    continue  # "Kami mengecam ..." inside the quotation: its speaker is outside
                choice = number
            found.append(choice)
        return found

    def speaker(self, number: int, depth: int = 0) -> int | None:
        """Return the entity that speaks in a statement, so far as it is resolved."""
        mention = self._source[number]
        if mention is not None:
            return self._discourse.of[mention]
        same = self._statements[number].same_source
        if same is not None and depth < _DEEPEST and same < len(self._statements):
            return self.speaker(same, depth + 1)
        return None

    def note(self, index: int) -> None:
        """Note that a mention is resolved: who is named as a speaker by the outlet itself."""
        number, who = self.saying.get(index), self._discourse.of[index]
        if who is not None and number is not None and self._statements[number].within is None:
            self.speakers.add(who)

    def before(self, index: int) -> Entity | None:
        """Return who spoke in the statement before the one that this mention is the source of."""
        number = self.saying.get(index)
        if number is None:
            return None
        place = self._turn[number]
        for earlier in reversed(self._order[max(0, place - _TURNS) : place]):
            who = self.speaker(earlier)
            if who is not None:
                return self._discourse.entities[who]
        return None

    def unnamed_before(self, index: int) -> Entity | None:
        """Return the unnamed speaker before that "dia" goes on from: "Anggota parlemen dari X".

        Somebody described in so many words and counted by none is one, though he may be several.
        """
        number = self.saying.get(index)
        if number is None or self._discourse.mentions[index].number != "sing":
            return None
        place = self._turn[number]
        for earlier in reversed(self._order[max(0, place - 1) : place]):
            mention = self._source[earlier]
            who = self.speaker(earlier)
            if mention is None or who is None:
                return None
            words = self._discourse.words(mention).split()
            entity = self._discourse.entities[who]
            said = self._discourse.mentions[mention]
            gap = self._discourse.sentence[index] - self._discourse.sentence[mention]
            one = said.kind == "description" and said.number is None and len(words) > 1
            return entity if entity.type == "GROUP" and one and gap <= 1 else None
        return None

    def around(self, index: int) -> int | None:
        """Return who says the quotation that holds this mention: of himself he says "saya"."""
        if self._discourse.quoted[index] < 0:
            return None
        number = self._covering[index]
        return self.speaker(number) if number is not None else None

    def told(self, index: int) -> bool:
        """Tell whether a mention stands in what a statement reports."""
        return self._covering[index] is not None

    def teller(self, index: int) -> int | None:
        """Return who is reported to say what holds this mention, quoted or not."""
        number = self._covering[index]
        return self._who(number) if number is not None and index not in self.saying else None

    def content(self, index: int) -> list[int]:
        """Return the mentions in the content of the statement that this mention speaks in."""
        number = self.saying.get(index)
        if number is None:
            return []
        spans = self._statements[number].content
        return [i for start, end in spans for i in self._discourse.inside(start, end)]

    def continues(self, index: int) -> bool:
        """Tell whether this mention goes on from the speaker before: "X menambahkan"."""
        number = self.saying.get(index)
        if number is None:
            return False
        start, end = self._statements[number].cue
        return self._discourse.text[start:end].lower() in _GOING_ON

    def _outermost(self, number: int) -> int:
        """Return the quotation in which somebody else's wish is told: there "saya" is its speaker.

        "Klub tidak ingin menjual saya," kata X: the nested statement is the club's, "saya" is X.
        """
        for _ in range(_DEEPEST):
            outer = self._statements[number].within
            if outer is None or self._statements[outer].kind != "direct":
                break
            inner = self._statements[number].content
            whole = self._statements[outer].content
            if not all(any(a <= c and d <= b for a, b in whole) for c, d in inner):
                break
            number = outer
        return number

    def speaks_later(self, index: int) -> int | None:
        """Return the mention behind a quotation that says it, if this mention stands in it."""
        number = self._covering[index]
        source = self._source[number] if number is not None else None
        later = source is not None and source > index and index not in self.saying
        return source if later and self._discourse.quoted[index] >= 0 else None

    def first_persons(self, offices: Offices) -> None:
        """Give "saya" to the speaker, and "kami" to the speaker's side."""
        discourse = self._discourse
        quoting: dict[int, int] = {}
        for index, number in enumerate(self._covering):
            if number is not None and discourse.quoted[index] >= 0:
                quoting.setdefault(discourse.quoted[index], number)
        for index, mention in enumerate(discourse.mentions):
            if mention.person != 1 or discourse.of[index] is not None:
                continue
            number = self._covering[index]
            if number is None and discourse.quoted[index] >= 0:
                number = quoting.get(discourse.quoted[index])
                if number is None:
                    number = self._last_before(index)
            who = self._who(self._outermost(number)) if number is not None else None
            if who is None:
                continue
            entity = discourse.entities[who]
            if mention.number == "plur" and entity.type in ("PER", "POST"):
                # "kami" is the state or town of an office too; "kita" may be anybody
                ours = discourse.words(index).lower() == "kami"
                side = (offices.side if ours else offices.body)(entity) or entity
                discourse.put(index, side)
                side.members[index] = who
            elif mention.number == "plur" or entity.type in ("PER", "POST"):
                discourse.put(index, entity)

    def _who(self, number: int) -> int | None:
        """Return who speaks in a statement; one that names nobody goes on from the one before."""
        who = self.speaker(number)
        if who is None and self._statements[number].source is None and self._turn[number] > 0:
            who = self.speaker(self._order[self._turn[number] - 1])
        return who

    def _last_before(self, index: int) -> int | None:
        """Return the last statement that ends at most a paragraph before a quotation."""
        start = self._discourse.mentions[index].span[0]
        page = self._discourse.page
        place = bisect_left(self._main, start, key=lambda n: self._statements[n].cue[0])
        best = self._main[place - 1] if place else None
        if best is None:
            return None
        gap = page.paragraph(start) - page.paragraph(self._statements[best].cue[0])
        return best if gap <= 1 else None
