"""Things with the capitals of a name: what a law is about, the title of a work."""

from __future__ import annotations

from simak.reading.name_ground import Ground
from simak.reading.surface import is_numeral

# Words between "UU" and "tentang", and in the title of a work, at the most.
_LONGEST_NUMBER = 12
_LONGEST_TITLE = 12
_LONGEST_PLATE = 2


class Things:
    """The runs of capitals on one page that name no actor and no place."""

    def __init__(self, ground: Ground) -> None:
        self._lexicon = ground.lexicon
        self._surface = ground.surface
        self._words = ground.words
        self._evidence = ground.evidence

    def law(self, index: int) -> int | None:
        """Return the end of what a law is about: "UU Nomor 5 tentang | Aparatur Sipil Negara"."""
        words = self._words
        if words[index].lower != "tentang":
            return None
        before = range(index - 1, max(-1, index - _LONGEST_NUMBER), -1)
        law = any(
            words[i].text in self._lexicon.laws and words[i].sentence == words[index].sentence
            for i in before
        )
        end = index
        while law and end + 1 < len(words) and words[end + 1].sentence == words[index].sentence:
            small = words[end + 1].lower in ("dan", "atas", "serta", ",") and end > index
            follows = end + 2 < len(words) and words[end + 2].capital
            if not (words[end + 1].capital or (small and follows)):
                break
            end += 1
        defines = end + 1 < len(words) and words[end + 1].text == "("
        return end if end > index and not defines else None

    def number(self, index: int) -> int | None:
        """Return the end of a number with letters: "B 1234 XYZ" on a car, "U - 23" of a team."""
        word = self._words[index]
        after = index + 1
        if not word.text.isupper() or not word.text.isalpha() or len(word.text) > _LONGEST_PLATE:
            return None
        if after + 1 >= len(self._words) or not self._surface.adjacent(index, after):
            return None
        middle, behind = self._words[after], self._words[after + 1]
        if len(word.text) == 1 and middle.text == "-" and behind.text.isdigit():
            return after + 1
        plate = middle.text.isdigit() and len(middle.text) <= 4 and behind.text.isupper()
        short = behind.text.isalpha() and len(behind.text) <= _LONGEST_PLATE + 1
        return after + 1 if plate and short and self._surface.adjacent(after, after + 1) else None

    def series(self, head: int, last: int) -> bool:
        """Tell whether what is counted in letters or numbers is no body: "Grup H", "Kongres IV"."""
        words = self._words
        if words[head].text == "Grup":
            return last == head + 1 and len(words[last].text.rstrip(".")) == 1
        if words[head].text != "Kongres":
            return False
        return any(is_numeral(words[i].text) for i in range(head + 1, last + 1))

    def work(self, index: int) -> int | None:
        """Return the last word of the title of a work: "bertajuk The World is Yours"."""
        words = self._words
        if not self._evidence.is_work(index) or words[index].label == "PER":
            return None
        end = index
        for after in range(index + 1, min(index + _LONGEST_TITLE, len(words))):
            if words[after].sentence != words[index].sentence:
                break
            if not self._surface.adjacent(after - 1, after):
                break
            if words[after].capital:
                end = after
            elif after - end > 2 or words[after].text in ("(", ",", "-") or words[after].common:
                break
        return end
