"""Retelling: what is told of an act that was told before, or will be told again."""

from __future__ import annotations

from dataclasses import replace

from simak.reading.event import setting, when, where
from simak.reading.event.argument import Arguments
from simak.reading.event.frame import FrameLexicon, Match
from simak.reading.event.merge import Telling, evidence
from simak.reading.event.scene import ENDS, Scene
from simak.reading.finding import EventFinding
from simak.reading.phrase import base

BODILY = frozenset({"ASSAULT"})
"""Acts that are also done to things and to people who are no party ("menyerang sebuah pos")."""

# Acts of which one and the same is told again by a bare noun; words are spoken more often.
_LASTING = frozenset({"CONSULT", "COOPERATE", "AGREE", "AID", "RETREAT", "PROTEST", "SANCTION",
                      "MOBILIZE", "COERCE", "ASSAULT"})  # fmt: skip
# Where a bare noun stands that tells an act again: "perundingan dipindahkan ke X".
_SAID_AGAIN = frozenset({"nsubj", "obj", "obl", "ROOT", "root", "conj"})
_BACK = frozenset({"itu", "ini", "tersebut"})
# Words that a clause between a noun and its "itu" may have.
_CLAUSE = 14


def also(telling: Telling, other: Telling) -> Telling:
    """Return the first of two tellings of one act with the evidence, time and place of both."""
    one, two = telling.event, other.event
    return replace(
        telling,
        event=replace(
            one,
            evidence=evidence(one.evidence, two.evidence),
            time=one.time if one.time is not None else two.time,
            place=one.place if one.place is not None else two.place,
        ),
    )


