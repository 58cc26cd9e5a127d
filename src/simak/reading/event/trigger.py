"""Triggers: where the words of a frame stand, and whether they mean there what they mean in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from simak.lexicon import Lexicon
from simak.reading.event.frame import FrameLexicon, Match
from simak.reading.event.scene import Scene

# An article is of a field when this many different words of it stand there, and these words make
# up this share of all.
_FIELD_WORDS = 3
_FIELD_SHARE = 0.012


class TriggerFinder:
    """Finds the words of frames in a scene."""

    def __init__(self, frames: FrameLexicon, lexicon: Lexicon) -> None:
        self._frames = frames
        self._fields: dict[str, str] = {
            row["word"].lower(): row["field"]
            for row in lexicon.rows("field.tsv", ("word", "field"))
        }

    def fields(self, scene: Scene) -> frozenset[str]:
        """Return the fields of which the article is: "sport" and the like."""
        found: dict[str, Counter[str]] = {}
        words = [*scene.lower, *(f"{one} {two}" for one, two in pairwise(scene.lower))]
        for word in words:
            field = self._fields.get(word)
            if field is not None:
                found.setdefault(field, Counter())[word] += 1
        return frozenset(
            field
            for field, counts in found.items()
            if len(counts) >= _FIELD_WORDS
            and counts.total() >= _FIELD_SHARE * max(len(scene.lower), 1)
        )

    def find(self, scene: Scene) -> Iterator[tuple[int, int, list[Match]]]:
        """Yield first and last position of each trigger, with the frames that fit there.

        Several may fit the same words; they stand in the order of ``frame.tsv``.
        """
        fields = self.fields(scene)
        at = 0
        while at < len(scene.tokens):
            matches = self._matches(scene, at, fields)
            if matches:
                yield at, at + matches[0].length - 1, matches
            at += matches[0].length if matches else 1

    def _matches(self, scene: Scene, at: int, fields: frozenset[str]) -> list[Match]:
        found: list[Match] = []
        for match in self._frames.at(scene.lower, at, scene.sentence[at][1]):
            last = at + match.length - 1
            if found and match.length < found[0].length:
                break
            if match.voice == "object" and not _behind_pronoun(scene, at):
                if not _behind_pronoun(scene, at, helped=True):
                    continue
                match = replace(match, voice="active")  # "kami akan bantu korban"
            # Where it is done to nobody, a needed word may be the subject and stand far before:
            # "ratusan polisi bersenjata lengkap dengan tameng bersiaga".
            far = match.voice == "active" and not match.frame.recipient
            before = 10 if far else 3
            near, wider = scene.around(at, last), scene.around(at, last, before, after=14)
            if match.frame.fits(near, fields, wider) and not _in_name(scene, at):
                found.append(match)
        return found


def _behind_pronoun(scene: Scene, at: int, *, helped: bool = False) -> bool:
    """Tell whether the word right before is a pronoun that can act ("kami lepaskan").

    ``helped``: with one or two helping words between, where the verb is said as in speech, without
    its "me-": "kami akan bantu korban".
    """
    low, before = scene.sentence[at][0], at - 1
    if helped:
        while before > low and at - before < 3 and scene.tokens[before].pos_ in {"ADV", "AUX"}:
            before -= 1
        if before == at - 1:
            return False
    return (
        before >= low
        and scene.lower[before] in scene.words.doer
        and scene.tokens[at].pos_ != "NOUN"
    )


def _in_name(scene: Scene, at: int) -> bool:
    """Tell whether the word is part of a name ("Komisi Pemberantasan Korupsi")."""
    token = scene.tokens[at]
    if scene.page.skipped(token.idx, token.idx + len(token)):
        return True
    if not token.text[0].isupper() or at == scene.sentence[at][0]:
        return False
    if not scene.tokens[at - 1].text[0].isalnum() and not scene.named[at]:
        return False  # behind a dash or a quotation mark a sentence begins
    if scene.named[at] or bool(token.ent_type_) or token.pos_ == "PROPN":
        return True
    # "dalam Pertemuan Diaspora Sagara": not "Serangan Sagara", where a name follows at once.
    behind = at + 1
    return (
        behind <= scene.sentence[at][1]
        and scene.lower[at - 1] == scene.tokens[at - 1].text
        and scene.tokens[behind].text[:1].isupper()
        and scene.starting[behind] is None
    )
