"""Possessor: whose the thing or the deed is that stands as a subject, and who leads a body."""

from __future__ import annotations

from simak.reading.event.complement import Complement
from simak.reading.event.scene import Party


class Possessor(Complement):
    """Finds whose a noun is, and whose deed a subject, in one scene."""

    def _owner(self, position: int) -> Party | None:
        """Return the possessor of a noun: "rencana X untuk menyerang"."""
        party = self._scene.after(position)
        return party if party is not None and party.direct else None

    def subject_owner(self, position: int) -> Party | None:
        """Return whose deed is the subject: "kebijakan X dikecam", "serangan X menewaskan Y"."""
        scene = self._scene
        at = position
        low = scene.sentence[position][0]
        while at - 1 >= low and self._passed(at - 1):
            at -= 1
        if at - 1 >= low and scene.lower[at - 1] == "yang":
            at -= 1  # "perundingan A dan B yang dimediasi X"
        if at - 2 >= low and scene.lower[at - 1] in {"itu", "ini", "tersebut"}:
            at -= 1  # "keterangan X tersebut dibantah Y"
        unit = scene.ending[at - 1] if at - 1 >= low else None
        if unit is None or unit.first - 1 < low:
            return None
        first = unit.first
        while first - 2 > low and scene.lower[first - 1] in {"dan", "serta"}:
            other = scene.ending[first - 2]
            if other is None:
                break
            first = other.first
        owned = first - 1
        if scene.tokens[owned].pos_ == "ADJ" and owned > low:
            owned -= 1  # "serangan udara X"
        if scene.lower[owned] in {"antara", "antar"} and owned > low:
            owned -= 1
        deeds = scene.words.deed | scene.words.claim
        if scene.lower[owned] not in deeds and (
            owned == low or scene.lower[owned - 1] not in deeds
        ):
            return None
        whole = scene.after(owned, unit.last)
        found = whole.referents if whole is not None else (unit.referent,)
        return Party(found, first, unit.last, direct=False)

    def undergoer(self, position: int) -> Party | None:
        """Return who stands before the actor of an object voice, which ends at ``position``."""
        scene = self._scene
        at = position
        while at - 1 >= scene.sentence[position][0] and self._passed(at - 1):
            at -= 1
        return scene.before(at)

    def led(self, party: Party | None) -> Party | None:
        """Add the leader of a delegation: "delegasi X, yang dipimpin (oleh) Y, bertemu Z"."""
        if party is None:
            return None
        scene = self._scene
        last = min(scene.sentence[party.last][1], party.last + 5)
        for at in range(party.last + 1, last + 1):
            if scene.lower[at] in scene.words.leader:
                leader = self.agent(at)
                if leader is not None:
                    both = tuple(dict.fromkeys(party.referents + leader.referents))
                    return Party(both, party.first, party.last)
                return party
            if scene.lower[at] not in {",", "yang", "itu", "ini", "tersebut", "("}:
                break
        return party
