"""Clause: the parties of a predicate, and the light verb beside a noun that names an act."""

from __future__ import annotations

from simak.reading.event.scene import ENDS, Party
from simak.reading.event.subject import Subject
from simak.reading.event.word import Light
from simak.reading.phrase import base

_JOINTS = frozenset({"dan", "serta", "maupun"})


class Clause(Subject):
    """Finds the parties of predicates and of nouns in one scene."""

    def bearer(self, light: Light) -> Party | None:
        """Return whom a light verb ties to its noun: its subject, or the agent of a passive."""
        return self.agent(light.position) if light.passive else self.subject(light.position)

    def light(self, first: int, last: int) -> Light | None:
        """Return the light verb of a noun at ``first`` to ``last``, before or behind it."""
        scene = self._scene
        low = scene.sentence[first][0]
        for child in scene.children(
            scene.tokens[first]
        ):  # "simposium besar yang diprakarsai oleh X"
            at = scene.position[child.i]
            known = self._lexicon.light.get(scene.lower[at]) if at > last else None
            if known and known[0] and base(child.dep_) == "acl":
                return Light(at, *known)
        by_tree = self._light_above(first)
        if by_tree is not None:
            return by_tree
        joined = False
        for at in range(first - 1, max(low, first - 6) - 1, -1):
            if scene.lower[at] in _JOINTS and at > low and scene.tokens[at - 1].pos_ == "NOUN":
                joined = True  # "memberikan nasihat dan bantuan"
                continue
            if scene.inside[at] != scene.inside[first] and scene.cue_at(at, at) is not None:
                break  # "menyatakan serangan itu ...": a statement, no light verb
            known = self._lexicon.light.get(scene.lower[at])
            if known:
                return Light(at, *known)
            several = self._phrase(at)
            if several is not None:
                return several
            unit = scene.ending[at]
            if unit is not None and scene.tokens[at].pos_ != "DET":
                giving = self._giving(first)
                if giving is not None:
                    return Light(giving, passive=False, side="actor", receiver=first - 1)
                break
            if scene.tokens[at].pos_ not in {"ADJ", "DET", "NUM", "ADV", "PART"} and (
                scene.lower[at] not in scene.words.act
                and not (joined and scene.tokens[at].pos_ == "NOUN")
            ):
                break
        for at in scene.rest(last, low_verbs=False):
            known = self._lexicon.light.get(scene.lower[at])
            if known and (known[0] or known[1] == "none"):
                return Light(at, *known)
            if scene.is_verb(at) and not self._status.in_chain(scene.lower[at]):
                break
        return None

    def answers(self, light: Light) -> bool:
        """Tell whether the subject of the verb answers what a noun says, rather than says it."""
        return light.side == "actor" and self._scene.lower[light.position] in self._lexicon.answer

    def answerer(self, first: int, last: int) -> Party | None:
        """Return who answers what a noun says: "X menolak desakan Y", "desakan Y ditolak X"."""
        scene = self._scene
        low = scene.sentence[first][0]
        for at in range(first - 1, max(low, first - 5) - 1, -1):
            passive = self._lexicon.answer.get(scene.lower[at])
            if passive is not None:
                if scene.inside[at] != scene.inside[first]:
                    return None
                return None if passive else self.subject(at) or self.subject_owner(at)
            if scene.tokens[at].pos_ not in {"ADJ", "DET", "NUM", "ADV", "PART"}:
                break
        for at in scene.rest(last, low_verbs=False):
            if self._lexicon.answer.get(scene.lower[at]):
                return self.agent(at) if scene.inside[at] == scene.inside[first] else None
            if scene.is_verb(at) and not self._status.in_chain(scene.lower[at]):
                return None
        return None

    def _phrase(self, last: int) -> Light | None:
        """Return the light verb of several words that ends at ``last``, or None."""
        scene = self._scene
        for first in range(max(scene.sentence[last][0], last - 2), last):
            known = self._lexicon.light.get(" ".join(scene.lower[first : last + 1]))
            if known:
                return Light(first, *known)
        return None

    def _light_above(self, position: int) -> Light | None:
        """Return the light verb of which the tree makes the noun the subject or the object.

        Also across a verb of opinion: "serangan itu diduga dilakukan oleh X".
        """
        scene = self._scene
        token = scene.tokens[position]
        relation = base(token.dep_)
        if relation not in {"nsubj", "obj"}:
            return None
        heads = [token.head]
        if relation == "nsubj":
            heads += [
                one
                for one in scene.children(token.head)
                if base(one.dep_) in {"xcomp", "ccomp"} and one.i == token.head.i + 1
            ]
        for head in heads:
            at = scene.position[head.i]
            if at < 0 or scene.sentence[at] != scene.sentence[position]:
                continue
            known = self._lexicon.light.get(scene.lower[at])
            if known is None or scene.inside[at] != scene.inside[position]:
                continue
            if known[0] == (relation == "nsubj") and (at > position) == known[0]:
                given = position - 1 if self._giving(position) == at else None
                return Light(at, *known, receiver=given)
        return None

    def _giving(self, first: int) -> int | None:
        """Return the verb before somebody before a noun: "memberi X bantuan"."""
        scene = self._scene
        low = scene.sentence[first][0]
        unit = scene.ending[first - 1] if first > low else None
        if unit is None or unit.first <= low:
            return None
        giving = unit.first - 1
        return giving if scene.lower[giving] in scene.words.giving else None

    def between(self, last: int) -> Party | None:
        """Return A and B of "antara A dan B" (also "antara A dengan B") behind a noun."""
        scene = self._scene
        for at in scene.rest(last):
            if scene.lower[at] not in {"antara", "antar"}:
                continue
            one = scene.after(at)
            if one is None:
                return None
            found = one.referents
            end = self._past_brackets(one.last)
            joint = end + 1
            if scene.lower[joint : joint + 2] == ["yang", "diwakili"]:
                sent = scene.after(joint + 1)  # "antara X yang diwakili Y dengan Z"
                found += () if sent is None or not sent.direct else sent.referents
                joint = self._other_side(joint + 2)
            elif joint < scene.sentence[last][1] and scene.lower[joint] == ",":
                joint += 1  # "antara Presiden A, Wirya, dan Ratna"
            if joint < len(scene.tokens) and scene.lower[joint] in {"dengan", "dan"}:
                other = scene.after(joint)
                if other is not None:
                    found, end = found + other.referents, other.last
            return Party(tuple(dict.fromkeys(found)), one.first, end)
        return None

    def _other_side(self, start: int) -> int:
        """Return where "dengan" stands before the other side of a meeting, or the sentence's end.

        The names of those who stand for the one side are passed over.
        """
        scene = self._scene
        high = scene.sentence[start][1]
        for at in range(start, min(high, start + 36)):
            if scene.lower[at] == "dengan":
                return at
            if scene.is_verb(at) or scene.lower[at] in ENDS or scene.lower[at] == "yang":
                break
        return high

    def _past_brackets(self, last: int) -> int:
        """Return the last position of brackets right behind ``last``, or ``last``."""
        scene = self._scene
        high = min(scene.sentence[last][1], last + 6)
        if last < high and scene.lower[last + 1] == "(":
            for at in range(last + 2, high + 1):
                if scene.lower[at] == ")":
                    return at
        return last

    def meanwhile(self, position: int) -> Party | None:
        """Return the subject of the act's clause: "X tiba dalam kunjungan ke Y"."""
        scene = self._scene
        low = scene.sentence[position][0]
        opened = [
            at
            for at in range(max(low, position - 3), position)
            if scene.lower[at] in scene.words.during
        ]
        if not opened:
            return None
        return scene.before(opened[-1]) or self.doer_above(position)

    def doer_above(self, position: int) -> Party | None:
        """Return who acts by the verb of the clause in which the word at ``position`` stands."""
        scene = self._scene
        token = scene.tokens[position]
        for _ in range(4):
            if token.head.i == token.i:
                return None
            token = token.head
            at = scene.position[token.i]
            if at < 0 or scene.sentence[at] != scene.sentence[position]:
                return None
            if token.pos_ == "VERB":
                if scene.inside[at] != scene.inside[position]:
                    return None
                if scene.lower[at].startswith("di"):
                    return self.agent(at) or self.subject(at)
                return self.subject(at)
        return None