class Retelling:
    """Finds for a trigger the act of which it tells, among those told in one scene."""

    def __init__(self, scene: Scene, frames: FrameLexicon) -> None:
        self._scene = scene
        self._frames = frames

    def told_again(self, found: list[Telling], match: Match, first: int, last: int) -> bool:
        """Add "kesepakatan tersebut" to the evidence of the act that was told last before.

        Return False if the noun does not point back, or to no act that is known.
        """
        scene = self._scene
        if match.voice != "noun":
            return False
        back = self._points_back(last)
        if back is None:
            return False
        for index in range(len(found) - 1, max(-1, len(found) - 12), -1):
            telling = found[index]
            event = telling.event
            if event.type != match.frame.type:
                continue
            if telling.act != match.frame.act and event.type != "CONSULT":
                continue  # one meeting has many names: "bertemu ... Pembicaraan itu"
            bounds = setting.clause(scene, first, back)
            place, time = event.place, event.time
            if place is None and event.status == "actual":
                place = where.place(scene, bounds, first, match.frame)
            if time is None and event.status == "actual":
                time = when.time(scene, bounds, first, when.tag(scene, first), event.type)
                time = None if setting.in_future(scene, time) else time
            told = evidence(event.evidence, (setting.evidence(scene, bounds),))
            found[index] = replace(
                telling, event=replace(event, evidence=told, place=place, time=time)
            )
            return True
        return False

    def _points_back(self, last: int) -> int | None:
        """Return where "itu" or "tersebut" stands behind a noun, or None.

        Behind "yang" it may stand at the end of a clause: "rapat yang berlangsung dua jam itu".
        """
        scene = self._scene
        high = scene.sentence[last][1]
        at = last + 1
        while at <= high and at - last <= 2 and scene.tokens[at].pos_ == "ADJ":
            at += 1  # "rapat tertutup tersebut"
        if at > high:
            return None
        if scene.lower[at] in _BACK:
            return at
        if scene.lower[at] != "yang" or at >= high:
            return None
        if scene.lower[at + 1] not in scene.words.setting.held:
            return None
        for here in range(at + 2, min(high, at + _CLAUSE) + 1):
            if scene.lower[here] in ENDS or scene.lower[here] == ",":
                return None
            if scene.lower[here] in _BACK and scene.time[here] is None:
                return here
        return None

    def spoken(self, found: list[Telling]) -> None:
        """Add to acts of words when and where they were said, told in a sentence of its own.

        "Partani mengecam Belgarde. Pernyataan itu disampaikan di Rawa Elok, Senin (3/2)."
        """
        scene = self._scene
        for first, last in dict.fromkeys(scene.sentence):
            verb = next((at for at in range(first, min(last, first + 4)) if scene.is_verb(at)), -1)
            if verb < 0 or scene.lower[verb] not in scene.words.setting.voiced:
                continue
            if not any(word in _BACK for word in scene.lower[first:verb]):
                continue
            if scene.lower[first] not in scene.words.claim | {"hal"}:
                continue
            begin = scene.span(first, first)[0]
            index = next(
                (at for at in range(len(found) - 1, -1, -1) if found[at].event.trigger[1] < begin),
                None,
            )
            if index is None or found[index].event.type in where.DEEDS:
                continue
            event = found[index].event
            if scene.page.text.count(". ", event.trigger[1], begin) > 1:
                continue
            agent = scene.after(verb)
            if agent is not None and not set(agent.referents) & set(event.actors):
                continue
            bounds = (first, last)
            time, place = event.time, event.place
            if time is None:
                time = when.time(scene, bounds, verb, None, "CONSULT")
            if place is None:
                place = where.place(scene, bounds, verb)
            found[index] = replace(found[index], event=replace(event, time=time, place=place))

    def resulted(
        self, found: list[Telling], match: Match, arguments: Arguments, first: int
    ) -> bool:
        """Add to the act of its sentence what came of it: "serangan X menewaskan Y".

        "X menembak dan melukai Y" and "penembakan itu menewaskan Y" too are one act each.
        """
        scene = self._scene
        if match.voice != "active" or scene.lower[first] not in scene.words.result:
            return False
        low = scene.sentence[first][0]
        begin = scene.span(low, low)[0]
        doers = self.doers(found, match, first)
        for index in range(len(found) - 1, max(-1, len(found) - 6), -1):
            telling = found[index]
            event = telling.event
            if event.type != match.frame.type or event.status != "actual":
                continue
            if not event.actors or set(event.actors) != set(arguments.actors):
                continue
            if event.trigger[0] < begin and event.actors != doers:
                return False
            bounds = setting.clause(scene, arguments.first, arguments.last)
            told = evidence(event.evidence, (setting.evidence(scene, bounds),))
            befell = dict.fromkeys(event.recipients + arguments.recipients)
            recipients = tuple(one for one in befell if one not in event.actors)
            found[index] = replace(
                telling, event=replace(event, recipients=recipients, evidence=told)
            )
            return True
        return False

    def known(
        self, found: list[Telling], match: Match, first: int, last: int, arguments: Arguments
    ) -> EventFinding | None:
        """Return the act of which a noun without parties is another telling, or None.

        "Pembicaraan dipindahkan ke X": the parties are those of the talks told last before.
        """
        scene = self._scene
        if match.voice != "noun" or match.frame.type not in _LASTING:
            return None
        if arguments.actors or arguments.site is not None:
            return None
        if base(scene.tokens[first].dep_) not in _SAID_AGAIN or scene.after(last) is not None:
            return None
        high = min(last + 4, scene.sentence[last][1])
        there = where.place(scene, (first, high), first, match.frame)
        for telling in reversed(found[-12:]):
            event = telling.event
            if telling.implied or event.type != match.frame.type:
                continue
            if telling.act != match.frame.act and event.type != "CONSULT":
                continue
            moved = there is not None and there != event.place
            bare = event.place is None and self._held(last)
            if event.type != "CONSULT" and moved and not bare:
                continue  # talks move on, "serangan di Y" is another than that in X
            parties = event.recipients
            if match.frame.symmetric or not event.recipients:
                parties += event.actors
            if set(arguments.recipients) <= set(parties):
                return event
        return None

    def _held(self, last: int) -> bool:
        """Tell whether the noun's verb says only that it took place: "serangan terjadi di X"."""
        scene = self._scene
        held = scene.words.setting.held
        return any(word in held for word in scene.lower[last + 1 : last + 3])

    def doers(self, found: list[Telling], match: Match, first: int) -> tuple[int, ...]:
        """Return who did what the subject names: "penembakan itu menewaskan X"."""
        scene = self._scene
        low = max(scene.sentence[first][0], first - 8)
        if match.voice != "active" or match.frame.type not in BODILY:
            return ()
        at = first - 1
        while at > low and (
            scene.lower[at] in {"itu", "ini", "tersebut"} or scene.tokens[at].pos_ in {"ADV", "AUX"}
        ):
            at -= 1
        if at < low or (at > low and scene.tokens[at - 1].pos_ == "ADP"):
            return ()
        named = {one.frame.act for one in self._frames.at(scene.lower, at, at) if one.frame.noun}
        for telling in reversed(found[-6:]):
            if telling.act in named and telling.event.status == "actual":
                return telling.event.actors
        return ()

    def done_elsewhere(
        self, found: list[Telling], match: Match, arguments: Arguments, first: int
    ) -> int | None:
        """Return which other telling says who did it: "Wirya dipecat", by X as said elsewhere.

        That is the last before, or the first behind, that is done to one of the same.
        """
        if match.voice not in {"passive", "noun"} or match.frame.symmetric:
            return None
        if arguments.actors or not arguments.recipients:
            return None
        begin = self._scene.span(first, first)[0]
        befell = set(arguments.recipients)
        near: int | None = None
        for index, telling in enumerate(found):
            event = telling.event
            if telling.act != match.frame.act or event.type != match.frame.type:
                continue
            if telling.implied or not befell & set(event.recipients) or befell & set(event.actors):
                continue
            if near is None or event.trigger[0] < begin:
                near = index
        return near
