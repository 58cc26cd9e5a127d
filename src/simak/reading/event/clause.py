"""Clause: the subject, object and agent of a predicate, and the light verb beside a noun.

From the tree where it is clear and from the order of words else, which is what holds in Indonesian
news when the parser errs: the actor stands right before an active verb, the one who undergoes it
right behind; "oleh X" or the word behind a passive names who acts. No party is better than a wrong
one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Literal

from spacy.tokens import Token

from simak.lexicon import Lexicon
from simak.reading.event.scene import DASHES, ENDS, Party, Scene
from simak.reading.event.status import StatusLexicon
from simak.reading.phrase import base

Side = Literal["actor", "recipient", "none"]

_LEADERS = frozenset({"dipimpin", "diketuai", "dikepalai"})


def _passive(word: str) -> bool:
    return word.startswith(("di", "ter"))


@dataclass(frozen=True, slots=True)
class Light:
    """A light verb beside a noun that names the act: "melakukan" of "melakukan kunjungan"."""

    position: int
    passive: bool
    side: Side


class ClauseLexicon:
    """Light verbs, verbs of control and agents that are taken for granted."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.light: dict[str, tuple[bool, Side]] = {}
        for row in lexicon.rows("light_verb.tsv", ("form", "passive", "subject")):
            side: Side = row.one_of("subject", ("actor", "recipient", "none"))  # type: ignore[assignment]
            for form in row.list("form"):
                self.light[form] = (False, side)
            for form in row.list("passive"):
                self.light[form] = (True, side)
        self.control: dict[str, bool] = {}
        for row in lexicon.rows("control.tsv", ("form", "passive")):
            self.control.update((form, False) for form in row.list("form"))
            self.control.update((form, True) for form in row.list("passive"))
        self.agents: dict[str, frozenset[str]] = {}
        groups: dict[str, set[str]] = {}
        for row in lexicon.rows("agent.tsv", ("word", "group")):
            groups.setdefault(row["group"], set()).add(row["word"].lower())
        self.agents = {group: frozenset(words) for group, words in groups.items()}


