"""Reader of events: triggers, who acts, whether it was done, when and where; then one act once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simak.lexicon import Lexicon
from simak.reading.event import setting, when, where
from simak.reading.event.argument import ArgumentFinder, Arguments
from simak.reading.event.clause import Clause
from simak.reading.event.frame import AIMED, Frame, FrameLexicon, Match
from simak.reading.event.judgement import JudgementLexicon
from simak.reading.event.merge import Telling, merge
from simak.reading.event.retelling import BODILY, Retelling, also
from simak.reading.event.scene import Scene
from simak.reading.event.sharing import Sharing
from simak.reading.event.speech import SpeechFinder
from simak.reading.event.status import StatusFinder, StatusLexicon
from simak.reading.event.trigger import TriggerFinder
from simak.reading.event.word import ClauseLexicon, WordLexicon
from simak.reading.finding import Cast, EventFinding, StatementFinding
from simak.reading.page import Page

# Acts in words of which a noun tells who said them, often without to whom.
_SAID_BY = frozenset({"SUPPORT", "REJECT", "REQUEST"})
# Acts of words: a day that lies ahead is that of what they are about.
_WORDS = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})


class EventReader:
    """Reads the events of an article.

    >>> reader = EventReader(Lexicon())
    >>> reader.read(page, cast, statements)                              # doctest: +SKIP
    [EventFinding(type='CONSULT', mode=None, trigger=(14, 21), actors=(0,), ...)]

    Raises LexiconError if a data file has a fault.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.frames = FrameLexicon(lexicon)
        self.triggers = TriggerFinder(self.frames, lexicon)
        self.clauses = ClauseLexicon(lexicon)
        self.status = StatusLexicon(lexicon)
        self.judgements = JudgementLexicon(lexicon)
        self._words = WordLexicon(lexicon)

    def read(
        self, page: Page, cast: Cast, statements: Sequence[StatementFinding]
    ) -> list[EventFinding]:
        """Return the events, in the order of the text; indexes point into the three arguments."""
        if not cast.referents:
            return []
        scene = Scene(page, cast, list(statements), self._words)
        unnamed = frozenset(
            index
            for index, referent in enumerate(cast.referents)
            if not any(mention.kind in {"name", "acronym"} for mention in referent.mentions)
        )
        values = [time.value for time in page.times]
        return merge(_Reading(self, scene).tellings(), values, unnamed)


def _again(telling: Telling, known: EventFinding) -> Telling:
    """Let an act that was planned or denied not become done by being named once more."""
    if telling.event.status != "actual" or known.status == "actual":
        return telling
    return replace(telling, event=replace(telling.event, status=known.status))


