"""Arguments: who acts and to whom, by the frame of a trigger and the voice in which it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simak.reading.event.clause import Clause
from simak.reading.event.frame import Frame, Voice
from simak.reading.event.scene import DEED, ENDS, Party, Scene

# Events in words, or by law: "mengecam kebijakan X" and "menyita rumah X" are done to X.
VERBAL = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "COERCE"})
# Acts that come "dari" somebody: "dukungan dari X", not "penangkapan anggota dari X".
_RECEIVED = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "ASSAULT",
                       "AGREE", "CONCEDE", "AID"})  # fmt: skip
# What bears the name of the place where it was done.
_BOMBS = frozenset({"explosives", "suicide-attack"})
# Acts that a deed or a document does for who did or wrote it: "resolusi X mengecam Y".
_BY_DEED = frozenset({"ASSAULT", "SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
# Acts of which "dalam" tells that the subject did another meanwhile ("tiba dalam kunjungan ke X").
_MEANWHILE = frozenset({"CONSULT", "COERCE"})
# What stands between who suffered and the noun: "tewas dalam serangan".
_SUFFERED_IN = frozenset({"dalam", "akibat", "karena", "oleh", "saat", "ketika", "dari"})
_FRONTED = frozenset({"kepada", "terhadap", "bagi"})
_WIDEST = 60
# Modes of acts that are done to people.
_BODILY = frozenset({"arrest", "deport", "beat", "torture", "sexual", "abduct", "convict"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who takes part, and the positions of the predicate and of the words that tell it.

    ``implied``: the actor was taken for granted; ``told``: a relative clause says who did it
    ("dukungan yang diberikan X"); ``site``: a mere place where a recipient could stand;
    ``mutual``: the actors do it to each other ("saling menyerang"); ``thing``: it is done to
    something that is no party ("menyerang sebuah pos").
    """

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    predicate: int
    first: int
    last: int
    implied: bool = False
    told: bool = False
    site: int | None = None
    mutual: bool = False
    thing: bool = False


