"""Offices across articles: which titles say the same, and which one person holds at a time."""

from __future__ import annotations

from collections.abc import Iterator

from simak.lexicon import Lexicon
from simak.store.name import Spelling, form

#: The country whose ministers and president are meant where no other is named.
HOME = "iso3166:ID"
_ALONE = ("", "yes", "more")


class Offices:
    """Normal forms of offices.

    Raises LexiconError when a row of ``sole_office.tsv``, ``title_form.tsv`` or ``title.tsv`` is
    wrong.
    """

    def __init__(self, lexicon: Lexicon, spelling: Spelling) -> None:
        self._same = spelling.titles
        self._full: dict[str, str] = {
            form(row["short"]): form(row["full"])
            for row in lexicon.rows("title_form.tsv", ("short", "full"))
        }
        self._before = frozenset(
            form(row["title"])
            for row in lexicon.rows("title.tsv", ("title", "kind", "of"))
            if row["kind"] == "modifier" and row["title"].casefold() not in ("wakil", "calon")
        )
        self._sole: dict[str, str] = {}
        for row in lexicon.rows("sole_office.tsv", ("title", "alone")):
            self._sole[self.normal(row["title"])] = row.one_of("alone", _ALONE)

    def normal(self, title: str) -> str:
        """Return a title with short forms written out, without small words and "mantan".

        >>> offices = Offices(Lexicon(), Spelling(Lexicon()))
        >>> offices.normal("Menko Polhukam")
        'menteri koordinator politik hukum keamanan'
        >>> offices.normal("mantan Menhub")
        'menteri perhubungan'
        """
        words = form(title).split()
        while len(words) > 1 and words[0] in self._before:
            del words[0]
        written: list[str] = []
        at = 0
        while at < len(words):
            size = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]) in self._full), 0)
            if size:
                written += self._full[" ".join(words[at : at + size])].split()
            else:
                written += (self._same.get(words[at]) or words[at]).split()
            at += max(size, 1)
        kept = [word for word in written if self._same.get(word) != ""]
        return " ".join(kept or written)

    def is_held_no_more(self, title: str) -> bool:
        """Whether a title is a former one: "mantan Menhub"."""
        return form(title).split()[:1] in (["mantan"], ["eks"], ["bekas"])

    def of(self, title: str, body: str | None) -> Iterator[str]:
        """Yield the office as keys if one person holds it at a time, in ``body`` (a key)."""
        office = self.normal(title)
        words = office.split()
        size = next(
            (n for n in range(len(words), 0, -1) if " ".join(words[:n]) in self._sole), None
        )
        if size is None:
            return
        if body is not None:
            yield f"{office}/{body}"
        alone = self._sole[" ".join(words[:size])]
        if (alone == "yes" or (alone == "more" and len(words) > size)) and body in (None, HOME):
            yield f"{office}/"