class _Reading:
    """The reading of one article."""

    def __init__(self, reader: EventReader, scene: Scene) -> None:
        self._frames = reader.frames
        self._triggers = reader.triggers
        self._scene = scene
        self._arguments = ArgumentFinder(scene, Clause(scene, reader.clauses, reader.status))
        self._status = StatusFinder(scene, reader.status)
        self._again = Retelling(scene, reader.frames)
        self._speech = SpeechFinder(scene, reader.frames, self._status, reader.judgements)
        self._sharing = Sharing(scene, reader.status)

    def tellings(self) -> list[Telling]:
        """Return each telling of an act, in the order of the text."""
        found: list[Telling] = []
        cued: set[int] = set()
        unknown: list[tuple[int, int, Match, Arguments]] = []
        for first, last, matches in self._triggers.find(self._scene):
            statement = self._scene.cue_at(first, last)
            if statement is not None and statement in cued:
                continue
            spoken = [match for match in matches if self._speech.speaks(statement, match)]
            if statement is not None and spoken:
                cued.add(statement)
                arguments = self._arguments.find(spoken[0].frame, spoken[0].voice, first, last)
                arguments = self._sharing.fill(spoken[0], arguments, first, found)
                telling = self._speech.event(statement, spoken[0], arguments, found)
                if telling is not None:
                    found.append(telling)
                if telling is not None or spoken[0].voice != "passive":
                    continue  # else "Wirya didakwa mencuri": the agent may be taken for granted
            count = len(unknown)
            for match in matches:
                if self._again.told_again(found, match, first, last):
                    break
                arguments = self._arguments.find(match.frame, match.voice, first, last)
                known = self._again.known(found, match, first, last, arguments)
                if known is not None:
                    arguments = replace(
                        arguments, actors=known.actors, recipients=known.recipients, implied=True
                    )
                elif not arguments.actors:
                    arguments = replace(arguments, actors=self._again.doers(found, match, first))
                elif not arguments.recipients:
                    answered = self._speech.answered_act(match, arguments, last, found)
                    arguments = replace(arguments, recipients=answered)
                arguments = self._sharing.fill(match, arguments, first, found)
                if self._again.resulted(found, match, arguments, first):
                    break
                telling = self._of_trigger(first, last, match, arguments)
                if telling is not None and known is not None:
                    telling = _again(telling, known)
                if telling is not None:
                    found.append(telling)
                    del unknown[count:]
                    if statement is not None and match.voice == "active":
                        cued.add(statement)  # "jaksa menuntut X dihukum": it asks X for nothing
                    break
                if not arguments.actors:
                    unknown.append((first, last, match, arguments))
        for first, last, match, arguments in unknown:
            at = self._again.done_elsewhere(found, match, arguments, first)
            if at is not None:
                actors = found[at].event.actors
                arguments = replace(arguments, actors=actors, implied=True)
                telling = self._of_trigger(first, last, match, arguments)
                if telling is not None and telling.event.status == found[at].event.status:
                    found[at] = also(found[at], telling)
                elif telling is not None:
                    found.append(telling)
        for index in range(len(self._scene.statements)):
            if index not in cued:
                telling = self._speech.event(index, None, None, found)
                if telling is not None:
                    found.append(telling)
        found.sort(key=lambda telling: telling.event.trigger)
        self._again.spoken(found)
        return self._sharing.upon(self._sharing.protests(found))

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
        tag = when.tag(scene, first)
        mode = frame.mode
        if frame.type in AIMED and mode is None:
            mode = self._frames.aim(frame.type, scene.lower[last + 1 : bounds[1] + 12])
        status = self._status.find(arguments.predicate, first, last, frame.type)
        if match.voice == "passive" and arguments.implied and status == "hypothetical":
            return None  # "harus dibebaskan": nobody did it
        wider = setting.clause(scene, arguments.first, arguments.last, joined=True)
        time = when.time(scene, bounds, first, tag, frame.type)
        if time is None:
            time = when.time(scene, wider, first, tag, frame.type)
        if status == "actual" and setting.in_future(scene, time):
            if frame.type in _WORDS:
                time = None  # "menjanjikan rumah pada 2030" is promised now
            else:
                status = "planned"
        place = self._place((bounds, wider), first, frame, arguments)
        recipients = arguments.recipients
        if frame.mode == "visit":  # a town is where one goes, a country whom one visits
            recipients = tuple(one for one in recipients if one != place)
        if status == "actual" and self._speech.performed(first, arguments, frame.type):
            time = tag if time is None else time
            place = where.said(scene, inside) if place is None else place
        event = EventFinding(
            type=frame.type,
            mode=mode,
            trigger=scene.span(first, last),
            actors=arguments.actors,
            recipients=recipients,
            status=status,
            evidence=(setting.evidence(scene, bounds),),
            asserted_by=inside,
            time=time,
            place=place,
            confidence=self._frames.confidence(match, status, implied=arguments.implied),
        )
        return Telling(frame.act, event, arguments.implied)

    def _enough(self, match: Match, arguments: Arguments) -> bool:
        """Tell whether as many parties are known as the frame asks for."""
        if arguments.recipients or arguments.told:
            return True
        if arguments.mutual:
            return len(arguments.actors) > 1 or self._plural(arguments.actors)
        if match.frame.mode == "visit" and arguments.site is not None:
            return True
        if match.voice == "noun" and match.frame.type in _SAID_BY and not arguments.implied:
            return self._named(arguments.actors)  # "permintaan X"
        if arguments.thing and match.frame.type in BODILY:
            return True
        if match.frame.parties < 2 and not match.frame.symmetric:
            return True
        if not match.frame.symmetric:
            return False
        alone = match.frame.parties < 2 and match.voice in {"noun", "active"}
        if alone and self._body(arguments.actors):
            return True
        return len(arguments.actors) > 1 or self._plural(arguments.actors)

    def _place(
        self,
        clauses: tuple[tuple[int, int], ...],
        first: int,
        frame: Frame,
        arguments: Arguments,
    ) -> int | None:
        if frame.type not in where.DEEDS:
            clauses = clauses[:1]  # "mengajukan banding dan kini ditahan di X"
        found = (where.place(self._scene, bounds, first, frame) for bounds in clauses)
        place = next((one for one in found if one is not None), None)
        if place is None:
            place = arguments.site
        if place is not None and place in arguments.recipients and frame.mode == "visit":
            return None if where.country(self._scene, place) else place
        return None if place in arguments.actors else place

    def _body(self, actors: tuple[int, ...]) -> bool:
        """Tell whether a body is among them, which can meet by itself ("pertemuan OPEC")."""
        return any(self._scene.cast.referents[index].type in {"ORG", "NORP"} for index in actors)

    def _named(self, actors: tuple[int, ...]) -> bool:
        """Tell whether one of them has a name."""
        return any(
            mention.kind in {"name", "acronym"}
            for index in actors
            for mention in self._scene.cast.referents[index].mentions
        )

    def _plural(self, actors: tuple[int, ...]) -> bool:
        scene = self._scene
        return any(
            scene.cast.referents[index].type == "GROUP"
            or any(mention.number == "plur" for mention in scene.cast.referents[index].mentions)
            for index in actors
        )