class ArgumentFinder:
    """Finds actors and recipients of a trigger in one scene."""

    def __init__(self, scene: Scene, clause: Clause) -> None:
        self._scene = scene
        self._clause = clause

    def find(self, frame: Frame, voice: Voice, first: int, last: int) -> Arguments:
        """Return who takes part in the act that the words ``first`` to ``last`` name."""
        if voice == "noun":
            found = self._of_noun(frame, first, last)
            if not found.actors and self._scene.tokens[first].pos_ == "VERB":
                return self._of_verb(frame, first, last)  # "para buruh mogok"
            return found
        if voice == "passive":
            return self._of_passive(frame, first, last)
        if voice == "object":
            return self._of_object_voice(frame, first, last)
        return self._of_verb(frame, first, last)

    def _of_verb(self, frame: Frame, first: int, last: int) -> Arguments:
        scene = self._scene
        subject = self._clause.subject(first)
        if subject is None and frame.type in _BY_DEED:
            subject = self._clause.subject_owner(first)  # "serangan X menewaskan Y"
        if first > scene.sentence[first][0] and scene.lower[first - 1] == "saling":
            found = self._joined(frame, subject, None, first, first, last)
            return replace(found, mutual=True)
        if frame.symmetric and last < scene.sentence[last][1] and scene.lower[last + 1] == "antara":
            return self._joined(frame, self._clause.between(last), None, first, first, last)
        recipient = self._recipient(frame, first, last)
        found = self._joined(frame, self._clause.led(subject), recipient, first, first, last)
        thing = self._clause.thing(first, last) if "object" in frame.recipient else None
        # In "menembakkan roket" the object is what it is done with.
        return replace(found, thing=thing is not None and thing not in frame.need)

    def _of_object_voice(self, frame: Frame, first: int, last: int) -> Arguments:
        """Return who takes part where a pronoun acts: "para tersangka kami lepaskan"."""
        scene = self._scene
        pronoun = scene.ending[first - 1]
        actor = None
        if pronoun is not None and pronoun.first == first - 1:
            actor = Party((pronoun.referent,), first - 1, first - 1)
        recipient = None
        if "object" in frame.recipient:
            recipient = scene.after(last) or self._clause.undergoer(first - 1)
            if recipient is not None and not recipient.direct:
                recipient = None
        elif frame.prepositions:
            recipient = scene.oblique(last, frame.prepositions, far=False)
        return self._joined(frame, actor, recipient, first - 1, first, last)

    def _of_passive(self, frame: Frame, first: int, last: int) -> Arguments:
        scene = self._scene
        agent = self._clause.agent(first, last - first)
        recipient: Party | None = None
        if "object" in frame.recipient:
            if frame.mode == "third-party":
                recipient = self._clause.subject_owner(first)  # "perundingan A dan B dimediasi X"
            if self._clause.turned(last):
                recipient = scene.after(last + 1)
            recipient = recipient or self._clause.subject(first)
            if recipient is None and frame.type in VERBAL:
                recipient = self._clause.subject_owner(first)
            if recipient is not None and agent is not None:
                rest = tuple(one for one in recipient.referents if one not in agent.referents)
                recipient = Party(rest, recipient.first, recipient.last) if rest else None
        elif frame.prepositions:
            recipient = scene.oblique(last, frame.prepositions, far=False)
        if agent is not None and recipient is None and self._begins(agent, last):
            agent = None  # "disayangkan X menolak Y": X is the subject of what follows
        implied = False
        if agent is None and frame.agent is not None and recipient is not None:
            who = self._clause.implied(frame.agent, first)
            if who is not None and who not in recipient.referents:
                agent, implied = Party((who,), first, first), True
        found = self._joined(frame, agent, recipient, first, first, last)
        return replace(found, implied=implied)

    def _begins(self, agent: Party, last: int) -> bool:
        """Tell whether the party right behind a passive is the subject of a verb behind it."""
        scene = self._scene
        behind = agent.last + 1
        if agent.first != last + 1 or behind > scene.sentence[last][1]:
            return False
        return scene.is_verb(behind)

    def _of_noun(self, frame: Frame, first: int, last: int) -> Arguments:
        scene = self._scene
        actor: Party | None = None
        recipient: Party | None = None
        predicate = first
        light = self._clause.light(first, last)
        if light is not None and light.passive and light.position > last and self._of_deed(first):
            light = None  # "pelarangan demonstrasi yang dilakukan X": X forbade it
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
        if owner is not None and (not owner.direct or self._is_thing(frame, owner)):
            owner = None
        if actor is None and "possessor" not in frame.recipient:
            actor = owner
        if actor is None and frame.type in _RECEIVED and "dari" in scene.lower[last + 1 : last + 3]:
            actor = scene.oblique(last, ("dari",), far=False)
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
            recipient = self._befallen(first)
        implied = False
        if actor is None and light is None and frame.agent is not None and recipient is not None:
            who = self._clause.implied(frame.agent, first)
            if who is not None and who not in recipient.referents:
                actor, implied = Party((who,), first, first), True
        found = self._joined(frame, self._clause.led(actor), recipient, predicate, first, last)
        mutual = predicate > scene.sentence[first][0] and scene.lower[predicate - 1] == "saling"
        return replace(found, told=told, implied=implied, mutual=mutual)

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

    def _joined(
        self,
        frame: Frame,
        actor: Party | None,
        recipient: Party | None,
        predicate: int,
        first: int,
        last: int,
    ) -> Arguments:
        scene = self._scene
        actors = tuple(one for one in (actor.referents if actor else ()) if scene.actor(one))
        recipients = tuple(
            one
            for one in (recipient.referents if recipient else ())
            if scene.actor(one) and one not in actors and self._suffers(frame, one)
        )
        begin, end = min(predicate, first), max(predicate, last)
        for party in (actor, recipient):
            if party is None or scene.sentence[party.first] != scene.sentence[first]:
                continue
            if first - _WIDEST < party.first and party.last < last + _WIDEST:
                begin, end = min(begin, party.first), max(end, party.last)
        sites = [one for one in (recipient.referents if recipient else ()) if not scene.actor(one)]
        site = sites[0] if sites and scene.cast.referents[sites[0]].type == "LOC" else None
        return Arguments(actors, recipients, predicate, begin, end, site=site)

    def _suffers(self, frame: Frame, index: int) -> bool:
        """Tell whether it can be done to the referent: no country is arrested or beaten."""
        return frame.mode not in _BODILY or self._scene.cast.referents[index].type != "GPE"

    def _recipient(self, frame: Frame, first: int, last: int) -> Party | None:
        scene = self._scene
        for way in frame.recipient:
            if way == "object":
                party = self._clause.object(first, last - first)
                if party is not None and (party.direct or self._owned(frame, party)):
                    return party
        if frame.type == "THREATEN":
            threatened = self._threatened(last)
            if threatened is not None:
                return threatened
        if not frame.prepositions:
            return None
        return scene.oblique(last, frame.prepositions, far=False) or self._fronted(frame, first)

    def _threatened(self, last: int) -> Party | None:
        """Return to whom is done what is threatened: "mengancam (akan) membunuh X"."""
        scene = self._scene
        for at in range(last + 1, min(scene.sentence[last][1], last + 3) + 1):
            if scene.is_verb(at):
                party = self._clause.object(at)
                return party if party is not None and party.direct else None
        return None

    def _fronted(self, frame: Frame, first: int) -> Party | None:
        """Return to whom it is done, told at the beginning: "bagi X, hakim menjatuhkan vonis"."""
        scene = self._scene
        low = scene.sentence[first][0]
        if not _FRONTED & set(frame.prepositions):
            return None
        for at in range(first - 1, max(low, first - 14) - 1, -1):
            if scene.is_verb(at) or scene.lower[at] in ENDS:
                return None
            if scene.lower[at] in _FRONTED:
                party = scene.after(at)
                return party if party is not None and party.direct else None
        return None

    def _owned(self, frame: Frame, party: Party) -> bool:
        """Tell whether what is done to somebody's thing is done to them ("menyerang pos X").

        A place is no party to what happens to things in it ("mendukung pemilihan di X"), but to
        what is done to its deeds ("mengecam kebijakan X").
        """
        scene = self._scene
        referent = scene.cast.referents[party.referents[0]]
        if frame.type in VERBAL or frame.mode == "discontinue":
            # "meminta sidang X ditunda" is not asked of X
            spoken = referent.type not in {"GPE", "LOC"} and frame.type != "REQUEST"
            return spoken or any(
                scene.lower[at] in scene.words.deed for at in range(party.first, party.last + 1)
            )
        return frame.type == "ASSAULT" and (
            frame.mode == "destroy" or referent.type in {"GPE", "ORG", "NORP", "GROUP"}
        )