class Clause:
    """Finds the parties of predicates in one scene."""

    def __init__(self, scene: Scene, lexicon: ClauseLexicon, status: StatusLexicon) -> None:
        self._scene = scene
        self._lexicon = lexicon
        self._status = status

    def subject(self, position: int, depth: int = 0) -> Party | None:
        """Return the subject of the predicate at ``position``: its own, or the one it shares."""
        if depth > 4:
            return None
        scene = self._scene
        token = scene.tokens[position]
        thing = False
        for child in scene.children(token):
            if base(child.dep_) != "nsubj":
                continue
            at = scene.position[child.i]
            if at < 0:
                continue
            if child.text.lower() == "yang":
                return self._antecedent(at, token)
            if at < position and any(scene.lower[i] in DASHES for i in range(at + 1, position)):
                continue  # "Rawa Elok, Kabar Kini -- Wirya menemui ...": the dateline acts nowhere
            party = self._at(at)
            if party is not None:
                near = self._near(position)
                if near is not None and near.first < at <= near.last:
                    return near  # "dua anggota kami dipukuli": not "kami"
                if near is not None and set(party.referents) < set(near.referents):
                    return near  # "X, Y, dan Z meminta ..."
                return party
            thing = True
        near = self._near(position)
        if near is not None:
            return near
        if thing:
            return None
        return self._inherited(position, depth)

    def _near(self, position: int) -> Party | None:
        """Return the subject by the order of words: before the verb, adverbs passed over."""
        scene = self._scene
        low = scene.sentence[position][0]
        at = position
        while at - 1 >= low and position - at < 7 and self._passed(at - 1):
            at -= 1
        if at - 1 >= low and scene.lower[at - 1] == "yang":
            return self._antecedent(at - 1, scene.tokens[position])
        found = scene.before(at)
        if found is not None or at - 1 < low or scene.lower[at - 1] not in {",", ")"}:
            return found
        # "delegasi X, yang dipimpin Y, bertemu Z": the words between two commas are passed over.
        opening = "(" if scene.lower[at - 1] == ")" else ","
        for start in range(at - 2, max(low, at - 26), -1):
            if scene.lower[start] == opening:
                named = scene.starting[start + 1]
                if opening == "," and named is not None and named.last == at - 2:
                    whole = scene.ending[start - 1] if start > low else None
                    if named.person and (whole is None or not whole.person):
                        # "ketua umum Partai X, Wirya, ditangkap"
                        return Party((named.referent,), named.first, named.last)
                return scene.before(start)
        return None

    def _passed(self, position: int) -> bool:
        scene = self._scene
        word = scene.lower[position]
        if word == "yang" or scene.ending[position] is not None:
            return False
        if word == "nya" and position > 0:  # "rencana|nya", "seharus|nya"
            return self._status.in_chain(scene.lower[position - 1])
        return scene.tokens[position].pos_ in {"ADV", "AUX", "PART"} or self._status.in_chain(word)

    def _antecedent(self, relative: int, verb: Token) -> Party | None:
        """Return what "yang" at ``relative`` stands for."""
        scene = self._scene
        if relative > scene.sentence[relative][0] and self._anyone(relative - 1):
            return None
        if base(verb.dep_) == "acl" and 0 <= scene.position[verb.head.i] < relative:
            party = self._at(scene.position[verb.head.i])
            if party is not None:
                return party
            if verb.head.pos_ == "NOUN":  # "rumahnya di X yang digeruduk": not X
                return None
        at = relative
        while at > scene.sentence[relative][0] and scene.lower[at - 1] in {",", ")", "itu", "ini"}:
            at -= 1
            if scene.ending[at] is not None:
                at += 1
                break
        if at - 1 < scene.sentence[relative][0] or scene.ending[at - 1] is None:
            return None
        if self._anyone(at - 1):
            return None
        joined = scene.before(at)
        if joined is not None:
            return joined
        unit = scene.ending[at - 1]
        return None if unit is None else Party((unit.referent,), unit.first, unit.last)

    def _anyone(self, position: int) -> bool:
        """Tell whether the word before "yang" names nobody: "pihak yang menyerang X"."""
        scene = self._scene
        if scene.lower[position] not in scene.words.anyone:
            return False
        before = position - 1
        return before < scene.sentence[position][0] or scene.tokens[before].pos_ != "NUM"

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

    def _inherited(self, position: int, depth: int) -> Party | None:
        """Return the subject that a predicate without one shares with the clause above it."""
        scene = self._scene
        token = scene.tokens[position]
        said = self._of_statement(position, depth)
        if said is not None:
            return said
        head = token.head
        while base(token.dep_) == "advcl" and head.pos_ in {"NOUN", "PROPN"} and head.head != head:
            head = head.head  # a clause hung on a noun of the clause above
        above = scene.position[head.i]
        if head.i == token.i or above < 0 or scene.sentence[above] != scene.sentence[position]:
            return None
        relation = base(token.dep_)
        if relation == "acl":
            if self._opened(token):
                return self._above(token, depth)
            return self._at(above) or self._owner(above)
        if relation not in {"conj", "xcomp", "advcl", "ccomp", "parataxis"}:
            return self._coordinated(position, depth)
        if scene.inside[above] != scene.inside[position] and relation != "conj":
            return None
        if relation in {"xcomp", "ccomp", "advcl"} and scene.lower[above] in self._lexicon.control:
            if self._lexicon.control[scene.lower[above]]:
                return self.subject(above, depth + 1)
            return self.object(above)
        if scene.tokens[above].pos_ in {"VERB", "ADJ", "AUX"}:
            shared = self.subject(above, depth + 1)
            crossed = _passive(scene.lower[above]) != _passive(scene.lower[position])
            if shared is None and relation == "conj" and base(head.dep_) == "acl" and crossed:
                # "polisi menyita kokain yang disembunyikan di X dan menangkap Y"
                shared = self._above(head, depth)
            if shared is not None:
                return shared
        return self._coordinated(position, depth)

    def _opened(self, token: Token) -> bool:
        """Tell whether a word opens its clause: no relative clause ("meski telah dikecam X")."""
        return any(
            base(child.dep_) == "mark"
            and (child.text.lower() in self._scene.words.opener or child.text.lower() == "dengan")
            for child in self._scene.children(token)
        )

    def _above(self, token: Token, depth: int) -> Party | None:
        """Return the subject of the nearest verb above a clause that hangs on a noun."""
        scene = self._scene
        for _ in range(6):
            token = token.head
            at = scene.position[token.i]
            if at < 0:
                return None
            if token.pos_ == "VERB":
                return self.subject(at, depth + 1)
            if token.head.i == token.i:
                return None
        return None

    def _coordinated(self, position: int, depth: int) -> Party | None:
        """Return the subject of the verb before "dan": "para buruh mogok dan berunjuk rasa"."""
        scene = self._scene
        low = scene.sentence[position][0]
        at = position - 1
        while at > low and self._passed(at):
            at -= 1
        if at <= low or scene.lower[at] not in {"dan", "serta", "lalu"}:
            return None
        for verb in range(at - 1, max(low, at - 12) - 1, -1):
            if scene.tokens[verb].pos_ == "VERB" and scene.inside[verb] == scene.inside[position]:
                if scene.before(verb) is not None or scene.is_verb(verb):
                    return self.subject(verb, depth + 1)
            elif scene.lower[verb] in ENDS:
                return None
        return None

    def _of_statement(self, position: int, depth: int) -> Party | None:
        """Return the speaker where what is said begins with the predicate ("berjanji akan ...").

        For requests it is the one who is asked.
        """
        scene = self._scene
        index = scene.inside[position]
        if index is None:
            return None
        start = position
        while start > 0 and scene.inside[start - 1] == index:
            start -= 1
        if any(
            not self._passed(at) and scene.lower[at] not in {"untuk", "agar"}
            for at in range(start, position)
        ):
            return None
        statement = scene.statements[index]
        if statement.kind == "direct":
            return None
        if statement.act in {"request", "demand", "order", "propose"}:
            who = scene.said_to(index)
        else:
            who = scene.said_by(index)
            cue = scene.positions(statement.cue)
            if who is not None and cue is not None and cue[0] < position:
                joint = self.subject(cue[0], depth + 1)  # "X dan Y menyatakan akan bekerja sama"
                if joint is not None and who in joint.referents:
                    return Party(joint.referents, position, position)
        return None if who is None else Party((who,), position, position)

    def _owner(self, position: int) -> Party | None:
        """Return the possessor of a noun: "rencana X untuk menyerang"."""
        party = self._scene.after(position)
        return party if party is not None and party.direct else None

    def object(self, position: int, width: int = 0) -> Party | None:
        """Return what stands behind an active verb as its object; ``width`` more words make it."""
        scene = self._scene
        behind = scene.after(position + width)
        if behind is not None and behind.direct:
            return behind
        for child in scene.children(scene.tokens[position]):
            at = scene.position[child.i]
            if base(child.dep_) in {"obj", "iobj"} and at > position + width:
                party = self._at(at)
                if party is not None:
                    return party
        return behind

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
        found = scene.oblique(position + width, ("oleh",), far=False)
        if found is not None and found.direct:
            return found
        behind = scene.after(position + width)
        return behind if behind is not None and behind.direct else None

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
        for at in range(first - 1, max(low, first - 6) - 1, -1):
            if scene.inside[at] != scene.inside[first] and scene.cue_at(at, at) is not None:
                break  # "menyatakan serangan itu ...": a statement, no light verb
            known = self._lexicon.light.get(scene.lower[at])
            if known:
                return Light(at, *known)
            if scene.ending[at] is not None and scene.tokens[at].pos_ != "DET":
                break
            if scene.tokens[at].pos_ not in {"ADJ", "DET", "NUM", "ADV", "PART"} and (
                scene.lower[at] not in scene.words.act
            ):
                break
        for at in scene.rest(last, low_verbs=False):
            known = self._lexicon.light.get(scene.lower[at])
            if known and (known[0] or known[1] == "none"):
                return Light(at, *known)
            if scene.is_verb(at) and not self._status.in_chain(scene.lower[at]):
                break
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
                return Light(at, *known)
        return None

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
            end = one.last
            if end + 1 < len(scene.tokens) and scene.lower[end + 1] in {"dengan", "dan"}:
                other = scene.after(end + 1)
                if other is not None:
                    found, end = found + other.referents, other.last
            return Party(tuple(dict.fromkeys(found)), one.first, end)
        return None

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
        near = scene.before(opened[-1])
        if near is not None:
            return near
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

    def led(self, party: Party | None) -> Party | None:
        """Add the leader of a delegation: "delegasi X, yang dipimpin (oleh) Y, bertemu Z"."""
        if party is None:
            return None
        scene = self._scene
        last = min(scene.sentence[party.last][1], party.last + 5)
        for at in range(party.last + 1, last + 1):
            if scene.lower[at] in _LEADERS:
                leader = self.agent(at)
                if leader is not None:
                    both = tuple(dict.fromkeys(party.referents + leader.referents))
                    return Party(both, party.first, party.last)
                return party
            if scene.lower[at] not in {",", "yang", "itu", "ini", "tersebut", "("}:
                break
        return party

    def subject_owner(self, position: int) -> Party | None:
        """Return whose deed is the subject: "kebijakan X dikecam", "serangan X menewaskan Y"."""
        scene = self._scene
        at = position
        low = scene.sentence[position][0]
        while at - 1 >= low and self._passed(at - 1):
            at -= 1
        if at - 1 >= low and scene.lower[at - 1] == "yang":
            at -= 1  # "perundingan A dan B yang dimediasi X"
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
        if scene.lower[owned] not in scene.words.deed and scene.lower[owned - 1] not in (
            scene.words.deed if owned > low else ()
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

    def implied(self, group: str, position: int) -> int | None:
        """Return the referent of an agent group (police, court) that an article takes for granted.

        That is the only one with a name nearby ("Polda X"), else the one said last before, or next.
        """
        scene = self._scene
        words = self._lexicon.agents.get(group, frozenset())
        back = range(position, max(-1, position - 250), -1)
        ahead = range(position + 1, min(len(scene.tokens), position + 250))
        nearest: int | None = None
        named: list[int] = []
        for at in chain(back, ahead):
            unit = scene.starting[at]
            if unit is None or unit.person:
                continue
            said = [scene.lower[i] for i in range(unit.first, min(unit.last, unit.first + 4) + 1)]
            if any(" ".join(said[:n]) in words for n in range(1, len(said) + 1)):
                nearest = unit.referent if nearest is None else nearest
                if unit.kind in {"name", "acronym"} and unit.referent not in named:
                    named.append(unit.referent)
        return named[0] if len(named) == 1 else nearest
