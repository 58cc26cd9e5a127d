"""Reader of events: triggers, who acts, whether it was done, when and where; then one act once."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from simak.lexicon import Lexicon
from simak.reading.event import setting
from simak.reading.event.argument import ArgumentFinder, ArgumentLexicon, Arguments
from simak.reading.event.frame import FrameLexicon, Match, Said
from simak.reading.event.merge import Telling, evidence, merge
from simak.reading.event.scene import Scene, WordLexicon
from simak.reading.event.status import StatusFinder, StatusLexicon
from simak.reading.finding import Cast, EventFinding, StatementFinding
from simak.reading.page import Page

# An article is of a field when this many different words of it stand there, and these words make
# up this share of all.
_FIELD_WORDS = 3
_FIELD_SHARE = 0.012
# Characters between an act and the statement that answers it, at most.
_REACH = 1500
_AIMED = frozenset({"REQUEST", "REJECT"})
# Answers to an act: toward whom is known from the act that was told before.
_ANSWERS = {
    "ACCUSE": frozenset(
        {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN", "REJECT", "ACCUSE"}
    ),
    "REJECT": frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"}),
    "SUPPORT": frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE", "AGREE"}),
}
_SPOKEN = frozenset({"ACCUSE", "THREATEN", "REQUEST"})


class EventReader:
    """Reads the events of an article.

    >>> reader = EventReader(Lexicon())
    >>> reader.read(page, cast, statements)                              # doctest: +SKIP
    [EventFinding(type='CONSULT', mode=None, trigger=(14, 21), actors=(0,), ...)]

    Raises LexiconError if a data file has a fault.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._frames = FrameLexicon(lexicon)
        self._arguments = ArgumentLexicon(lexicon)
        self._status = StatusLexicon(lexicon)
        self._words = WordLexicon(lexicon)
        self._fields: dict[str, str] = {
            row["word"].lower(): row["field"]
            for row in lexicon.rows("field.tsv", ("word", "field"))
        }
        self._aims: dict[str, str] = {}
        for row in lexicon.rows("aim.tsv", ("word", "mode")):
            self._aims[row["word"].lower()] = row.one_of(
                "mode", ("assist", "change", "yield", "meet")
            )

    def read(
        self, page: Page, cast: Cast, statements: Sequence[StatementFinding]
    ) -> list[EventFinding]:
        """Return the events, in the order of the text; indexes point into the three arguments."""
        if not cast.referents:
            return []
        scene = Scene(page, cast, list(statements), self._words)
        return merge(_Reading(self, scene).tellings())

    def fields(self, scene: Scene) -> frozenset[str]:
        """Return the fields of which the article is: "sport" and the like."""
        found: dict[str, Counter[str]] = {}
        words = [*scene.lower, *(f"{one} {two}" for one, two in pairwise(scene.lower))]
        for word in words:
            field = self._fields.get(word)
            if field is not None:
                found.setdefault(field, Counter())[word] += 1
        return frozenset(
            field
            for field, counts in found.items()
            if len(counts) >= _FIELD_WORDS
            and counts.total() >= _FIELD_SHARE * max(len(scene.lower), 1)
        )

    def triggers(self, scene: Scene) -> Iterator[tuple[int, int, list[Match]]]:
        """Yield first and last position of each trigger, with the frames that fit there.

        Several may fit the same words; they stand in the order of ``frame.tsv``.
        """
        fields = self.fields(scene)
        at = 0
        while at < len(scene.tokens):
            matches = self._matches(scene, at, fields)
            if matches:
                yield at, at + matches[0].length - 1, matches
            at += matches[0].length if matches else 1

    def _matches(self, scene: Scene, at: int, fields: frozenset[str]) -> list[Match]:
        found: list[Match] = []
        for match in self._frames.at(scene.lower, at, scene.sentence[at][1]):
            last = at + match.length - 1
            if found and match.length < found[0].length:
                break
            if match.frame.fits(scene.around(at, last), fields) and not self._in_name(scene, at):
                found.append(match)
        return found

    def _in_name(self, scene: Scene, at: int) -> bool:
        """Tell whether the word is part of a name ("Komisi Pemberantasan Korupsi")."""
        token = scene.tokens[at]
        if scene.page.skipped(token.idx, token.idx + len(token)):
            return True
        if not token.text[0].isupper() or at == scene.sentence[at][0]:
            return False
        if not scene.tokens[at - 1].text[0].isalnum() and not scene.named[at]:
            return False  # behind a dash or a quotation mark a sentence begins
        return scene.named[at] or bool(token.ent_type_) or token.pos_ == "PROPN"

    @property
    def said(self) -> dict[str, Said]:
        """The events that statements are, by act."""
        return {str(act): said for act, said in self._frames.said.items()}

    def aim(self, words: Sequence[str]) -> str | None:
        """Return the mode of a request or refusal by what it is about."""
        return next((self._aims[word] for word in words if word in self._aims), None)

    def finders(self, scene: Scene) -> tuple[ArgumentFinder, StatusFinder]:
        """Return the finders of arguments and status for one scene."""
        return (
            ArgumentFinder(scene, self._arguments, self._status),
            StatusFinder(scene, self._status),
        )


