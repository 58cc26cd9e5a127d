"""Judgement: what a source says of somebody that blames or praises ("menyebut X menipu").

Under a cue that merely reports, the words of the predicate tell it (``judgement.tsv``), if their
subject is somebody known, or what somebody did ("menilai kebijakan X keliru").
"""

from __future__ import annotations

from dataclasses import dataclass

from simak.lexicon import Lexicon
from simak.reading.event.frame import MODES, TYPES, Said
from simak.reading.event.scene import DEED, ENDS, Party, Scene
from simak.reading.finding import StatementFinding

_COLUMNS = ("words", "type", "mode", "of")
_OF = ("party", "deed", "any")
_NOT = {"tidak": "tidak", "tak": "tidak", "bukan": "bukan", "bukanlah": "bukan", "belum": "belum"}
# What ought to be or might be judges nobody; nor does what somebody wants.
_OUGHT = frozenset(
    {"harus", "mesti", "perlu", "wajib", "akan", "dapat", "bisa", "mungkin", "jangan"}
)
_WISHES = frozenset(
    {"menginginkan", "ingin", "menghendaki", "berharap", "mengingatkan", "berpesan", "meyakinkan"}
)
_IF = frozenset({"jika", "bila", "kalau", "apabila", "seandainya", "seolah-olah", "seolah"})
_ONLY = frozenset({"hanya", "cuma", "sekadar", "saja", "sekedar"})
_OURS = frozenset({"kami", "kita", "saya", "aku"})
_WIDEST = 8


@dataclass(frozen=True, slots=True)
class _Row:
    said: Said
    of: str


class JudgementLexicon:
    """Words of blame and praise (``judgement.tsv``), checked on load."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], _Row]]] = {}
        for row in lexicon.rows("judgement.tsv", _COLUMNS):
            type = row.one_of("type", TYPES)
            mode = row.one_of("mode", ("", *MODES.get(type, ()))) or None
            name = "tuduh" if type == "ACCUSE" else "puji"
            found = _Row(
                Said(name, type, mode, start=True),  # type: ignore[arg-type]
                row.one_of("of", _OF),
            )
            for words in row.list("words"):
                parts = tuple(words.lower().split())
                self._by_first.setdefault(parts[0], []).append((parts, found))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: list[str], kinds: tuple[str, ...]) -> Said | None:
        """Return the act of the words that begin ``words``, if said of one of ``kinds``."""
        for parts, row in self._by_first.get(words[0], []):
            if tuple(words[: len(parts)]) == parts and row.of in kinds:
                return row.said
        return None


class JudgementFinder:
    """Finds whom the statements of one scene blame or praise."""

    def __init__(self, scene: Scene, lexicon: JudgementLexicon) -> None:
        self._scene = scene
        self._lexicon = lexicon

    def find(
        self, statement: StatementFinding, speaker: int
    ) -> tuple[Said, tuple[int, ...]] | None:
        """Return the act that the words of a statement are, and toward whom; None if none."""
        scene = self._scene
        content = scene.positions(statement.content[0]) if statement.content else None
        cue = scene.positions(statement.cue)
        if content is None or cue is None or statement.act != "say":
            return None
        if scene.lower[cue[0]] in _WISHES or scene.lower[content[0]] in _OURS:
            return None
        subject = self._subject(content, cue)
        if subject is None:
            return None
        party, deed, start = subject
        known = tuple(one for one in party.referents if self._known(one))
        if not known or speaker in known or _IF & set(scene.lower[start : content[1] + 1]):
            return None
        said = self._predicate(start, content[1], ("deed", "any") if deed else ("party", "any"))
        return None if said is None else (said, known)

    def _known(self, index: int) -> bool:
        """Tell whether the referent is somebody: not any set of people ("banyak kalangan").

        A set without a name that is spoken of again is somebody ("para direksi").
        """
        referent = self._scene.cast.referents[index]
        named = any(mention.kind in {"name", "acronym"} for mention in referent.mentions)
        some = referent.type not in {"GROUP", "NORP"} or len(referent.mentions) > 1
        return self._scene.actor(index) and (named or some)

    def _subject(
        self, content: tuple[int, int], cue: tuple[int, int]
    ) -> tuple[Party, bool, int] | None:
        """Return of whom something is said, whether of their deed, and where it begins."""
        scene = self._scene
        first, last = content
        if scene.lower[cue[0]].startswith("di"):
            passive = cue[0] - 1
            if passive > 0 and scene.lower[passive] == "yang":
                passive -= 1
            before = scene.before(passive + 1) if passive >= 0 else None
            return (before, False, first) if before is not None and cue[1] < first else None
        while first < last and (scene.time[first] is not None or scene.lower[first] == ","):
            first += 1
        party = scene.phrase(first, last, together=True)
        if party is not None and party.direct:
            return party, False, party.last + 1
        if party is not None and self._is_deed(first):
            return party, True, party.last + 1
        return self._done_by(first, last)

    def _is_deed(self, position: int) -> bool:
        word = self._scene.lower[position]
        words = self._scene.words
        return word in words.deed or word in words.claim or bool(DEED.fullmatch(word))

    def _done_by(self, first: int, last: int) -> tuple[Party, bool, int] | None:
        """Return who did it of "apa yang dilakukan X", "langkah yang diambil oleh X"."""
        scene = self._scene
        for at in range(first, min(last - 2, first + 5)):
            word = scene.lower[at]
            if word == "yang" and scene.lower[at + 1].startswith("di"):
                agent = at + 1 + (scene.lower[at + 2] == "oleh")
                party = scene.after(agent, last)
                if party is not None and party.direct:
                    return party, True, party.last + 1
                return None
            if scene.is_verb(at) or word in ENDS or word == ",":
                return None
        return None

    def _predicate(self, start: int, last: int, kinds: tuple[str, ...]) -> Said | None:
        """Return the act of the words that begin a predicate."""
        scene = self._scene
        at = start
        while at <= min(last, start + _WIDEST):
            words = scene.lower[at : min(last, at + 4) + 1]
            negated = _NOT.get(words[0], words[0])
            said = self._lexicon.at([negated, *words[1:]], kinds)
            if said is not None:
                return None if _ONLY & set(words) else said
            if words[0] in _NOT or words[0] in _OUGHT:
                return None
            token = scene.tokens[at]
            passed = token.pos_ in {"ADV", "AUX", "PART"} or words[0] in scene.words.between
            if (
                not passed
                and scene.time[at] is None
                and words[0] not in {'"', "“", "‘", "'", "(", ")"}
            ):
                return None
            at += 1
        return None
