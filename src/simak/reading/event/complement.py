"""Complement: what stands behind a predicate, its object and who acts by a passive.

From the tree where it is clear and from the order of words else, which is what holds in Indonesian
news when the parser errs: the one who undergoes an active verb stands right behind it; "oleh X" or
the word behind a passive names who acts. No party is better than a wrong one.
"""

from __future__ import annotations

from itertools import chain

from simak.reading.event.scene import Party, Scene
from simak.reading.event.status import StatusLexicon
from simak.reading.event.word import ClauseLexicon
from simak.reading.phrase import base


def _passive(scene: Scene, position: int) -> bool:
    return scene.lower[position].startswith("di")


# Agent groups of which one person acts: "jaksa Wirya".
_HELD_BY_PEOPLE = frozenset({"prosecutor", "court"})


class Complement:
    """Finds what stands behind predicates in one scene."""

    def __init__(self, scene: Scene, lexicon: ClauseLexicon, status: StatusLexicon) -> None:
        self._scene = scene
        self._lexicon = lexicon
        self._status = status

    def _at(self, position: int) -> Party | None:
        """Return the parties of a word that the tree gives, coordinated ones included."""
        scene = self._scene
        following = position + 1
        if scene.referent(scene.tokens[position].i) is None and following < len(scene.tokens):
            flat = scene.tokens[following]
            if base(flat.dep_) == "flat" and flat.head.i == scene.tokens[position].i:
                unit = scene.starting[following]  # "Gerilyawan X", a name to the parser
                if unit is not None:
                    return Party((unit.referent,), position, unit.last)
        if scene.referent(scene.tokens[position].i) is None:
            if scene.lower[position] in scene.words.member:
                return self._body(position)
            if scene.lower[position] not in scene.words.prefix:
                return None
            titled = scene.after(position - 1) if position > scene.sentence[position][0] else None
            if position == scene.sentence[position][0]:
                titled = scene.phrase(position)
            return titled if titled is not None and titled.direct else None
        heads = [scene.tokens[position]]
        heads += [child for child in scene.children(heads[0]) if child.dep_ == "conj"]
        found: list[int] = []
        first = last = position
        own = scene.starting[position]
        if own is not None:  # in "Ketua Komisi A dan B Wirya" it joins nobody
            heads[1:] = [one for one in heads[1:] if scene.position[one.i] > own.last]
        for head in heads:
            referent = scene.referent(head.i)
            at = scene.position[head.i]
            if referent is None or at < 0 or scene.time[at] is not None:
                if head is heads[0]:
                    return None
                continue
            found.append(referent)
            first, last = min(first, at), max(last, at)
        if not found:
            return None
        unit = scene.starting[first]
        for start in range(first, max(scene.sentence[first][0], first - 8) - 1, -1):
            candidate = scene.starting[start]
            if candidate is not None and candidate.last >= first:
                unit = candidate
        if unit is not None:
            first, last = min(first, unit.first), max(last, unit.last)
        return Party(tuple(dict.fromkeys(found)), first, last)

    def _body(self, position: int) -> Party | None:
        """Return the body of which members or a meeting act: "petugas X", "rapat pleno X"."""
        scene = self._scene
        last = min(scene.sentence[position][1], position + 3)
        for at in range(position + 1, last + 1):
            unit = scene.starting[at]
            if unit is not None:
                return None if unit.person else Party((unit.referent,), position, unit.last)
            if scene.tokens[at].pos_ not in {"NOUN", "ADJ", "PROPN"}:
                return None
        return None

    def object(self, position: int, width: int = 0) -> Party | None:
        """Return what stands behind an active verb as its object; ``width`` more words make it."""
        scene = self._scene
        # "meminta X dan Y memastikan ...": all of them are asked.
        together = scene.lower[position] in self._lexicon.control
        behind = scene.after(position + width, together=together)
        if behind is not None and behind.direct:
            return behind
        shared = self._shared(position + width)
        if shared is not None:
            return shared
        for child in scene.children(scene.tokens[position]):
            at = scene.position[child.i]
            if base(child.dep_) in {"obj", "iobj"} and at > position + width:
                party = self._at(at)
                if party is not None:
                    return party
        return behind

    def _shared(self, last: int) -> Party | None:
        """Return the object of two verbs, behind the second: "menangkap dan memulangkan X"."""
        scene = self._scene
        high = min(scene.sentence[last][1], last + 12)
        at = last + 1
        if at + 1 > high or scene.lower[at] not in {"dan", "serta", "atau", "lalu", "hingga"}:
            return None
        at += 1
        while at < high and self._passed(at):
            at += 1
        if not scene.is_verb(at) or not scene.lower[at].startswith("me"):
            return None
        while at < high and scene.tokens[at + 1].pos_ in {"ADV", "ADJ"}:
            at += 1
        found = scene.after(at)
        return found if found is not None and found.direct else None

    def thing(self, position: int, last: int) -> str | None:
        """Return the head word of an active verb's object behind it, be it a party or not."""
        scene = self._scene
        for child in scene.children(scene.tokens[position]):
            at = scene.position[child.i]
            if base(child.dep_) == "obj" and at > last and child.pos_ in {"NOUN", "PROPN"}:
                return scene.lower[at]
        return None

    def agent(self, position: int, width: int = 0) -> Party | None:
        """Return who acts by a passive: "oleh X" in its clause, or the party right behind it."""
        scene = self._scene
        if self.turned(position + width):
            return scene.oblique(position + width + 1, ("oleh",), far=False)
        found = scene.oblique(position + width, ("oleh",), far=False)
        if found is not None and found.direct:
            return found
        behind = scene.after(position + width)
        if behind is not None and behind.direct:
            return behind
        return self._agent_beside(position, width)

    def _agent_beside(self, position: int, width: int) -> Party | None:
        """Return who acts by the passive beside it: "X ditarik petugas dan dipukuli"."""
        scene = self._scene
        low, high = scene.sentence[position]
        ahead = position + width + 1
        if ahead < high and scene.lower[ahead] in {"dan", "serta", "lalu", "kemudian"}:
            ahead += 1
            while ahead < high and self._passed(ahead):
                ahead += 1
            if scene.lower[ahead].startswith("di") and scene.is_verb(ahead):
                found = scene.oblique(ahead, ("oleh",), far=False) or scene.after(ahead)
                if found is not None and found.direct:
                    return found
        at = position - 1
        while at > low and self._passed(at):
            at -= 1
        if at <= low or scene.lower[at] not in {"dan", "serta", "lalu", "kemudian"}:
            return None
        at -= scene.lower[at - 1] == ","
        unit = scene.ending[at - 1]
        verb = -1 if unit is None else unit.first - 1
        if unit is None or verb <= low or not scene.is_verb(verb):
            return None
        return Party((unit.referent,), unit.first, unit.last) if _passive(scene, verb) else None

    def of_group(self, group: str, party: Party) -> bool:
        """Tell whether the words that name a party are those of an agent group."""
        words = self._lexicon.agents.get(group, frozenset())
        said = self._scene.lower[party.first : party.first + 6]
        return any(" ".join(said[i : i + n]) in words for i in range(3) for n in range(1, 4))

    def turned(self, last: int) -> bool:
        """Tell whether "nya" makes a noun of a passive: "ditangkapnya X" is what befell X."""
        scene = self._scene
        behind = scene.tokens[last + 1] if last < scene.sentence[last][1] else None
        return (
            behind is not None
            and behind.text.lower() == "nya"
            and behind.idx == scene.span(last, last)[1]
            and scene.lower[last].startswith("di")
            and scene.after(last + 1) is not None
        )

    def implied(self, group: str, position: int) -> int | None:
        """Return the referent of an agent group (police, court) that an article takes for granted.

        That is the one in the same sentence ("ditangkap Polda X, lalu dibebaskan"), else the only
        one with a name nearby, else the one said last before, or next.
        """
        scene = self._scene
        words = self._lexicon.agents.get(group, frozenset())
        low, high = scene.sentence[position]
        back = range(position, max(-1, position - 250), -1)
        ahead = range(position + 1, min(len(scene.tokens), position + 250))
        nearest: int | None = None
        named: list[int] = []
        beside = chain(range(position, low - 1, -1), range(position + 1, high + 1))
        for at in chain(beside, back, ahead):
            unit = scene.starting[at]
            if unit is None or (unit.person and group not in _HELD_BY_PEOPLE):
                continue
            said = [scene.lower[i] for i in range(unit.first, min(unit.last, unit.first + 4) + 1)]
            if any(" ".join(said[:n]) in words for n in range(1, len(said) + 1)):
                if low <= at <= high:
                    return unit.referent
                nearest = unit.referent if nearest is None else nearest
                if unit.kind in {"name", "acronym"} and unit.referent not in named:
                    named.append(unit.referent)
        return named[0] if len(named) == 1 else nearest

    def _passed(self, position: int) -> bool:
        scene = self._scene
        word = scene.lower[position]
        if word == "yang" or scene.ending[position] is not None:
            return False
        if position > 0 and word == "kali":  # "telah tiga kali berperang"
            return scene.tokens[position - 1].pos_ == "NUM"
        if scene.tokens[position].pos_ == "NUM":
            return position + 1 < len(scene.tokens) and scene.lower[position + 1] == "kali"
        if word == "nya" and position > 0:  # "rencana|nya", "seharus|nya"
            return self._status.in_chain(scene.lower[position - 1])
        return scene.tokens[position].pos_ in {"ADV", "AUX", "PART"} or self._status.in_chain(word)
