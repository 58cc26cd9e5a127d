"""Nouns that name an act: who acts, and to whom, beside the noun and by its light verb."""

from __future__ import annotations

from dataclasses import dataclass

from simak.reading.event.clause import Clause
from simak.reading.event.frame import Frame
from simak.reading.event.scene import DEED, ENDS, Party, Scene
from simak.reading.event.where import country
from simak.reading.phrase import base

# Acts that come "dari" somebody: "dukungan dari X", not "penangkapan anggota dari X".
_RECEIVED = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "ASSAULT",
                       "AGREE", "CONCEDE", "AID"})  # fmt: skip
# Acts in words, and what is given: somebody asked, blamed or helped has a part in each.
_ADDRESSED = _RECEIVED - {"ASSAULT"}
# What stands before a noun of which the clause's subject felt the effect: "atas permintaan X".
_UPON = frozenset({"atas", "dengan", "berkat", "karena", "akibat", "menyusul", "bawah", "tengah"})
# What stands between who did it and the noun: "tersangka kasus pembunuhan".
_CASES = frozenset({"kasus", "aksi", "perkara", "utama", "tindak", "pidana", "dugaan", "dari"})
_COPULAS = frozenset({"menjadi", "jadi", "adalah", "merupakan", "sebagai"})
# What bears the name of the place where it was done.
_BOMBS = frozenset({"explosives", "suicide-attack"})
# Acts of which "dalam" tells that the subject did another meanwhile ("tiba dalam kunjungan ke X").
_MEANWHILE = frozenset({"CONSULT", "COERCE"})
# Before who is refused: "penolakan kedatangan X", "penolakan X untuk masuk ke Y".
_COMING = frozenset({"kedatangan", "kehadiran", "kunjungan", "lawatan", "masuknya", "masuk",
                     "keberadaan", "pencalonan", "pengangkatan", "penunjukan"})  # fmt: skip
# Verbs that tell what one thinks of another's act: "warga menolak kunjungannya".
_OF_OTHERS = frozenset({"menolak", "menentang", "memprotes", "mengecam", "mengkritik", "mengutuk",
                        "menyesalkan", "menyayangkan", "menyambut", "mendukung", "menghalau",
                        "mengapresiasi", "menghadang", "menanggapi"})  # fmt: skip
