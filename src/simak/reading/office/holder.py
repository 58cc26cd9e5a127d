"""Holders: does the name of who holds an office begin here, or a word of the office?"""

from __future__ import annotations

from simak.reading.name_word import is_person
from simak.reading.office.ground import ENGLISH, LINKS, Ground
from simak.reading.title import Title

_WHEN = frozenset({"saat", "ketika", "usai", "kepada", "seusai", "dalam"})
_FURTHER = frozenset({"lainnya", "lain", "sejumlah", "beberapa", "para", "jajaran", "rombongan"})
# Words before the source of what is told behind a comma.
_TELLING = frozenset({"menurut", "kata", "ujar", "tutur", "jelas", "ungkap"})


class Holders:
    """The names on a page, as those of holders of offices."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def is_body(self, index: int) -> bool:
        """Tell whether the "person" at ``index`` may be a body, or its last word.

        So it is in "Sutini Arga, ketua Yayasan | Jaya, ..." and "Sutini Arga, pendiri | Muaraku".
        """
        found = self._ground.names[index]
        if not any(is_person(word.text) for word in self._ground.words[index : found[1] + 1]):
            return True
        return found[1] == index and any(
            known[1] == index - 1 and known[0].type == "ORG"
            for start in range(index - 1, max(-1, index - 8), -1)
            if (known := self._ground.names.get(start)) is not None
        )

    def is_holder(self, index: int) -> bool:
        """Tell whether the name of the holder begins here, and no word of the office or body."""
        found = self._ground.names.get(index)
        if found is None or found[0].type != "PER":
            return False
        inside = self._ground.words[index : found[1] + 1]
        if self._ground.words[index].lower in LINKS or any(
            c.isdigit() for w in inside for c in w.text
        ):
            return False
        if (
            index > 1
            and self._ground.is_rank(index - 1)
            and self._ground.heads.at(self._ground.surface, index - 2)
        ):
            return False  # "Universitas Jenderal Sutini"
        if self._ground.named_after(index):
            return False
        if index == found[1] and self._ground.titles.is_unit(self._ground.surface.lower(index - 1)):
            return False  # "Kepala Bagian | Litigasi"
        after = found[1] + 1
        if not self._ground.same_sentence(index, after) or not self._ground.surface.adjacent(
            found[1], after
        ):
            return True
        following = self._ground.names.get(after)
        if following is not None and (
            following[0].type in ("ORG", "PER") or not any(is_person(w.text) for w in inside)
        ):
            return False
        word = self._ground.words[after]
        if following is None and word.capital and not (word.upper or word.time or word.initial):
            return False  # a name that goes on is a body's
        if self._ground.surface.lower(after) in LINKS and after + 1 < len(self._ground.words):
            # "... Institute | for Policy | Sutini Arga": a person's name has no such word
            return self._ground.surface.lower(after) not in ENGLISH
        return not (
            self._ground.heads.at(self._ground.surface, after) or self._ground.is_title(after)
        )

    def ranked(self, index: int) -> bool:
        """Tell whether the rank at ``index`` stands before a name that a comma or a verb closes."""
        rank = self._ground.titles.head(self._ground.surface, index)
        if rank is None or rank.kind not in ("rank", "honorific"):
            return False
        position = rank.last + 1
        while (more := self._ground.titles.head(self._ground.surface, position)) is not None:
            if more.kind not in ("rank", "honorific"):
                return False
            position = more.last + 1  # "Drs. H. Sutini Arga"
        found = self._ground.names.get(position)
        return found is not None and found[0].type == "PER" and self.closes(found[1] + 1)

    def beyond_body(self, title: Title, index: int) -> int | None:
        """Return where the holder is named, if the name at ``index`` is a body's for all its look.

        "Direktur Eksekutif Muaraku, Sutini Arga, ..."
        """
        inside = self._ground.words[index : self._ground.names[index][1] + 1]
        if self._ground.titles.serves(self._ground.surface, title) or any(
            is_person(w.text) for w in inside
        ):
            return None
        comma = self._ground.names[index][1] + 1
        holder = self._ground.names.get(comma + 1)
        if self._ground.surface.lower(comma) == "," and self._ground.is_title(comma + 1):
            return comma + 1 if self.ranked(comma + 1) else None
        if self._ground.surface.lower(comma) != "," or holder is None or holder[0].type != "PER":
            return None
        words = self._ground.words[comma + 1 : holder[1] + 1]
        named = len(words) > 1 and any(is_person(word.text) for word in words)
        after = holder[1] + 1
        if self._in_tag(title) and self._ground.surface.lower(after) in _WHEN:
            named = True  # "kata Ketua Muara, Sutini saat ..."
        if len(words) > 1 and self._ground.surface.lower(after) == ",":
            following = self._ground.words[after + 1 : after + 2]
            named = named or any(word.pos in ("VERB", "AUX") for word in following)
        return comma + 1 if named and self.closes(holder[1] + 1) else None

    def closes(self, index: int) -> bool:
        """Tell whether a name between commas ends here: ",", a verb, the end of the sentence."""
        if index >= len(self._ground.words):
            return True
        word = self._ground.words[index]
        return (
            word.text in (",", ".", ";", ":", "”", '"', "?", "!", "(")
            or word.pos in ("VERB", "AUX", "ADP", "ADV", "SCONJ")
            or word.lower in ("yang", "saat", "ketika", "kepada", "di", "pada", "dalam", "juga")
            or self._list_goes_on(index)
        )

    def _list_goes_on(self, index: int) -> bool:
        """Tell whether "dan" here leads to further people, not to one of the same office."""
        surface = self._ground.surface
        if surface.lower(index) not in ("dan", "serta") or index + 1 >= len(surface):
            return False
        if surface.lower(index + 1) in _FURTHER:
            return True
        title = self._ground.titles.match(surface, index + 1)
        return title is not None and title[1] in ("office", "modifier")

    def touches(self, position: int) -> bool:
        """Tell whether the holder's name begins at ``position``, on the line of what it follows."""
        found = self._ground.names.get(position)
        return (
            found is not None
            and found[0].type == "PER"
            and self.is_holder(position)
            and (position == 0 or self._ground.surface.adjacent(position - 1, position))
        )

    def is_told(self, title: Title, name: int, after: int) -> bool:
        """Tell whether the person behind "Menurut Kapolsek," is whom he tells of.

        So it is where no comma follows the name: "Menurut Kapolsek, Sutini mengaku ...".
        """
        words = self._ground.words
        if after >= len(words) or words[after].pos not in ("VERB", "AUX", "ADV"):
            return False
        if len(self._ground.surface.join(name, after - 1).rstrip(".")) == 1:
            return True  # the initial of somebody who is not to be named
        return self._in_tag(title)

    def _in_tag(self, title: Title) -> bool:
        """Tell whether "kata" or "menurut" stands right before a title."""
        before = self._ground.surface.lower(title.first - 1)
        return before in _TELLING and self._ground.same_sentence(title.first, title.first - 1)
