"""Sharing: parties that one act of an article lends to another.

"Polisi menangkap Wirya dan menyita dua telepon": they were seized from Wirya. "Ratna menemui Wirya
untuk meminta bantuan": it is asked of Wirya. "Buruh berunjuk rasa menuntut Partani ...": they
protest against Partani.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simak.reading.event.argument import Arguments
from simak.reading.event.frame import Match
from simak.reading.event.merge import Telling
from simak.reading.event.scene import Scene
from simak.reading.event.status import StatusLexicon

# Whom somebody meets, they ask, promise or thank: these types borrow the other party of a meeting.
_TOLD_THERE = frozenset({"REQUEST", "AGREE", "THREATEN", "CONCEDE", "SUPPORT"})
# What befalls one and the same in a row of sentences: "X ditangkap. Kini diperiksa penyidik."
_BEFALLS = frozenset({"COERCE", "ACCUSE", "SANCTION", "ASSAULT"})
# Claims for which people take to the streets, against whom they are made.
_CLAIMS = frozenset({"REQUEST", "ACCUSE", "REJECT"})
# Acts that answer what somebody did.
_UPON_ACTS = frozenset({"SANCTION", "ACCUSE"})
# Acts of the law before which a thing is seized from somebody.
_LAWFUL = frozenset({"arrest", "seize", "investigate"})


class Sharing:
    """Fills the parties of acts from other acts of one scene."""

    def __init__(self, scene: Scene, status: StatusLexicon) -> None:
        self._scene = scene
        self._status = status

    def fill(
        self, match: Match, arguments: Arguments, first: int, found: Sequence[Telling]
    ) -> Arguments:
        """Return the arguments with the parties that acts told before lend to the act."""
        if not arguments.actors and (match.frame.symmetric or match.frame.type == "AGREE"):
            return self._both_sides(match, arguments, first, found)
        if arguments.recipients:
            return self._by_whom(match, arguments, found)
        if match.frame.act in {"geledah", "sita"}:
            return self._seized_from(match, arguments, first, found)
        if match.voice == "passive":
            return self._still(match, arguments, first, found)
        if match.frame.act == "mangkir":
            return replace(arguments, recipients=self._summoned(arguments, found))
        return self._told_there(match, arguments, first, found)

    def _by_whom(self, match: Match, arguments: Arguments, found: Sequence[Telling]) -> Arguments:
        """Take who did it from another telling, where a passive names nobody."""
        if match.voice != "passive" or arguments.actors:
            return arguments
        for telling in reversed(found[-12:]):
            event = telling.event
            if telling.act != match.frame.act or telling.implied or event.type != match.frame.type:
                continue
            if set(arguments.recipients) <= set(event.recipients) and event.status == "actual":
                return replace(arguments, actors=event.actors, implied=True)
        return arguments

    def _both_sides(
        self, match: Match, arguments: Arguments, first: int, found: Sequence[Telling]
    ) -> Arguments:
        """Take who agrees from the meeting told last: "X menemui Y. Mereka sepakat ..."."""
        scene = self._scene
        at = first - 1
        low = scene.sentence[first][0]
        while at > low and self._status.in_chain(scene.lower[at]):
            at -= 1
        if match.voice != "active" or at < low or scene.lower[at] != "mereka" or not found:
            return arguments
        event = found[-1].event
        parties = tuple(dict.fromkeys(event.actors + event.recipients))
        near = self._apart(event.trigger[0], first) <= 1
        if event.type != "CONSULT" or event.status != "actual" or len(parties) < 2 or not near:
            return arguments
        return replace(arguments, actors=parties)

    def _seized_from(
        self, match: Match, arguments: Arguments, first: int, found: Sequence[Telling]
    ) -> Arguments:
        """Take from whom a thing is seized: who was arrested or searched just before."""
        for telling in reversed(found[-5:]):
            event = telling.event
            if event.mode not in _LAWFUL or not event.recipients or event.status != "actual":
                continue
            if self._apart(event.trigger[0], first) > 2:
                break
            if not arguments.actors and match.voice == "passive":
                actors = event.actors
            elif set(arguments.actors) & set(event.actors):
                actors = arguments.actors
            else:
                continue
            rest = tuple(one for one in event.recipients if one not in actors)
            return replace(arguments, actors=actors, recipients=rest)
        return arguments

    def _still(
        self, match: Match, arguments: Arguments, first: int, found: Sequence[Telling]
    ) -> Arguments:
        """Take to whom it is done from the sentence before, if its own names nobody before it."""
        scene = self._scene
        if match.frame.type not in _BEFALLS or "object" not in match.frame.recipient or not found:
            return arguments
        low = scene.sentence[first][0]
        for at in range(low, first):
            bare = scene.time[at] is not None or scene.tokens[at].pos_ in {"ADV", "AUX", "PUNCT"}
            if not bare and not scene.opens(at) and not self._status.in_chain(scene.lower[at]):
                return arguments
        telling = found[-1]
        event = telling.event
        if event.type not in _BEFALLS or not event.recipients:
            return arguments
        if not 0 < self._apart(event.trigger[0], first) <= 1:
            return arguments
        actors = arguments.actors
        if not actors and match.frame.agent is not None:
            actors = event.actors
        if not actors or set(actors) & set(event.recipients):
            return arguments
        return replace(arguments, actors=actors, recipients=event.recipients)

    def _summoned(self, arguments: Arguments, found: Sequence[Telling]) -> tuple[int, ...]:
        """Return who summoned those who stay away."""
        for telling in reversed(found[-8:]):
            event = telling.event
            if event.mode == "investigate" and set(event.recipients) & set(arguments.actors):
                return tuple(one for one in event.actors if one not in arguments.actors)
        return ()

    def _told_there(
        self, match: Match, arguments: Arguments, first: int, found: Sequence[Telling]
    ) -> Arguments:
        """Take to whom it is said from a meeting in the same sentence, told before it."""
        scene = self._scene
        if match.voice != "active" or match.frame.type not in _TOLD_THERE or not found:
            return arguments
        at = first - 1
        low = scene.sentence[first][0]
        while at > low and self._status.in_chain(scene.lower[at]):
            at -= 1
        if at <= low or scene.lower[at] not in scene.words.joint:
            return arguments
        event = found[-1].event
        asked = event.type == "REQUEST" and match.frame.type == "AGREE"
        if event.type != "CONSULT" and not asked:
            return arguments
        if self._apart(event.trigger[0], first) or not set(event.actors) & set(arguments.actors):
            return arguments
        rest = tuple(one for one in event.recipients if one not in arguments.actors)
        return replace(arguments, recipients=rest)

    def protests(self, found: list[Telling]) -> list[Telling]:
        """Let a protest be against whom the claim is made that follows it in its sentence."""
        result = list(found)
        for index, telling in enumerate(found):
            event = telling.event
            if event.type != "PROTEST" or event.recipients:
                continue
            if event.mode == "strike":
                employers = self._employers(event.actors)
                if employers:
                    result[index] = replace(telling, event=replace(event, recipients=employers))
                    continue
            for other in found[index + 1 : index + 3]:
                claim = other.event
                if claim.type not in _CLAIMS or not set(claim.actors) & set(event.actors):
                    continue
                between = self._scene.page.text[event.trigger[1] : claim.trigger[0]]
                if len(between) > 80 or any(mark in between for mark in ".\n;"):
                    continue
                rest = tuple(one for one in claim.recipients if one not in event.actors)
                result[index] = replace(telling, event=replace(event, recipients=rest))
                break
        return result

    def upon(self, found: list[Telling]) -> list[Telling]:
        """Let a penalty be for whom its ground tells: "atas peluncuran oleh X, Y memberi sanksi".

        So of blame. The ground is an act of theirs, told in the sentence behind "atas".
        """
        result = list(found)
        for index, telling in enumerate(found):
            event = telling.event
            if event.type not in _UPON_ACTS or event.recipients or telling.implied:
                continue
            for other in found[max(0, index - 2) : index + 3]:
                ground = other.event
                bounds = self._scene.positions(ground.trigger)
                if other is telling or bounds is None or set(ground.actors) & set(event.actors):
                    continue
                at = self._scene.positions(event.trigger)
                if at is None or self._scene.sentence[at[0]] != self._scene.sentence[bounds[0]]:
                    continue
                if self._scene.lower[max(0, bounds[0] - 1)] not in {"atas", "karena", "akibat"}:
                    continue
                result[index] = replace(telling, event=replace(event, recipients=ground.actors))
                break
        return result

    def _employers(self, actors: Sequence[int]) -> tuple[int, ...]:
        """Return the bodies in whose names the strikers are called: "karyawan PT X"."""
        scene = self._scene
        found: list[int] = []
        for actor in actors:
            for mention in scene.cast.referents[actor].mentions[:8]:
                bounds = scene.positions(mention.span)
                if bounds is None:
                    continue
                high = min(bounds[1], bounds[0] + 12)
                if scene.lower[high + 1 : high + 2] == ["("]:
                    high += 4  # "Ribuan awak mobil (AM) PT X"
                for at in range(bounds[0] + 1, min(high, len(scene.tokens) - 1) + 1):
                    unit = scene.starting[at]
                    if unit is None or unit.referent in (*actors, *found):
                        continue
                    if scene.cast.referents[unit.referent].type == "ORG":
                        found.append(unit.referent)
        return tuple(found)

    def _apart(self, start: int, position: int) -> int:
        """Return how many sentences lie between a character and a later position."""
        scene = self._scene
        at, steps = scene.sentence[position][0], 0
        while at > 0 and scene.span(at, at)[0] > start and steps < 9:
            at, steps = scene.sentence[at - 1][0], steps + 1
        return steps
