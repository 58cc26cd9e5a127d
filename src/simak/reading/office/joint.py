"""Offices beside one another: of one holder, of two, or the next of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simak.reading.finding import Mention, RoleFinding
from simak.reading.office.apposition import Appositions
from simak.reading.office.block import OfficeBlocks
from simak.reading.office.division import Office
from simak.reading.office.ground import Ground
from simak.record import Span

# Offices that one person mostly has with another of the same body.
_SHARED = frozenset({"pendiri", "pemilik", "pengajar", "dosen", "peneliti", "direktur", "pemimpin"})
_COMPANY = frozenset(
    {"pendiri", "pemilik", "direktur", "manajer", "komisaris", "ceo", "founder", "co-founder"}
    | {"chief", "manager"}
)
_TOGETHER = frozenset(
    {"dengan", "oleh", "kepada", "untuk", "bersama", "seperti", "selain", "menurut"}
    | {"cuma", "hanya", "sekadar"}
)


class Joints:
    """Tells on one page whose the offices are that "dan" or a comma joins.

    ``roles`` are those given so far, ``starts`` the first words of the names by their spans;
    ``joined`` are the heads of offices that have their body from the next one.
    """

    def __init__(
        self,
        ground: Ground,
        blocks: OfficeBlocks,
        appositions: Appositions,
        roles: Sequence[RoleFinding],
        starts: Mapping[Span, int],
    ) -> None:
        self._ground = ground
        self._blocks = blocks
        self._holders = blocks.holders
        self._appositions = appositions
        self._roles = roles
        self._starts = starts
        self._surface = ground.surface
        self._titles = ground.titles
        self._ranks = ground.titles.ranks
        self._names = ground.names
        self._stops = ground.stops
        self.joined: set[int] = set()

    def is_shared(self, office: Office) -> bool:
        """Tell whether an office without a body may be joined by "dan" to its holder's next."""
        title = office.title
        if office.body is not None or office.fresh is not None or office.last != title.last:
            return False
        word = self._surface.lower(title.last)
        return word in _SHARED or self._titles.is_english(word)

    def one_holder(self, first: int, join: int) -> bool:
        """Tell whether the offices from ``first`` on both sides of "dan" at ``join`` are one's.

        "Ketua X dan anggota Y, Sutini Arga, ..." has one holder, and so has "Sutini Arga, ketua X
        dan anggota Y"; "Ketua X dan anggota Y Sutini Arga" are two.
        """
        title = self._titles.head(self._surface, join + 1, self._stops)
        if title is None or title.kind != "office":
            return False
        found = self._blocks.before(title)
        if found is None:
            return self._appositions.before(first) is not None
        return self._surface.lower(found[1] - 1) == ","

    def both_before_name(self, office: Office, join: int) -> bool:
        """Tell whether an office without its body has its holder behind the next one.

        "Direktur Utama dan Ketua Yayasan Muara Sutini Arga"; a deputy is always another person.
        """
        bare = office.body is None and office.fresh is None and office.last == office.title.last
        title = self._titles.head(self._surface, join + 1, self._stops)
        if not bare or title is None or title.kind != "office" or office.title.must:
            return False
        first = self._surface.join(office.title.head, office.title.last).lower()
        second = self._surface.join(title.head, title.last).lower()
        if second.startswith("wakil ") or first.partition(" ")[0] not in _COMPANY:
            return False
        found = self._blocks.before(title)
        name = self._names.get(found[1]) if found is not None else None
        if name is None or self._surface.lower(name[1] + 1) in ("dan", "serta"):
            return False
        self.joined.add(office.title.head)
        return True

    def told_before(self, index: int) -> Mention | None:
        """Return who is told right before to hold another office.

        "Sutini Arga adalah direktur Muara dan pernah menjabat sebagai ketua Elok".
        """
        joined = self._appositions.joined(index)
        if joined is None or not self._roles:
            return None
        role = self._roles[-1]
        end = self._surface.words[joined].end
        return role.holder if role.span[1] == end and role.holder.span[0] < role.span[0] else None

    def is_next_of_list(self, index: int, person: Mention, after: int) -> bool:
        """Tell whether the office at ``index`` begins the next of a list, not the person's own.

        "Ketua X Sutini Arga, Sekretaris Y ..." and "Senada dengan Sutini Arga, Ketua X menolak".
        """
        if self._surface.lower(index - 1) != ",":
            return False
        if any(
            role.holder.span == person.span and role.span[1] <= person.span[0] + 1
            for role in self._roles[-4:]
            if role.title.lower() not in self._ranks
        ):
            return True
        if self._surface.lower(after) in (",", ".", ")", "(", ";", ""):
            return False
        first = self._starts.get(person.span, 0)
        return self._surface.lower(first - 1) in _TOGETHER

    def is_apposition(self, index: int, found: tuple[Office, int]) -> bool:
        """Tell whether the office at ``index`` is that of the person named before it.

        ``found`` is how it would be read as that of somebody named behind it.
        """
        if self._appositions.before(index) is None:
            return False
        if self._surface.lower(index - 1) in ("selaku", "sebagai"):
            return True
        block, name = found
        person = self._appositions.before(index)
        after = self._names[name][1] + 1 if name in self._names else block.last + 1
        if person is not None and self.is_next_of_list(index, person, after):
            return False  # "Menurut Sutini, Ketua X Wayan menolak"
        return (
            name == block.last + 1
            and name in self._names
            and self._names[name][0].type == "PER"
            and self._holders.is_body(name)
        )
