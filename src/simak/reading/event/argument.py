"""Arguments: who acts and to whom, by the frame of a trigger and the voice in which it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simak.reading.event.clause import Clause
from simak.reading.event.frame import Frame, Voice
from simak.reading.event.noun import NounFinder
from simak.reading.event.scene import ENDS, Party, Scene
from simak.reading.event.several import Several

# Events in words, or by law: "mengecam kebijakan X" and "menyita rumah X" are done to X.
VERBAL = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "COERCE"})
# Acts that a deed or a document does for who did or wrote it: "resolusi X mengecam Y".
_BY_DEED = frozenset({"ASSAULT", "SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_FRONTED = frozenset({"kepada", "terhadap", "bagi"})
_WIDEST = 60
# Acts that parties do together: told in the passive too with "antara X dan Y".
_BETWEEN = frozenset({"AGREE", "SUPPORT", "CONSULT", "COOPERATE"})
# What opens the clause of the act by which somebody suffered.
_WHEN = frozenset({"ketika", "saat", "setelah", "usai", "karena", "akibat", "lantaran", "sewaktu"})
# Acts that done to a house are done to whose it is, and who can have one.
_TO_HOUSES = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_OWNERS = frozenset({"ORG", "PER", "NORP", "GROUP"})
# Modes of acts that are done to people.
_BODILY = frozenset({"arrest", "deport", "beat", "torture", "sexual", "abduct", "convict"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who takes part, and the positions of the predicate and of the words that tell it.

    ``implied``: the actor was taken for granted; ``told``: a relative clause says who did it
    ("dukungan yang diberikan X"), or words of no party with whom it was done; ``site``: a mere
    place where a recipient could stand; ``mutual``: the actors do it to each other ("saling
    menyerang"); ``thing``: it is done to something that is no party ("menyerang sebuah pos").
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
        self._noun = NounFinder(scene, clause)
        self._several = Several(scene)

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
        verb = self._verb(first, last)
        subject = self._clause.subject(verb)
        if subject is None and frame.type in _BY_DEED:
            subject = self._clause.subject_owner(verb)  # "serangan X menewaskan Y"
        if first > scene.sentence[first][0] and scene.lower[first - 1] == "saling":
            found = self._joined(frame, subject, None, first, first, last)
            return replace(found, mutual=True)
        if frame.symmetric and last < scene.sentence[last][1] and scene.lower[last + 1] == "antara":
            return self._joined(frame, self._clause.between(last), None, first, first, last)
        recipient = self._recipient(frame, first, last)
        if recipient is None and frame.type == "ASSAULT" and frame.mode != "primitive":
            recipient = self._hurt(verb)
        found = self._joined(frame, self._clause.led(subject), recipient, first, first, last)
        thing = self._clause.thing(first, last) if "object" in frame.recipient else None
        # "bertemu dengan pendiri ...": with whom is told, if by no name that is known.
        with_whom = any(word in frame.prepositions for word in scene.lower[last + 1 : last + 2])
        told = frame.symmetric and frame.parties < 2 and with_whom
        # In "menembakkan roket" the object is what it is done with.
        return replace(found, thing=thing is not None and thing not in frame.need, told=told)

    def _hurt(self, verb: int) -> Party | None:
        """Return who suffered when it was done: "dua orang terluka ketika X menembak"."""
        scene = self._scene
        low = scene.sentence[verb][0]
        opened = next((at for at in range(verb - 1, low, -1) if scene.lower[at] in _WHEN), None)
        if opened is None or verb - opened > 12:
            return None
        if any(scene.is_verb(at) or scene.lower[at] in ENDS for at in range(opened + 1, verb)):
            return None
        for at in range(opened - 1, max(low, opened - 8), -1):
            if scene.lower[at] in scene.words.befell:
                found = self._clause.subject(at)
                return found if found is not None and found.direct else None
            if scene.is_verb(at) or scene.lower[at] in ENDS:
                return None
        return None

    def _verb(self, first: int, last: int) -> int:
        """Return where the verb of a trigger stands: behind the "tak" of "tak memenuhi"."""
        found = range(first, last + 1)
        return next((at for at in found if self._scene.is_verb(at)), first)

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
        if agent is not None and recipient is None and self._turned_round(frame, agent, first):
            agent, recipient = None, agent  # "juga ditangkap X": X is who was caught
        if agent is None and frame.type in _BETWEEN:
            agent = self._clause.between(last)  # "diteken antara X dan Y"
        implied = False
        if agent is None and frame.agent is not None and recipient is not None:
            who = self._clause.implied(frame.agent, first)
            if who is not None and who not in recipient.referents:
                agent, implied = Party((who,), first, first), True
        found = self._joined(frame, agent, recipient, first, first, last)
        return replace(found, implied=implied)

    def _turned_round(self, frame: Frame, party: Party, first: int) -> bool:
        """Tell whether who undergoes it stands behind a passive that opens its clause.

        Of what only the law does, and done to a party that is no part of it.
        """
        scene = self._scene
        if frame.agent != "law" or frame.mode not in _BODILY or scene.lower[party.first] == "oleh":
            return False
        at = first - 1
        low = scene.sentence[first][0]
        while at >= low and scene.tokens[at].pos_ in {"ADV", "AUX"}:
            at -= 1
        opened = at < low or scene.lower[at] == "," or scene.opens(at) or scene.time[at] is not None
        return opened and not self._clause.of_group(frame.agent, party)

    def _begins(self, agent: Party, last: int) -> bool:
        """Tell whether the party right behind a passive is the subject of a verb behind it."""
        scene = self._scene
        behind = agent.last + 1
        if agent.first != last + 1 or behind > scene.sentence[last][1]:
            return False
        return scene.is_verb(behind)

    def _of_noun(self, frame: Frame, first: int, last: int) -> Arguments:
        scene = self._scene
        one = self._noun.find(frame, first, last)
        actor = self._clause.led(one.actor)
        found = self._joined(frame, actor, one.recipient, one.predicate, first, last)
        mutual = (
            one.predicate > scene.sentence[first][0] and scene.lower[one.predicate - 1] == "saling"
        )
        return replace(found, told=one.told, implied=one.implied, mutual=mutual)

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
        actor, recipient = self._several.meant(actor), self._several.meant(recipient)
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
                if party is not None and frame.act == "janji" and scene.is_verb(party.last + 1):
                    continue  # "menjanjikan Partani akan pulang": not to Partani
                if party is not None and (party.direct or self._owned(frame, party)):
                    return self._housed(frame, party)
        if frame.type == "THREATEN":
            threatened = self._threatened(last)
            if threatened is not None:
                return threatened
        if not frame.prepositions:
            return None
        return scene.oblique(last, frame.prepositions, far=False) or self._fronted(frame, first)

    def _housed(self, frame: Frame, party: Party) -> Party:
        """Return whose the building is to which it is done: "membakar kantor X"."""
        scene = self._scene
        if frame.type not in _TO_HOUSES or any(scene.actor(one) for one in party.referents):
            return party
        for at in range(party.first + 1, party.last + 1):
            unit = scene.starting[at]
            if unit is not None and scene.cast.referents[unit.referent].type in _OWNERS:
                return Party((unit.referent,), party.first, party.last)
        return party

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
        if frame.type in VERBAL or frame.type == "AID" or frame.mode == "discontinue":
            # "meminta sidang X ditunda" is not asked of X, "menyelamatkan mobil X" not their rescue
            spoken = referent.type not in {"GPE", "LOC"} and frame.type not in {"REQUEST", "AID"}
            return spoken or any(
                scene.lower[at] in scene.words.deed for at in range(party.first, party.last + 1)
            )
        return frame.type == "ASSAULT" and (
            frame.mode == "destroy" or referent.type in {"GPE", "ORG", "NORP", "GROUP"}
        )