class _Reading:
    """The reading of one article."""

    def __init__(self, reader: EventReader, scene: Scene) -> None:
        self._reader = reader
        self._scene = scene
        self._arguments, self._status = reader.finders(scene)
        self._said = reader.said

    def tellings(self) -> list[Telling]:
        """Return each telling of an act, in the order of the text."""
        found: list[Telling] = []
        cued: set[int] = set()
        for first, last, matches in self._reader.triggers(self._scene):
            statement = self._scene.cue_at(first, last)
            if statement is not None and statement in cued:
                continue
            spoken = [match for match in matches if self._speaks(statement, match)]
            if statement is not None and spoken:
                cued.add(statement)
                arguments = self._arguments.find(spoken[0].frame, spoken[0].voice, first, last)
                telling = self._of_statement(statement, spoken[0], arguments, found)
                if telling is not None:
                    found.append(telling)
                continue
            for match in matches:
                if self._told_again(found, match, first, last):
                    break
                arguments = self._arguments.find(match.frame, match.voice, first, last)
                telling = self._of_trigger(first, last, match, arguments)
                if telling is not None:
                    found.append(telling)
                    break
        for index in range(len(self._scene.statements)):
            if index not in cued:
                telling = self._of_statement(index, None, None, found)
                if telling is not None:
                    found.append(telling)
        return sorted(found, key=lambda telling: telling.event.trigger)

    def _told_again(self, found: list[Telling], match: Match, first: int, last: int) -> bool:
        """Add "kesepakatan tersebut" to the evidence of the act that was told last before.

        Return False if the noun does not point back, or to no act that is known.
        """
        scene = self._scene
        if match.voice != "noun" or last + 1 > scene.sentence[last][1]:
            return False
        if scene.lower[last + 1] not in {"itu", "ini", "tersebut"}:
            return False
        for index in range(len(found) - 1, max(-1, len(found) - 12), -1):
            telling = found[index]
            if telling.act != match.frame.act or telling.event.type != match.frame.type:
                continue
            bounds = setting.clause(scene, first, last)
            told = evidence(telling.event.evidence, (setting.evidence(scene, bounds),))
            found[index] = replace(telling, event=replace(telling.event, evidence=told))
            return True
        return False

    def _speaks(self, statement: int | None, match: Match) -> bool:
        """Tell whether the trigger is the act of the statement itself, not a word in its cue."""
        if statement is None:
            return False
        act = self._scene.statements[statement].act
        said = self._said.get(act)
        if said is None:
            return act == "say" and match.frame.type in _SPOKEN
        return said.type == match.frame.type

    def _of_trigger(
        self, first: int, last: int, match: Match, arguments: Arguments
    ) -> Telling | None:
        scene, frame = self._scene, match.frame
        if not arguments.actors or not self._enough(match, arguments):
            return None
        if match.voice == "noun" and any(
            scene.lower[at] in scene.words.generic
            for at in range(max(scene.sentence[first][0], first - 2), first)
        ):
            return None
        bounds = setting.clause(scene, arguments.first, arguments.last)
        inside = scene.inside[first]
        tag = None if inside is None else scene.statements[inside].time
        mode = frame.mode
        if frame.type in _AIMED and mode is None:
            mode = self._reader.aim(scene.lower[last + 1 : bounds[1] + 12])
        status = self._status.find(arguments.predicate, first, last)
        time = setting.time(scene, bounds, first, tag)
        if status == "actual" and setting.in_future(scene, time):
            status = "planned"
        event = EventFinding(
            type=frame.type,
            mode=mode,
            trigger=scene.span(first, last),
            actors=arguments.actors,
            recipients=arguments.recipients,
            status=status,
            evidence=(setting.evidence(scene, bounds),),
            asserted_by=inside,
            time=time,
            place=self._place(bounds, first, arguments),
            confidence=frame.confidence - (0.15 if arguments.implied else 0.0),
        )
        return Telling(frame.act, event, arguments.implied)

    def _enough(self, match: Match, arguments: Arguments) -> bool:
        """Tell whether as many parties are known as the frame asks for."""
        if arguments.recipients or arguments.told:
            return True
        if match.frame.mode == "visit" and arguments.site is not None:
            return True
        if match.frame.parties < 2 and not match.frame.symmetric:
            return True
        if not match.frame.symmetric:
            return False
        if match.frame.parties < 2 and match.voice == "noun" and self._body(arguments.actors):
            return True
        return len(arguments.actors) > 1 or self._plural(arguments.actors)

    def _place(self, bounds: tuple[int, int], first: int, arguments: Arguments) -> int | None:
        place = setting.place(self._scene, bounds, first)
        if place is None:
            place = arguments.site
        return None if place in arguments.actors else place

    def _body(self, actors: tuple[int, ...]) -> bool:
        """Tell whether a body is among them, which can meet by itself ("pertemuan OPEC")."""
        return any(self._scene.cast.referents[index].type in {"ORG", "NORP"} for index in actors)

    def _plural(self, actors: tuple[int, ...]) -> bool:
        scene = self._scene
        return any(
            scene.cast.referents[index].type == "GROUP"
            or any(mention.number == "plur" for mention in scene.cast.referents[index].mentions)
            for index in actors
        )

    def _of_statement(
        self,
        index: int,
        match: Match | None,
        arguments: Arguments | None,
        found: Sequence[Telling],
    ) -> Telling | None:
        """Return the event that a statement itself is, if it is one toward a known party."""
        scene = self._scene
        statement = scene.statements[index]
        said = self._said.get(statement.act)
        if said is None and match is not None:
            said = Said(match.frame.act, match.frame.type, match.frame.mode, start=True)
        speaker = scene.said_by(index)
        if said is None or speaker is None or not scene.actor(speaker):
            return None
        cue = scene.positions(statement.cue)
        if cue is None:
            return None
        recipients = self._addressed(index, said, speaker, arguments)
        answered = not recipients
        if answered:
            recipients = self._answered(index, said, speaker, found)
        if not recipients:
            return None
        first, last = cue
        words: list[str] = []
        begin, end = first, last
        if statement.source is not None:
            source = scene.positions(statement.source)
            if source and scene.sentence[source[0]] == scene.sentence[first]:
                begin, end = min(begin, source[0]), max(end, source[1])
        for span in statement.content:
            content = scene.positions(span)
            if content is None:
                continue
            words += scene.lower[content[0] : min(content[1] + 1, content[0] + 40)]
            if scene.sentence[content[0]] == scene.sentence[first]:
                begin, end = min(begin, content[0]), max(end, content[1])
        mode = (match.frame.mode if match else None) or said.mode
        if said.type in _AIMED and mode is None:
            mode = self._reader.aim(words)
        status = self._status.find(first, first, last)
        if statement.act in {"deny", "reject"} and status == "denied":
            status = "actual"  # the negation is the refusal itself
        bounds = (begin, end)
        event = EventFinding(
            type=said.type,
            mode=mode,
            trigger=statement.cue,
            actors=(speaker,),
            recipients=recipients,
            status=status,
            evidence=(setting.evidence(scene, bounds),),
            asserted_by=self._around(index),
            statement=index,
            time=statement.time,
            place=scene.referent(statement.place_head)
            if statement.place_head is not None
            else None,
            confidence=0.35 if answered else min(0.7, statement.confidence),
        )
        return Telling(match.frame.act if match else said.name, event)

    def _around(self, index: int) -> int | None:
        """Return the statement inside which statement ``index`` is made, or None."""
        statement = self._scene.statements[index]
        if statement.within is not None:
            return statement.within
        cue = self._scene.positions(statement.cue)
        inside = None if cue is None else self._scene.inside[cue[0]]
        return None if inside == index else inside

    def _answered(
        self, index: int, said: Said, speaker: int, found: Sequence[Telling]
    ) -> tuple[int, ...]:
        """Return who did what the statement answers: "Rawa Elok mengecam tindakan tersebut".

        That is an act told shortly before, of a type that calls for such an answer; for a denial,
        an accusation against the speaker.
        """
        scene = self._scene
        statement = scene.statements[index]
        content = scene.positions(statement.content[0]) if statement.content else None
        if said.type not in _ANSWERS or statement.kind == "direct" or content is None:
            return ()
        pointed = any(
            scene.lower[at] in {"itu", "tersebut", "ini"}
            and scene.tokens[content[0]].pos_ in {"NOUN", "PRON", "DET"}
            for at in range(content[0], min(content[1], content[0] + 2) + 1)
        )
        if not pointed and statement.act != "deny":
            return ()
        cue = statement.cue[0]
        reached = bisect_right(found, cue, key=lambda one: one.event.trigger[1])
        earlier = [one.event for one in found[max(0, reached - 8) : reached]]
        for event in sorted(earlier, key=lambda event: event.trigger, reverse=True)[:5]:
            if event.type not in _ANSWERS[said.type] or speaker in event.actors:
                continue
            if cue - event.trigger[1] > _REACH:
                continue
            near = scene.page.text.count(".", event.trigger[1], cue) <= 2
            if (pointed and near) or speaker in event.recipients:
                return tuple(one for one in event.actors if scene.actor(one))
        return ()

    def _addressed(
        self, index: int, said: Said, speaker: int, arguments: Arguments | None
    ) -> tuple[int, ...]:
        """Return to whom a statement's act is done: addressee, object or party named."""
        scene = self._scene
        to = scene.said_to(index)
        if to is not None and to != speaker and scene.actor(to):
            return (to,)
        if arguments is not None:
            known = tuple(one for one in arguments.recipients if one != speaker)
            if known and scene.statements[index].act != "deny":
                return known
        denies = scene.statements[index].act == "deny"
        for span in scene.statements[index].content[:1]:
            content = scene.positions(span)
            if content is None:
                return ()
            first, last = content
            reach = first if said.start else min(last, first + (2 if denies else 14))
            if denies and scene.tokens[first].pos_ != "NOUN":
                return ()  # "membantah X mencuri" is not said to X
            for at in range(first, reach + 1):
                unit = scene.starting[at]
                if unit is None or unit.referent == speaker or not scene.actor(unit.referent):
                    continue
                if denies and at == first:
                    return ()
                if at > first and scene.tokens[at - 1].pos_ == "ADP":
                    continue  # "mengutuk serangan terhadap X" is not done to X
                party = scene.after(at - 1, last) if at > scene.sentence[at][0] else None
                found = party.referents if party is not None else (unit.referent,)
                return tuple(one for one in found if one != speaker and scene.actor(one))
        return ()
