"""Several: words that stand for two or three people named just before ("kedua terdakwa")."""

from __future__ import annotations

from simak.reading.event.ground import Unit
from simak.reading.event.scene import Party, Scene

_COUNT = {"kedua": 2, "ketiga": 3, "keduanya": 2, "ketiganya": 3}
_JOINTS = frozenset({"dan", "serta", "dengan"})
# Groups of their own: "kedua negara".
_STATES = frozenset(
    {
        "negara",
        "pihak",
        "belah",
        "kementerian",
        "lembaga",
        "pemerintah",
        "wilayah",
        "daerah",
        "kota",
    }
)
# How far back the parties are looked for, in words.
_REACH = 120


class Several:
    """Finds whom words of number mean in one scene.

    "keduanya" and "kedua terdakwa" are the two named in one coordination before, or the two
    people of the sentence before. "kedua negara" and "kedua pihak" are groups of their own.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def meant(self, party: Party | None) -> Party | None:
        """Return the party with all that its words of number mean, or as it is."""
        if party is None:
            return None
        scene = self._scene
        for at in range(party.first, party.last + 1):
            count = _COUNT.get(scene.lower[at])
            unit = scene.starting[at]
            if count is None or (unit is not None and unit.kind in {"name", "acronym"}):
                continue
            persons = self._persons(at)
            if persons is None:
                continue
            found = self._joined(at, count, persons) or self._named(at, count)
            if found:
                rest = tuple(
                    one
                    for one in party.referents
                    if one not in found and (unit is None or one != unit.referent)
                )
                return Party((*rest, *found), party.first, party.last, party.direct)
        return party

    def _persons(self, at: int) -> bool | None:
        """Tell whether the words mean people only; None if they mean none named before."""
        scene = self._scene
        if scene.lower[at].endswith("nya"):
            return False
        behind = scene.lower[at + 1 : at + 3]
        if behind[:1] == ["nya"]:
            return False
        if not behind or behind[0] in _STATES or behind[0] not in scene.words.prefix:
            return None
        return True

    def _joined(self, at: int, count: int, persons: bool) -> tuple[int, ...]:
        """Return the parties of the last coordination before of so many: "X dan Y"."""
        scene = self._scene
        for joint in range(at - 2, max(0, at - _REACH), -1):
            if scene.lower[joint] not in _JOINTS:
                continue
            right = self._behind(joint + 1)
            left = self._before(joint - 1)
            if right is None or left is None or right.person != left.person:
                continue
            found = [left.referent, right.referent]
            while left.first > 2 and scene.lower[left.first - 1] == ",":
                more = scene.ending[left.first - 2]
                if more is None or more.person != left.person:
                    break
                left = more
                found.insert(0, left.referent)
            found = list(dict.fromkeys(found))
            if len(found) == count and (right.person or not persons):
                return tuple(found)
        return ()

    def _behind(self, at: int) -> Unit | None:
        scene = self._scene
        high = scene.sentence[min(at, len(scene.tokens) - 1)][1]
        while at < high and scene.starting[at] is None and scene.lower[at] in scene.words.prefix:
            at += 1
        return self._name(scene.starting[at]) if at <= high else None

    def _before(self, at: int) -> Unit | None:
        scene = self._scene
        if at > 2 and scene.lower[at] == ")" and scene.lower[at - 2] == "(":
            at -= 3
        if at > 0 and scene.lower[at] == ",":
            at -= 1
        return self._name(scene.ending[at]) if at >= 0 else None

    def _name(self, unit: Unit | None) -> Unit | None:
        return unit if unit is not None and unit.kind in {"name", "acronym"} else None

    def _named(self, at: int, count: int) -> tuple[int, ...]:
        """Return the people of the sentence, or of the one before, if they are so many."""
        scene = self._scene
        last = at - 1
        for _ in range(2):
            if last < 0:
                return ()
            low = scene.sentence[last][0]
            found: list[int] = []
            for position in range(low, last + 1):
                unit = self._name(scene.starting[position])
                if unit is not None and unit.person and unit.referent not in found:
                    found.append(unit.referent)
            if found:
                return tuple(found) if len(found) == count else ()
            last = low - 1
        return ()
