"""Speech: statements that are themselves acts toward a party ("mengecam X" is ACCUSE)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from simak.indonesian.clitic import is_clitic
from simak.reading.event import setting
from simak.reading.event.argument import Arguments
from simak.reading.event.frame import AIMED, FrameLexicon, Match, Said
from simak.reading.event.merge import Telling
from simak.reading.event.scene import Scene
from simak.reading.event.status import StatusFinder
from simak.reading.finding import EventFinding

# Characters between an act and the statement that answers it, at most.
_REACH = 1500
# Answers to an act: toward whom is known from the act that was told before.
_ANSWERS = {
    "ACCUSE": frozenset(
        {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN", "REJECT", "ACCUSE"}
    ),
    "REJECT": frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"}),
    "SUPPORT": frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE", "AGREE"}),
}
# Prepositions before whom the act that is blamed was done to, or where.
_UNDERGOES = frozenset({"terhadap", "kepada", "pada", "atas", "di", "ke"})
_SPOKEN = frozenset({"ACCUSE", "THREATEN", "REQUEST"})


class SpeechFinder:
    """Finds the events that the statements of one scene are."""

    def __init__(self, scene: Scene, frames: FrameLexicon, status: StatusFinder) -> None:
        self._scene = scene
        self._frames = frames
        self._status = status

    def speaks(self, statement: int | None, match: Match) -> bool:
        """Tell whether the trigger is the act of the statement itself, not a word in its cue."""
        if statement is None:
            return False
        act = self._scene.statements[statement].act
        said = self._frames.said.get(act)
        if said is None:
            return act in {"say", "warn"} and match.frame.type in _SPOKEN
        return said.type == match.frame.type or (act, match.frame.type) == ("promise", "THREATEN")

    def event(
        self,
        index: int,
        match: Match | None,
        arguments: Arguments | None,
        found: Sequence[Telling],
    ) -> Telling | None:
        """Return the event that a statement itself is, if it is one toward a known party."""
        scene = self._scene
        statement = scene.statements[index]
        said = self._frames.said.get(statement.act)
        if match is not None and (said is None or said.type != match.frame.type):
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
        if said.type in AIMED and mode is None:
            mode = self._frames.aim(said.type, words)
        status = self._status.find(first, first, last, said.type)
        if statement.act in {"deny", "reject"} and status == "denied":
            status = "actual"  # the negation is the refusal itself
        bounds = (begin, end)
        actors = self._speakers(first, speaker)
        if arguments is not None and len(actors) == 1 and speaker in arguments.actors:
            actors = arguments.actors
        event = EventFinding(
            type=said.type,
            mode=mode,
            trigger=statement.cue,
            actors=actors,
            recipients=tuple(one for one in recipients if one not in actors),
            status=status,
            evidence=(setting.evidence(scene, bounds),),
            asserted_by=self._around(index),
            statement=index,
            time=statement.time,
            place=scene.referent(statement.place_head)
            if statement.place_head is not None
            else None,
            confidence=self._frames.shares.event("answer" if answered else "speech", status),
        )
        return Telling(match.frame.act if match else said.name, event)

    def _speakers(self, cue: int, speaker: int) -> tuple[int, ...]:
        """Return all who speak: "X, Y, dan Z meminta ..."."""
        party = self._scene.before(cue)
        if party is None or speaker not in party.referents:
            return (speaker,)
        actors = tuple(one for one in party.referents if self._scene.actor(one))
        return actors if speaker in actors else (speaker,)

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
        return self._replied(index, said, speaker) if pointed else ()

    def answered_act(
        self, match: Match, arguments: Arguments, last: int, found: Sequence[Telling]
    ) -> tuple[int, ...]:
        """Return whose words a verb answers: "Tarumaya menolak permintaan itu"."""
        scene = self._scene
        high = scene.sentence[last][1]
        if match.voice != "active" or match.frame.type not in _ANSWERS or last + 2 > high:
            return ()
        if scene.lower[last + 1] not in scene.words.claim or not arguments.actors:
            return ()
        if scene.lower[last + 2] not in {"itu", "tersebut", "ini"}:
            return ()
        start = scene.span(last, last)[0]
        for telling in reversed(found[-5:]):
            event = telling.event
            if event.type not in _ANSWERS[match.frame.type] or event.trigger[1] > start:
                continue
            if set(event.actors) & set(arguments.actors):
                continue
            if scene.page.text.count(".", event.trigger[1], start) > 2:
                return ()
            return tuple(one for one in event.actors if scene.actor(one))
        return ()

    def _replied(self, index: int, said: Said, speaker: int) -> tuple[int, ...]:
        """Return who said what is refused or blamed: "Wirya menolak usul tersebut"."""
        scene = self._scene
        if said.type not in {"REJECT", "ACCUSE"}:
            return ()
        statement = scene.statements[index]
        content = scene.positions(statement.content[0])
        if content is None or scene.lower[content[0]] not in scene.words.claim:
            return ()
        earlier = [
            other
            for other in range(max(0, index - 4), min(len(scene.statements), index + 4))
            if scene.statements[other].cue[1] <= statement.cue[0] and other != index
        ]
        for other in sorted(earlier, key=lambda one: scene.statements[one].cue, reverse=True)[:2]:
            cue = scene.statements[other].cue
            who = scene.said_by(other)
            near = scene.page.text.count(".", cue[1], statement.cue[0]) <= 2
            if who is not None and who == scene.said_by(self._around(index)):
                continue  # "Tarumaya menolak usul itu", kata Wirya: not an answer to Wirya
            if near and who is not None and who != speaker and scene.actor(who):
                return (who,)
        return ()

    def _possessor(self, index: int) -> int | None:
        """Return whose act the cue says it is: the clitic of "menyampaikan terima kasihnya"."""
        scene = self._scene
        cue = scene.positions(scene.statements[index].cue)
        behind = cue[1] + 1 if cue is not None else len(scene.tokens)
        if behind >= len(scene.tokens) or not is_clitic(scene.tokens[behind]):
            return None
        unit = scene.starting[behind]
        return unit.referent if unit is not None else None

    def _addressed(
        self, index: int, said: Said, speaker: int, arguments: Arguments | None
    ) -> tuple[int, ...]:
        """Return to whom a statement's act is done: addressee, object or party named."""
        scene = self._scene
        to = scene.said_to(index)
        if to is not None and to != speaker and scene.actor(to):
            if arguments is not None and to in arguments.recipients:
                return tuple(one for one in arguments.recipients if one != speaker)
            return (to,)
        if arguments is not None:
            own = (speaker, self._possessor(index))
            known = tuple(one for one in arguments.recipients if one not in own)
            if known and scene.statements[index].act != "deny":
                return known
        denies = scene.statements[index].act == "deny"
        for span in scene.statements[index].content[:1]:
            content = scene.positions(span)
            if content is None:
                return ()
            first, last = content
            reach = first if said.start else min(last, first + (2 if denies else 14))
            if denies and scene.lower[first] not in scene.words.claim:
                return ()  # "membantah X mencuri", "membantah kabar X" is not said to X
            behalf = False  # in "mewakili warga X": for whom, not to whom, something is said
            before = ""  # the preposition on which a word may hang
            for at in range(first, reach + 1):
                if scene.lower[at] in scene.words.behalf:
                    behalf = True
                elif scene.tokens[at].pos_ == "ADP":
                    behalf, before = False, scene.lower[at]
                elif scene.tokens[at].pos_ in {"VERB", "PUNCT", "CCONJ", "SCONJ", "PRON"}:
                    before = ""
                unit = scene.starting[at]
                if (
                    behalf
                    or unit is None
                    or unit.referent == speaker
                    or not scene.actor(unit.referent)
                ):
                    continue
                if denies and at == first:
                    return ()
                if said.type == "ACCUSE" and before in _UNDERGOES:
                    continue  # "mengutuk serangan terhadap warga X" is not done to X
                if said.type == "AGREE" and at == first and self._verb_behind(unit.last):
                    return ()  # "menjanjikan Partani akan pulang": Partani is the subject
                hung = at > first and scene.tokens[at - 1].pos_ == "ADP" and before != "oleh"
                if hung and said.type != "THREATEN":
                    continue  # "selamat dari X", but "mengancam keluar dari X"
                party = scene.after(at - 1, last) if at > scene.sentence[at][0] else None
                found = party.referents if party is not None else (unit.referent,)
                return tuple(one for one in found if one != speaker and scene.actor(one))
        return ()

    def _verb_behind(self, last: int) -> bool:
        """Tell whether a verb follows, perhaps behind "akan": what stands before is its subject."""
        scene = self._scene
        behind = scene.lower[last + 1 : last + 3]
        return any(
            scene.is_verb(last + 1 + step) and (step == 0 or behind[0] == "akan")
            for step in range(len(behind))
        )
