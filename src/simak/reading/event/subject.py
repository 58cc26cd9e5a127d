"""Subject: who stands before a predicate, is shared by it, or is meant by "yang".

The actor stands right before an active verb; the tree tells it across what stands between, and a
predicate without a subject shares that of the clause above it.
"""

from __future__ import annotations

from spacy.tokens import Token

from simak.reading.event.possessor import Possessor
from simak.reading.event.scene import DASHES, DEED, ENDS, QUOTES, Party
from simak.reading.phrase import base


def _passive(word: str) -> bool:
    return word.startswith(("di", "ter"))


class Subject(Possessor):
    """Finds the subjects of predicates in one scene."""

    def subject(self, position: int, depth: int = 0) -> Party | None:
        """Return the subject of the predicate at ``position``: its own, or the one it shares."""
        if depth > 4:
            return None
        scene = self._scene
        token = scene.tokens[position]
        thing = False
        for child in self._nominal(position):
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
        return self._inherited(position, depth) or self._leading(position) or self._across(position)

    def _nominal(self, position: int) -> list[Token]:
        """Return the subjects that the tree gives a predicate, the likeliest first.

        Of two the first, but if a verb or a quotation mark parts them: "dia menelepon saya ' KPK
        menyegel ...".
        """
        scene = self._scene
        found = [one for one in scene.children(scene.tokens[position]) if base(one.dep_) == "nsubj"]
        if len(found) < 2:
            return found
        first, second = (scene.position[one.i] for one in found[-2:])
        if not 0 <= first < second < position or "yang" in {found[-1].text, found[-2].text}:
            return found
        parted = any(scene.is_verb(at) or scene.lower[at] in QUOTES for at in range(first, second))
        own = not any(scene.is_verb(at) for at in range(second, position))
        return found[::-1] if parted and own else found

    def _leading(self, position: int) -> Party | None:
        """Return the party that opens the sentence, if all up to the verb hangs on it.

        A comma too many ("Partani, menyerang X"), phrases ("Partani di Y melalui Z menyerang X"),
        or one clause ("warga yang mendengar kabar itu mendatangi X").
        """
        scene = self._scene
        low = self._behind_dateline(position)
        last = min(position, low + 12)
        while low < last and (
            scene.opens(low) or scene.time[low] is not None or scene.lower[low] in {",", "pada"}
        ):
            low += 1
        party = scene.phrase(low)
        if party is None or not party.direct or not party.last < position <= party.last + 25:
            return None
        following = party.last + 1
        if (
            scene.tokens[following].pos_ not in {"ADP", "PUNCT"}
            and scene.lower[following] != "yang"
        ):
            return None
        verbs = 0
        for at in range(following, position):
            word = scene.lower[at]
            if word in ENDS or scene.opens(at) or scene.inside[at] != scene.inside[position]:
                return None
            if word in {"dan", "serta"} and scene.is_verb(at + 1):
                return None
            if scene.is_verb(at):
                verbs += not self._status.in_chain(word) or scene.lower[at - 1] == "yang"
            if word == "," and at != following and at + 1 != position:
                return None
        clauses = scene.lower[following:position].count("yang")
        return party if verbs == clauses <= 1 else None

    def _across(self, position: int) -> Party | None:
        """Return the subject before a relative clause that ends at the comma before the verb.

        "siswa X, Wirya, yang ditemukan di kamar, pada Jumat, dibunuh oleh ...".
        """
        scene = self._scene
        low = scene.sentence[position][0]
        verbs = 0
        last = position - 1
        while last > low and self._passed(last):
            last -= 1
        if scene.lower[last] != ",":
            return None
        for at in range(last, max(low, last - 24), -1):
            word = scene.lower[at]
            if word in ENDS or scene.inside[at] != scene.inside[position]:
                return None
            if word == "yang":
                if not verbs:
                    return None
                head = at - (scene.lower[at - 1] == ",")
                found = scene.before(head) if head > low else None
                return found if found is not None and not self._anyone(head - 1) else None
            if scene.opens(at) or word in scene.words.joint:
                return None
            told = scene.lower[at - 1] == "yang" or not self._passed(at)
            verbs += scene.tokens[at].pos_ in {"VERB", "ADJ"} and told
            if verbs > 2:
                return None
        return None

    def _behind_dateline(self, position: int) -> int:
        """Return where a sentence begins behind "Rawa Elok, Kabar Kini -- "."""
        scene = self._scene
        low = scene.sentence[position][0]
        for at in range(low, min(position, low + 10)):
            if scene.lower[at] in DASHES and at > low:
                headed = scene.lower[at] != "-" or not scene.lower[at - 1].isalnum()
                return at + 1 if headed else low
            if scene.tokens[at].pos_ not in {"PROPN", "PUNCT", "X", "SYM"}:
                break
        return low

    def _near(self, position: int) -> Party | None:
        """Return the subject by the order of words: before the verb, adverbs passed over."""
        scene = self._scene
        low = scene.sentence[position][0]
        at = position
        while at - 1 >= low and position - at < 7 and self._passed(at - 1):
            at -= 1
        if at - 1 >= low and scene.lower[at - 1] == "yang":
            return self._antecedent(at - 1, scene.tokens[position])
        found = scene.before(at) or self._behind_phrase(at)
        if found is not None or at - 1 < low or scene.lower[at - 1] not in {",", ")"}:
            return found
        row = scene.before(at - 1) if scene.lower[at - 1] == "," else None
        if row is not None and self._row(row):
            return row  # "X, Y dan Z, bertemu Wirya"
        # "delegasi X, yang dipimpin Y, bertemu Z": the words between two commas are passed over.
        opening = "(" if scene.lower[at - 1] == ")" else ","
        for start in range(at - 2, max(low, at - 26), -1):
            if scene.lower[start] in DASHES and scene.lower[start] != "-":
                return None
            if scene.lower[start] == opening:
                named = scene.starting[start + 1]
                if opening == "," and named is not None and named.last == at - 2:
                    whole = scene.ending[start - 1] if start > low else None
                    if named.person and (whole is None or not whole.person):
                        # "ketua umum Partai X, Wirya, ditangkap"
                        return Party((named.referent,), named.first, named.last)
                return scene.before(start)
        return None

    def _row(self, party: Party) -> bool:
        """Tell whether a row of parties before a comma is a subject, no apposition to one."""
        scene = self._scene
        low = scene.sentence[party.first][0]
        if len(party.referents) < 2 or party.first == low:
            return len(party.referents) > 1
        if scene.lower[party.first - 1] != ",":
            return True
        return len(party.referents) > 2 and scene.ending[party.first - 2] is None

    def _behind_phrase(self, position: int) -> Party | None:
        """Return the subject behind a phrase that opens: "dalam penggeledahan KPK menyita ..."."""
        scene = self._scene
        low = scene.sentence[position][0]
        unit = scene.ending[position - 1] if position - 1 > low else None
        if unit is None or unit.first - 2 < low or unit.first - 2 > low + 1:
            return None
        opened = scene.tokens[unit.first - 2].pos_ == "ADP" and scene.is_verb(position)
        noun = scene.lower[unit.first - 1]
        if not opened or not (noun in scene.words.deed or DEED.fullmatch(noun)):
            return None
        return Party((unit.referent,), unit.first, unit.last)

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
                noun = scene.position[verb.head.i]
                return self._owner(noun) if scene.lower[noun] in scene.words.deed else None
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

    def _inherited(self, position: int, depth: int) -> Party | None:
        """Return the subject that a predicate without one shares with the clause above it."""
        scene = self._scene
        token = scene.tokens[position]
        said = self._of_statement(position, depth) or self._manner(position, depth)
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
            party = self._at(above) or self._owner(above)
            if party is None and (self._of_plan(token, above) or self._planned(position)):
                return self._above(token, depth)  # "X memberi sinyal akan mengusung Y"
            return party
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
            if shared is None and relation == "advcl" and _passive(scene.lower[above]):
                # "permintaan itu disampaikan X ketika bertemu Y"
                shared = self._told_by(above, position)
            if shared is not None:
                return shared
        return self._coordinated(position, depth)

    def _told_by(self, passive: int, position: int) -> Party | None:
        """Return the agent of a passive whose subject is a thing, as the doer of what is beside it.

        Not where somebody's act is the subject: "kedatangan X ditolak Y saat berkunjung ke Z".
        """
        scene = self._scene
        if _passive(scene.lower[position]):
            return None
        at = passive
        while at - 1 >= scene.sentence[passive][0] and self._passed(at - 1):
            at -= 1
        owned = at - 1 >= scene.sentence[passive][0] and scene.ending[at - 1] is not None
        voiced = scene.lower[passive] in scene.words.setting.voiced
        return self.agent(passive) if voiced or not owned else None

    def _manner(self, position: int, depth: int) -> Party | None:
        """Return who acts in the way told: "X ditolak warga dengan cara berunjuk rasa"."""
        scene = self._scene
        low = scene.sentence[position][0]
        manner = 0
        for at in range(position - 1, max(low, position - 20), -1):
            word = scene.lower[at]
            if word in ENDS or word in {",", "yang"} or scene.inside[at] != scene.inside[position]:
                return None
            if not manner and scene.lower[at - 1 : at + 1] == ["dengan", "cara"]:
                manner = at - 1
            elif manner and at < manner and scene.is_verb(at):
                return self.agent(at) if _passive(word) else self.subject(at, depth + 1)
        return None

    def _of_plan(self, token: Token, noun: int) -> bool:
        """Tell whether a clause tells what a noun is about, whose doer does it: "upaya menangkap".

        A relative clause does not ("aksi yang ...").
        """
        scene = self._scene
        marks = [child.text.lower() for child in scene.children(token)]
        if "yang" in marks or _passive(token.text.lower()):
            return False
        word = scene.lower[noun]
        behind_verb = noun > 0 and scene.is_verb(noun - 1) and scene.position[token.i] == noun + 1
        return word in scene.words.act or word in scene.words.plan or behind_verb

    def _planned(self, position: int) -> bool:
        """Tell whether a word like "akan" stands in the chain before the verb."""
        scene = self._scene
        at = position
        low = max(scene.sentence[position][0], position - 8)
        while at > low and self._passed(at - 1):
            at -= 1
            if self._status.chain.get(scene.lower[at]) == "planned":
                return True
        return False

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
        """Return the subject of the verb before "dan": "para buruh mogok dan berunjuk rasa".

        So of what is done for a purpose or meanwhile: "Wirya pergi ke X untuk menemui Y".
        """
        scene = self._scene
        low = scene.sentence[position][0]
        at = position - 1
        while at > low and self._passed(at):
            at -= 1
        if at <= low or scene.lower[at] not in scene.words.joint:
            return None
        for verb in range(at - 1, max(low, at - 24) - 1, -1):
            word = scene.lower[verb]
            if scene.tokens[verb].pos_ == "VERB" and scene.inside[verb] == scene.inside[position]:
                if word in self._lexicon.control and not self._lexicon.control[word]:
                    return self.object(verb)
                if scene.before(verb) is not None or scene.is_verb(verb):
                    if _passive(scene.lower[position]) and not _passive(word):
                        return None
                    return self.subject(verb, depth + 1)
            elif word in ENDS:
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
        beside = self._beside(start, position)
        if any(
            not self._passed(at)
            and scene.lower[at] not in {"untuk", "agar"}
            and scene.time[at] is None
            and not (beside is not None and beside.first - 1 <= at <= beside.last)
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
        if who is None:
            return None
        both = (who,) if beside is None else tuple(dict.fromkeys((who, *beside.referents)))
        return Party(both, position, position)

    def _beside(self, start: int, position: int) -> Party | None:
        """Return with whom the speaker acts: "mengaku akan bersama Ratna menemui X"."""
        scene = self._scene
        for at in range(start, position):
            if scene.lower[at] in {"bersama", "beserta"}:
                found = scene.after(at)
                return found if found is not None and found.direct else None
        return None
