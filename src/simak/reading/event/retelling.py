"""Retelling: what is told of an act that was told before, or will be told again."""

from __future__ import annotations

from dataclasses import replace

from simak.reading.event import setting, when, where
from simak.reading.event.argument import Arguments
from simak.reading.event.frame import FrameLexicon, Match
from simak.reading.event.merge import Telling, evidence
from simak.reading.event.scene import Scene
from simak.reading.finding import EventFinding
from simak.reading.phrase import base

BODILY = frozenset({"ASSAULT"})
"""Acts that are also done to things and to people who are no party ("menyerang sebuah pos")."""

# Acts of which one and the same is told again by a bare noun; words are spoken more often.
_LASTING = frozenset({"CONSULT", "COOPERATE", "AGREE", "AID", "RETREAT", "PROTEST", "SANCTION",
                      "MOBILIZE", "COERCE", "ASSAULT"})  # fmt: skip
# Where a bare noun stands that tells an act again: "perundingan dipindahkan ke X".
_SAID_AGAIN = frozenset({"nsubj", "obj", "obl", "ROOT", "root", "conj"})


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
        if match.voice != "noun" or last + 1 > scene.sentence[last][1]:
            return False
        if scene.lower[last + 1] not in {"itu", "ini", "tersebut"}:
            return False
        for index in range(len(found) - 1, max(-1, len(found) - 12), -1):
            telling = found[index]
            event = telling.event
            if event.type != match.frame.type:
                continue
            if telling.act != match.frame.act and event.type != "CONSULT":
                continue  # one meeting has many names: "bertemu ... Pembicaraan itu"
            bounds = setting.clause(scene, first, last)
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
            if event.type != "CONSULT" and there is not None and there != event.place:
                continue  # talks move on, "serangan di Y" is another than that in X
            parties = event.recipients
            if match.frame.symmetric or not event.recipients:
                parties += event.actors
            if set(arguments.recipients) <= set(parties):
                return event
        return None

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