_ENTERS = frozenset({"masuk", "memasuki"})
# What stands between who suffered and the noun: "tewas dalam serangan".
_SUFFERED_IN = frozenset({"dalam", "akibat", "karena", "oleh", "saat", "ketika", "dari"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts by a noun and to whom, and the position of the verb that tells it.

    ``implied`` and ``told`` are those of ``Arguments``.
    """

    actor: Party | None
    recipient: Party | None
    predicate: int
    implied: bool = False
    told: bool = False


class NounFinder:
    """Finds the parties of a noun in one scene."""

    def __init__(self, scene: Scene, clause: Clause) -> None:
        self._scene = scene
        self._clause = clause

    def find(self, frame: Frame, first: int, last: int) -> Sides:
        """Return who takes part in the act that the words ``first`` to ``last`` name."""
        scene = self._scene
        actor: Party | None = None
        recipient: Party | None = None
        predicate = first
        light = self._clause.light(first, last)
        if light is not None and light.passive and light.position > last and self._of_deed(first):
            light = None  # "pelarangan demonstrasi yang dilakukan X": X forbade it
        if light is not None and frame.type in _ADDRESSED and self._clause.answers(light):
            light = None  # "X mempertimbangkan permintaan"
        if light is not None:
            predicate = light.position
            if light.side == "actor":
                actor = self._clause.bearer(light)
                if actor is not None and not actor.direct:
                    actor = None
                if light.passive and light.position < first:
                    recipient = self._clause.subject(light.position)  # "X dijatuhi sanksi oleh Y"
            elif light.side == "recipient":
                recipient = self._clause.bearer(light)
                actor = scene.oblique(last, ("dari",), far=True)  # "menerima grasi dari X"
            given = None if light.receiver is None else scene.ending[light.receiver]
            if given is not None:
                recipient = Party((given.referent,), given.first, given.last)
        between = self._clause.between(last) if frame.symmetric else None
        if actor is None:
            actor = between
        elif recipient is None and between is not None:
            recipient = between
        if actor is None and not self._of_deed(first):
            actor = scene.oblique(last, ("oleh",), far=False)
        owner = scene.after(last)
        refused = self._refused(frame, last, owner)
        if refused is not None:
            recipient = recipient or refused
            actor = actor or self._entered(refused)
            owner = None
        if owner is not None and (not owner.direct or self._is_thing(frame, owner)):
            owner = None
        if actor is None and "possessor" not in frame.recipient:
            actor = owner
        if actor is None and frame.type in _RECEIVED and "dari" in scene.lower[last + 1 : last + 3]:
            actor = scene.oblique(last, ("dari",), far=False)
        if actor is None and frame.type == "ASSAULT":
            actor = self._called(first, scene.words.culprit)
        if actor is None and light is None:
            actor = self._reported(first, last)
        known = scene.lower[last + 1 : last + 2] in (["itu"], ["ini"], ["tersebut"])
        if actor is None and frame.type in _MEANWHILE and light is None and not known:
            actor = self._clause.meanwhile(first)
        if recipient is None and frame.prepositions:
            start = last
            if actor is not None and actor.first > last and owner is actor:
                start = actor.last
            recipient = scene.oblique(start, frame.prepositions, far=True)
        if recipient is None and "possessor" in frame.recipient:
            recipient = owner
        told = light is not None and light.passive and light.side == "actor"
        if recipient is None and told and predicate > last and frame.prepositions:
            # "permintaan itu dilayangkan X kepada Y"
            recipient = scene.oblique(predicate, frame.prepositions, far=False)
        if recipient is None and frame.type == "ASSAULT" and not frame.symmetric:
            recipient = self._befallen(first) or self._called(first, scene.words.victim)
        if recipient is None and actor is not None and frame.type in _ADDRESSED:
            recipient = self._addressed(first, last, actor)
        implied = False
        if actor is None and light is None and frame.agent is not None and recipient is not None:
            who = self._clause.implied(frame.agent, first)
            if who is not None and who not in recipient.referents:
                actor, implied = Party((who,), first, first), True
        return Sides(actor, recipient, predicate, implied=implied, told=told)

    def _addressed(self, first: int, last: int, actor: Party) -> Party | None:
        """Return to whom it was said: "X menolak desakan Y", "X mundur atas permintaan Y"."""
        scene = self._scene
        found = self._clause.answerer(first, last)
        if found is None and first > scene.sentence[first][0] and scene.lower[first - 1] in _UPON:
            found = self._clause.doer_above(first)
        if found is None or set(found.referents) & set(actor.referents):
            return None
        return found

    def _refused(self, frame: Frame, last: int, owner: Party | None) -> Party | None:
        """Return who may not come: "penolakan kedatangan X", "penolakan X untuk masuk ke Y"."""
        scene = self._scene
        high = scene.sentence[last][1]
        following = [*scene.lower[last + 1 : min(high, last + 2) + 1], "", ""]
        opposed = frame.type == "PROTEST" and following[0] in {"penolakan", "menolak"}
        if opposed and owner is not None and following[1] in _COMING:
            return owner  # "demonstrasi penolakan kedatangan X"
        if frame.act != "tolak" or owner is None:
            return None
        if following[0] in _COMING:
            return owner
        behind = owner.last + 1
        behind += behind < high and scene.lower[behind] in {"untuk", "agar"}
        enters = behind < high and scene.lower[behind] in _ENTERS
        return owner if enters and owner.direct else None

    def _entered(self, refused: Party) -> Party | None:
        """Return the country that lets somebody not in: "penolakan X untuk masuk ke Y"."""
        scene = self._scene
        high = scene.sentence[refused.last][1]
        at = refused.last + 1
        while at < high and scene.lower[at] in {"untuk", "agar", "masuk", "memasuki", "ke"}:
            at += 1
        unit = scene.starting[at] if at > refused.last + 1 else None
        if unit is None or not country(scene, unit.referent):
            return None
        return Party((unit.referent,), unit.first, unit.last)

    def _called(self, first: int, names: frozenset[str]) -> Party | None:
        """Return whom a word before the noun calls who did it: "dua pelaku penusukan X"."""
        scene = self._scene
        low = max(scene.sentence[first][0], first - 4)
        at = first - 1
        while at > low and scene.lower[at] not in names and scene.lower[at] in _CASES:
            at -= 1
        if at < low or scene.lower[at] not in names:
            return None
        for start in range(at, max(scene.sentence[first][0], at - 4) - 1, -1):
            unit = scene.starting[start]
            if unit is not None and unit.last >= at:
                return Party((unit.referent,), start, unit.last)
        before = at - 1
        if before > scene.sentence[first][0] and scene.lower[before] == ",":
            return scene.before(before)  # "Wirya, tersangka pembunuhan X"
        if before > scene.sentence[first][0] and scene.lower[before] in _COPULAS:
            return self._clause.subject(before)  # "Wirya menjadi korban penusukan"
        return None

    def _reported(self, first: int, last: int) -> Party | None:
        """Return who speaks of an act of theirs: "X mengungkapkan pertemuannya dengan Y"."""
        scene = self._scene
        at = last + 1
        high = scene.sentence[last][1]
        if at < high and scene.tokens[at].pos_ == "ADJ":
            at += 1
        if at > high or scene.lower[at] != "nya" or scene.starting[at] is not None:
            return None
        head = scene.tokens[first].head
        verb = scene.position[head.i]
        if base(scene.tokens[first].dep_) != "obj" or not 0 <= verb < first:
            return None
        if scene.lower[verb] in _OF_OTHERS:
            return None
        found = self._clause.subject(verb)
        return found if found is not None and found.direct else None

    def _befallen(self, first: int) -> Party | None:
        """Return who suffered by the act that a noun names: "X tewas dalam serangan Y"."""
        scene = self._scene
        low = scene.sentence[first][0]
        at = first - 1
        while at > low and first - at < 5 and scene.lower[at] not in _SUFFERED_IN:
            if scene.tokens[at].pos_ not in {"NOUN", "DET", "NUM"}:
                return None
            at -= 1
        if at <= low or scene.lower[at] not in _SUFFERED_IN:
            return None
        for verb in range(at - 1, max(low, at - 5), -1):
            if scene.lower[verb] in scene.words.befell:
                while verb - 1 > low and scene.lower[verb - 1] in {"menjadi", "jadi", "dunia"}:
                    verb -= 1
                found = self._clause.subject(verb)
                return found if found is not None and found.direct else None
            if scene.is_verb(verb) or scene.lower[verb] in ENDS:
                return None
        return None

    def _is_thing(self, frame: Frame, owner: Party) -> bool:
        """Tell whether the words behind a noun are what it is done with or where, not who did it.

        "pertukaran tahanan", "serangan bom Labuhara".
        """
        scene = self._scene
        if frame.symmetric and frame.need:
            words = scene.lower[owner.first : owner.last + 1]
            return any(word in frame.need for word in words)
        if frame.mode not in _BOMBS:
            return False
        return scene.cast.referents[owner.referents[0]].type not in {"ORG", "NORP", "GROUP"}

    def _of_deed(self, first: int) -> bool:
        """Tell whether a noun is what another deed is done to: "pembubaran aksi mogok oleh X"."""
        scene = self._scene
        for at in range(first - 1, max(scene.sentence[first][0], first - 5) - 1, -1):
            if scene.tokens[at].pos_ not in {"NOUN", "ADJ", "PROPN"}:
                return False
            if DEED.fullmatch(scene.lower[at]):
                return True
        return False
