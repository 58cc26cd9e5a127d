"""Offices at the name of their holder: where title and body end, from the holder's side.

"Direktur Jenderal Penanganan Bencana Kementerian Wilayah Sutini Arga", "pengajar ilmu politik
Universitas Rawa Elok, Sutini Arga," and "Sutini Arga (42), salah satu pendiri Yayasan Muara Biru,"
are read as one block of words that a title opens and the holder's name or a comma closes. That the
block is closed tells what the words in it are, whatever the recogniser took them for.
"""

from __future__ import annotations

from simak.reading.office.division import Division, Office
from simak.reading.office.ground import OWNERS, Ground
from simak.reading.office.holder import Holders
from simak.reading.office.reach import Reach
from simak.reading.title import Title

# Offices that somebody has for somebody else, whose name stands behind them.
_FOR_CLIENT = frozenset({"kuasa hukum", "penasihat hukum", "tim kuasa hukum", "tim pengacara"})
_FOR_SOME = frozenset({"pengacara", "advokat", "juru bicara", "jubir"})
_CLIENTS = frozenset(
    {"keluarga", "pihak", "tersangka", "terdakwa", "korban", "terpidana", "saksi", "mantan"}
    | {"pelapor", "terlapor", "penggugat", "tergugat", "dari", "para", "almarhum", "mendiang"}
)

_COUNTS = frozenset({"dua", "kedua", "tiga", "ketiga", "empat", "keempat", "lima", "seorang"})
_NAMING = frozenset({",", "yakni", "yaitu", "bernama"})
_LONGEST_OWNED = 2


class OfficeBlocks:
    """Reads blocks on one page."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._holders = Holders(ground)
        self._reach = Reach(ground, self._holders)
        self._division = Division(ground)

    @property
    def holders(self) -> Holders:
        """The names on the page, as those of holders."""
        return self._holders

    def before(self, title: Title) -> tuple[Office, int] | None:
        """Return the block that ``title`` opens and a person's name closes, and where that begins.

        ``title`` is a mere title (:meth:`TitleList.head`). A rank or a second office may stand in
        the name's place; a comma before the name must have its fellow behind it.
        """
        last = self._reach.last(title)
        position = last + 1
        if not self._ground.same_sentence(title.first, position):
            return None
        owned = self._owned(title, position)
        if owned is not None:
            return Office(title, None, title.last), owned
        if (
            self._holders.is_holder(position)
            and (named := self._holders.beyond_body(title, position)) is not None
        ):
            return self._division.office(title, self._ground.names[position][1]), named
        if self._holders.is_holder(position) and title.must and self._is_loose(title, last):
            return None  # "anggota baru keluarga Sutini"
        if self._holders.is_holder(position) or self._ground.is_title(position):
            return self._division.office(title, last), position
        if self._ground.surface.lower(position) == "(" and self._bracketed(position):
            return self._division.office(title, last), position + 1
        if self._ground.surface.lower(position) == ",":
            name = position + 1
            if self._ground.is_title(name) and self._holders.ranked(name):
                return self._division.office(title, last), name
            found = self._ground.names.get(name)
            if (
                found is None
                or found[0].type != "PER"
                or not self._ground.same_sentence(title.first, name)
            ):
                return None
            after = found[1] + 1
            while (
                self._ground.surface.lower(after) == "("
                and (end := self._ground.bracket(after)) is not None
            ):
                after = end + 1
            if self._holders.closes(after) and not self._holders.is_told(title, name, after):
                return self._division.office(title, last), name
        return None

    def _bracketed(self, opening: int) -> bool:
        """Tell whether brackets hold just a person: "Bupati Muara (Sutini Arga)"."""
        found = self._ground.names.get(opening + 1)
        if found is None or found[0].type != "PER" or found[0].kind != "name":
            return False
        return self._ground.surface.lower(found[1] + 1) == ")"

    def _owned(self, title: Title, position: int) -> int | None:
        """Return where the holder of "pelatih mereka, Sutini Arga, ..." is named.

        ``position`` is behind the office and the words that specify it.
        """
        surface = self._ground.surface
        if position - title.last > _LONGEST_OWNED + 1 or surface.lower(position) not in OWNERS:
            return None
        name = position + 1 + (surface.lower(position + 1) in ("sendiri", "itu"))
        if name in self._ground.names and surface.lower(position) == "nya":
            name -= 1  # "juru bicaranya Sutini Arga"
        elif surface.lower(name) not in _NAMING:
            return None
        name += 1 + (surface.lower(name) == "," and surface.lower(name + 1) in _NAMING)
        holder = self._ground.names.get(name)
        if holder is None or not self._ground.same_sentence(title.first, name):
            return None
        named = holder[0].type == "PER" and self._holders.closes(holder[1] + 1)
        return name if named else None

    def _is_loose(self, title: Title, last: int) -> bool:
        """Tell whether only words in lower case stand between an office and a name."""
        words = self._ground.words[title.head : last + 1]
        return last > title.last and not any(word.capital for word in words)

    def client(self, title: Title) -> tuple[Office, int | None] | None:
        """Return the block of an office with a person whom it serves, and where its holder is.

        "kuasa hukum keluarga Sutini Arga, Wayan Murti, ...": None as the holder's place where
        nobody is named behind it.
        """
        words, surface = self._ground.words, self._ground.surface
        office = surface.join(title.head, title.last).lower()
        if office not in _FOR_CLIENT | _FOR_SOME:
            return None
        index = title.last + 1
        while index < title.last + 4 and (
            surface.lower(index) in _CLIENTS or surface.lower(index) in _COUNTS
        ):
            index += 1
        found = self._ground.names.get(index)
        if (
            found is None
            or found[0].type != "PER"
            or not self._ground.same_sentence(title.first, index)
        ):
            return self._unnamed_client(title, index)
        last = found[1]
        if surface.lower(last + 1) in ("dan", "&") and last + 2 in self._ground.names:
            last = self._ground.names[last + 2][1]
        served = Office(title, None, last)
        name = last + 2
        if surface.lower(last + 1) in (",", "yakni", "yaitu") and self._ground.same_sentence(
            title.first, name
        ):
            if words[name].lower in ("yakni", "yaitu"):
                name += 1
            holder = self._ground.names.get(name)
            if (
                holder is not None
                and holder[0].type == "PER"
                and self._holders.closes(holder[1] + 1)
            ):
                return served, name
        if office in _FOR_SOME and index == title.last + 1:
            return None  # "pengacara Sutini Arga" may be she herself
        return served, None

    def _unnamed_client(self, title: Title, after: int) -> tuple[Office, int] | None:
        """Return the block of "kuasa hukum dua terdakwa, Sutini Arga, ...": the client is unnamed.

        ``after`` is the position behind the words for the client.
        """
        surface = self._ground.surface
        if after == title.last + 1 or surface.lower(after) not in (",", "yakni", "yaitu"):
            return None
        name = after + 1
        if not self._ground.same_sentence(title.first, name):
            return None
        holder = self._ground.names.get(name)
        if holder is None or holder[0].type != "PER" or not self._holders.closes(holder[1] + 1):
            return None
        return Office(title, None, after - 1), name

    def behind(self, title: Title) -> Office:
        """Return the block that ``title`` opens behind the name of its holder."""
        last = self._reach.last(title, behind=True)
        return self._division.office(title, last)
