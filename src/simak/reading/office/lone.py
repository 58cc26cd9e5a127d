"""Offices said without a name: "Ketua Umum Partai Muara itu", "sang presiden"."""

from __future__ import annotations

from simak.reading.finding import Mention
from simak.reading.noun import DEMONSTRATIVES
from simak.reading.office.division import Office
from simak.reading.office.ground import Ground
from simak.reading.title import Title

ARTICLES = frozenset({"sang", "si"})


class LoneOffices:
    """Makes the mentions of offices without a name on one page.

    ``plurals`` are words that make several of what follows them: "para".
    """

    def __init__(self, ground: Ground, plurals: frozenset[str]) -> None:
        self._ground = ground
        self._plurals = plurals
        self._described = frozenset(mention.head for mention, _ in ground.others.values())

    def read(self, office: Office) -> tuple[Mention, bool] | None:
        """Return the mention of an office, and whether somebody is told to hold it.

        "Wakil Ketua X itu": whoever that is holds it.
        """
        title, words, surface = office.title, self._ground.words, self._ground.surface
        if title.kind != "office" or (
            words[title.first].initial and not words[title.first].capital
        ):
            return None
        first, last = title.first, office.last
        same = first > 0 and self._ground.same_sentence(first, first - 1)
        before = surface.lower(first - 1) if same else ""
        described = any(
            words[position].i in self._described for position in range(title.first, title.last + 1)
        )
        if before in self._plurals or before.replace(".", "").isdigit():
            if described:
                return None
            several = Mention(
                span=surface.span(first - 1, last),
                head=words[title.first].i,
                kind="description",
                type="GROUP",
                number="plur",
            )
            return several, False
        shown = surface.lower(last + 1) in DEMONSTRATIVES
        if (
            not words[title.head].capital
            and title.head == title.last
            and office.body is None
            and before not in ARTICLES
            and not shown
            and title.must
        ):
            return None
        short = title.last == title.head and words[title.head].initial
        if described and (not words[title.head].capital or short):
            return None  # "warga", "tersangka": already a description
        inside = same and self._is_inside(title)
        if before in ARTICLES:
            first -= 1
        shown = shown and self._ground.same_sentence(first, last + 1)
        mention = Mention(
            span=surface.span(first, last + shown),
            head=words[title.head].i if title.head == title.first else words[title.first].i,
            kind="title",
            type="PER",
            number="sing",
        )
        plain = words[title.head].capital or office.body is not None
        return mention, shown and plain and not inside

    def _is_inside(self, title: Title) -> bool:
        """Tell whether a title is part of what a noun before it says: "bagian intelijen X ini"."""
        before = self._ground.words[title.first - 1]
        if before.capital or before.clitic or before.lower in ARTICLES:
            return False
        return before.pos == "NOUN" and before.text.isalpha()
