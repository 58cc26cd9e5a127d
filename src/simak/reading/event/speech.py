"""Speech: statements that are themselves acts toward a party ("mengecam X" is ACCUSE)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from simak.reading.event import setting, when, where
from simak.reading.event.addressee import AddresseeFinder
from simak.reading.event.argument import Arguments
from simak.reading.event.frame import AIMED, FrameLexicon, Match, Said
from simak.reading.event.judgement import JudgementFinder, JudgementLexicon
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
# Acts that are told without the one toward whom they are done; an accusation is not.
_ALONE = frozenset(
    {
        "reject", "deny", "condemn", "request", "demand", "order", "promise", "threaten",
        "apologise", "praise", "thank", "congratulate",
    }
)  # fmt: skip
# Acts that are done to the same party as the next one in a sentence.
_DEALINGS = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE", "CONSULT", "SUPPORT"})
# Who speaks, as the subject of what is done by speaking.
_SELF = frozenset({"kami", "kita", "saya", "aku"})
_SPOKEN = frozenset({"ACCUSE", "THREATEN", "REQUEST"})


class SpeechFinder:
    """Finds the events that the statements of one scene are."""

    def __init__(
        self,
        scene: Scene,
        frames: FrameLexicon,
        status: StatusFinder,
        judgements: JudgementLexicon,
    ) -> None:
        self._scene = scene
        self._frames = frames
        self._status = status
        self._addressees = AddresseeFinder(scene)
        self._judgements = JudgementFinder(scene, judgements)

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
        if speaker is None or not scene.actor(speaker):
            return None
        judged = self._judgements.find(statement, speaker)
        if judged is not None:
            said, match = judged[0], None
        if said is None:
            return None
        cue = scene.positions(statement.cue)
        if cue is None:
            return None
        if judged is not None:
            recipients = judged[1]
        else:
            recipients = self._addressees.find(index, said, speaker, arguments)
        answered = not recipients
        if answered:
            recipients = self._answered(index, said, speaker, found)
        if not recipients:
            if not self._alone(index, speaker):
                return None
            recipients = self._counterpart(index, speaker, found)
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
            time=self._told(index, speaker, when.said),
            place=self._told(index, speaker, where.said),
            confidence=self._frames.shares.event("answer" if answered else "speech", status),
        )
        return Telling(match.frame.act if match else said.name, event)

    def _alone(self, index: int, speaker: int) -> bool:
        """Tell whether the act of a statement is told of somebody named, toward nobody told here.

        Whom an accusation is against has to be known.
        """
        referent = self._scene.cast.referents[speaker]
        return self._scene.statements[index].act in _ALONE and (
            any(mention.kind in {"name", "acronym"} for mention in referent.mentions)
        )

    def _counterpart(self, index: int, speaker: int, found: Sequence[Telling]) -> tuple[int, ...]:
        """Return with whom the speaker had to do in an act told before in the sentence.

        "Wirya meminta warga pulang dan menjanjikan penyelidikan": it is promised to them.
        """
        scene = self._scene
        cue = scene.statements[index].cue[0]
        reached = bisect_right(found, cue, key=lambda one: one.event.trigger[1])
        for telling in reversed(found[max(0, reached - 4) : reached]):
            event = telling.event
            if event.type not in _DEALINGS or "." in scene.page.text[event.trigger[1] : cue]:
                continue
            if speaker in event.actors:
                others = event.recipients or event.actors
            else:
                others = event.actors if speaker in event.recipients else ()
            others = tuple(one for one in others if scene.actor(one) and one != speaker)
            if others:
                return others
        return ()

    def _told(
        self, index: int, speaker: int, read: Callable[[Scene, int | None], int | None]
    ) -> int | None:
        """Return time or place of a statement, or those of the words in which it is made.

        "Kami mengecam X," kata Wirya di Rawa Elok, Senin: that is when and where he does so.
        """
        found = read(self._scene, index)
        around = self._around(index)
        if found is None and around is not None and self._scene.said_by(around) == speaker:
            found = read(self._scene, around)
        return found

    def performed(self, trigger: int, arguments: Arguments, type: str) -> bool:
        """Tell whether an act is done by saying so: "kami mendukung X", kata Wirya."""
        scene = self._scene
        inside = scene.inside[trigger]
        if type in where.DEEDS or inside is None or scene.statements[inside].kind == "indirect":
            return False
        words = scene.lower[arguments.first : trigger]
        return not _SELF.isdisjoint(words) and scene.words.done.isdisjoint(words)

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

        That is an act told shortly before, of a type that calls for such an answer; for a denial
        or a refusal, one toward the speaker.
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
        if not pointed and statement.act not in {"deny", "reject"}:
            return ()
        teller = scene.said_by(self._around(index))
        cue = statement.cue[0]
        reached = bisect_right(found, cue, key=lambda one: one.event.trigger[1])
        earlier = [one.event for one in found[max(0, reached - 8) : reached]]
        for event in sorted(earlier, key=lambda event: event.trigger, reverse=True)[:5]:
            if event.type not in _ANSWERS[said.type] or speaker in event.actors:
                continue
            if cue - event.trigger[1] > _REACH:
                continue
            if teller is not None and teller in event.actors:
                continue  # "Belgarde menolak usul itu", kata Wirya: not an answer to Wirya
            near = scene.page.text.count(".", event.trigger[1], cue) <= 2
            toward = speaker in event.recipients and (near or statement.act != "reject")
            if (pointed and near) or toward:
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
