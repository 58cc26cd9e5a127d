"""Addressee: to whom the act of a statement is done, told in its own sentence.

The one addressed, the clitic behind the cue ("memintanya"), the party that begins what is said
("mengecam X"), or the one behind "kepada" or "dari" ("menuntut kenaikan upah kepada X").
"""

from __future__ import annotations

from simak.indonesian.clitic import is_clitic
from simak.reading.event.argument import Arguments
from simak.reading.event.frame import Said
from simak.reading.event.scene import ENDS, Scene

# Prepositions before whom the act that is blamed was done to, or where.
_UNDERGOES = frozenset({"terhadap", "kepada", "pada", "atas", "di", "ke"})
# Before the one of whom something is asked, or to whom it is promised, behind what it is.
_BEHIND = {
    "REQUEST": frozenset({"kepada", "dari", "ke"}),
    "AGREE": frozenset({"kepada"}),
    "CONCEDE": frozenset({"kepada", "terhadap"}),
    "REJECT": frozenset({"dari"}),
}
# Acts that are done to the "nya" behind their verb; what is refused or denied is a thing.
_CLITIC = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN"})
_REACH = 16


class AddresseeFinder:
    """Finds to whom the statements of one scene are said, where their act is an event."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def find(
        self, index: int, said: Said, speaker: int, arguments: Arguments | None
    ) -> tuple[int, ...]:
        """Return the referents to whom statement ``index`` is an act, without the speaker.

        ``arguments``: those of the verb that is the cue, if it is a trigger.
        """
        scene = self._scene
        to = self._told(index, speaker)
        if to:
            return to
        behind = self._clitic(index)
        if behind is not None and said.type in _CLITIC and behind != speaker:
            return (behind,) if scene.actor(behind) else ()
        promised = said.type == "AGREE" and self._clause(index)
        if arguments is not None and not promised:
            known = tuple(one for one in arguments.recipients if one not in (speaker, behind))
            if known and scene.statements[index].act != "deny":
                asked = self._in_content(index, said, speaker) if said.start else ()
                return asked if set(known) < set(asked) else known
        return self._in_content(index, said, speaker) or self._oblique(index, said, speaker)

    def _told(self, index: int, speaker: int) -> tuple[int, ...]:
        """Return who is addressed: all of "meminta X dan Y agar ..."."""
        scene = self._scene
        to = scene.said_to(index)
        if to is None or to == speaker or not scene.actor(to):
            return ()
        span = scene.statements[index].addressee
        words = scene.positions(span) if span is not None else None
        party = scene.phrase(words[0], together=True) if words is not None else None
        if party is None or to not in party.referents:
            return (to,)
        return tuple(one for one in party.referents if one != speaker and scene.actor(one))

    def _clitic(self, index: int) -> int | None:
        """Return whom the clitic behind the cue names.

        That is its object ("memintanya"), or whose act it is ("menyampaikan terima kasihnya").
        """
        scene = self._scene
        cue = scene.positions(scene.statements[index].cue)
        behind = cue[1] + 1 if cue is not None else len(scene.tokens)
        if behind >= len(scene.tokens) or not is_clitic(scene.tokens[behind]):
            return None
        unit = scene.starting[behind]
        return unit.referent if unit is not None else None

    def _clause(self, index: int) -> bool:
        """Tell whether what is said begins with a subject and its verb: "X akan pulang"."""
        scene = self._scene
        for span in scene.statements[index].content[:1]:
            content = scene.positions(span)
            unit = scene.starting[content[0]] if content is not None else None
            return unit is not None and self._verb_behind(unit.last)
        return False

    def _in_content(self, index: int, said: Said, speaker: int) -> tuple[int, ...]:
        """Return the party that begins what is said, or stands in it."""
        scene = self._scene
        statement = scene.statements[index]
        denies = statement.act == "deny"
        content = scene.positions(statement.content[0]) if statement.content else None
        if content is None:
            return ()
        first, last = content
        if said.start:
            return self._beginning(first, last, speaker)
        reach = min(last, first + (2 if denies else 14))
        if denies and scene.lower[first] not in scene.words.claim:
            return ()  # "membantah X mencuri", "membantah kabar X" is not said to X
        behalf = False  # in "mewakili warga X": for whom, not to whom, something is said
        before = ""  # the preposition on which a word may hang
        for at in range(first, reach + 1):
            if scene.lower[at] in scene.words.behalf:
                behalf = True
            elif scene.tokens[at].pos_ == "ADP":
                behalf, before = False, scene.lower[at]
            elif scene.tokens[at].pos_ in {"VERB", "PUNCT", "CCONJ", "SCONJ", "PRON"}:
                before = ""
            unit = scene.starting[at]
            if behalf or unit is None or unit.referent == speaker or not scene.actor(unit.referent):
                continue
            if denies and at == first:
                return ()
            if said.type == "ACCUSE" and before in _UNDERGOES:
                continue  # "mengutuk serangan terhadap warga X" is not done to X
            if said.type == "AGREE" and at == first and self._verb_behind(unit.last):
                return ()  # "menjanjikan Partani akan pulang": Partani is the subject
            hung = at > first and scene.tokens[at - 1].pos_ == "ADP" and before != "oleh"
            if hung and said.type != "THREATEN":
                continue  # "selamat dari X", but "mengancam keluar dari X"
            party = scene.after(at - 1, last) if at > scene.sentence[at][0] else None
            found = party.referents if party is not None else (unit.referent,)
            return tuple(one for one in found if one != speaker and scene.actor(one))
        return ()

    def _beginning(self, first: int, last: int, speaker: int) -> tuple[int, ...]:
        """Return the parties with which a clause begins, over "ada" and times."""
        scene = self._scene
        while first < last and (
            scene.time[first] is not None or scene.lower[first] in {"ada", "adanya", ","}
        ):
            first += 1
        party = scene.phrase(first, last, together=True)
        if party is None or not party.direct or speaker in party.referents:
            return ()
        return tuple(one for one in party.referents if scene.actor(one))

    def _oblique(self, index: int, said: Said, speaker: int) -> tuple[int, ...]:
        """Return the parties behind what is asked: "menuntut kenaikan upah kepada X".

        Not in a clause: "meminta agar surat dikirim kepada X" is not asked of X.
        """
        scene = self._scene
        statement = scene.statements[index]
        content = scene.positions(statement.content[0]) if statement.content else None
        prepositions = _BEHIND.get(said.type, frozenset())
        if content is None or scene.tokens[content[0]].pos_ not in {"NOUN", "ADV", "NUM", "DET"}:
            return ()
        cue = scene.positions(statement.cue)
        if cue is None or cue[1] + 1 != content[0]:
            return ()  # behind "agar", or quoted
        first = content[0]
        for at in range(first + 1, min(scene.sentence[first][1], first + _REACH) + 1):
            word = scene.lower[at]
            if word in ENDS or word == "," or word == "yang" or scene.opens(at):
                return ()
            if scene.is_verb(at) and word != "menjadi":
                return ()
            if word in prepositions:
                party = scene.after(at)
                if party is None or not party.direct:
                    return ()
                return tuple(one for one in party.referents if one != speaker and scene.actor(one))
        return ()

    def _verb_behind(self, last: int) -> bool:
        """Tell whether a verb follows, perhaps behind "akan": what stands before is its subject."""
        scene = self._scene
        behind = scene.lower[last + 1 : last + 3]
        return any(
            scene.is_verb(last + 1 + step) and (step == 0 or behind[0] == "akan")
            for step in range(len(behind))
        )
