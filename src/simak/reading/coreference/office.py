"""Offices: who holds which, and whom a title said alone means."""

from __future__ import annotations

from collections.abc import Collection

from simak.lexicon import Lexicon
from simak.reading.acronym import abbreviates
from simak.reading.coreference.discourse import LOOK_BACK, Discourse, Entity
from simak.reading.finding import RoleFinding
from simak.reading.noun import DEMONSTRATIVES
from simak.reading.place import fold

_ARTICLES = frozenset(
    {"sang", "si", "para", "semua", "seluruh", "pihak", "kaum", "ribuan", "ratusan"}
)
LEFT_OUT = DEMONSTRATIVES | _ARTICLES | frozenset({"sejumlah", "beberapa", "puluhan", "banyak"})
"""Words of a title or a description that do not tell which one is meant."""

_FORMER = ("mantan ", "eks ", "bekas ")
_GENERAL = " umum"
_OF_STATE = (
    "presiden",
    "wakil presiden",
    "perdana menteri",
    "menteri",
    "raja",
    "ratu",
    "duta besar",
)
_DEPUTY = "wakil "


class TitleForms:
    """Titles that say the same (``title_form.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._full = {
            row["short"].lower(): row["full"].lower()
            for row in lexicon.rows("title_form.tsv", ("short", "full"))
        }
        self._generals = frozenset(self._full.values())

    def key(self, title: str) -> str:
        """Return what all forms of a title share: "wapres" is "wakil presiden"."""
        key = " ".join(word for word in fold(title).split() if word not in LEFT_OUT)
        if key in self._full:
            return self._full[key]
        first, blank, rest = key.partition(" ")
        return self._full.get(first, first) + blank + rest

    def is_general(self, key: str) -> bool:
        """Tell whether an office so called is told apart by its field: "kepala dinas"."""
        return " " not in key or key in self._generals


class Offices:
    """The offices named in one article."""

    def __init__(self, forms: TitleForms, discourse: Discourse) -> None:
        self._forms = forms
        self._discourse = discourse
        self._held: list[tuple[str, int, int]] = []  # title, entity, start
        self._governed: dict[int, bool] = {}  # place, whether by an office of state

    def give(self, entity: Entity, role: RoleFinding) -> None:
        """Add an office, unless the same is known with its organisation."""
        self._held.append((self._forms.key(role.title), entity.index, role.span[0]))
        where = self._body(role)
        if where is not None and self._discourse.entities[where].type == "GPE":
            of_state = role.title.lower().startswith(_OF_STATE)
            self._governed[where] = self._governed.get(where, False) or of_state
        for number, known in enumerate(entity.roles):
            if fold(known.title) != fold(role.title):
                continue
            if known.organization is None and role.organization is not None:
                entity.roles[number] = role
            elif self._elsewhere(known, role):
                continue  # "direktur Muara dan direktur Elok"
            return
        entity.roles.append(role)

    def _elsewhere(self, known: RoleFinding, role: RoleFinding) -> bool:
        """Tell whether two offices of one title are in two bodies whose names share no word."""
        here, there = self._body(role), self._body(known)
        if here is None or there is None or here == there:
            return False
        mine, other = (
            {
                part
                for index in self._discourse.entities[body].mentions[:6]
                for part in fold(self._discourse.words(index)).split()
            }
            for body in (here, there)
        )
        return not mine & other

    def title(self, index: int) -> tuple[str, int | None]:
        """Return the key of a title said alone, and the entity of the body named in it."""
        discourse = self._discourse
        start, end = discourse.mentions[index].span
        body: int | None = None
        for other in discourse.inside(start, end):
            kind = discourse.mentions[other].kind
            if other != index and kind in ("name", "acronym", "description"):
                end = min(end, discourse.mentions[other].span[0])
                body = discourse.of[other] if body is None else body
        return self._forms.key(discourse.text[start:end]), body

    def holder(self, index: int, title: str, body: int | None) -> Entity | None:
        """Return who was given this title last, else who carries one that it shortens."""
        at = self._discourse.mentions[index].span[0]
        best: tuple[float, int] | None = None
        for key, entity, start in self._held[-LOOK_BACK:]:
            if key == title:
                score = 3.0
            elif key.startswith(title + " ") and self._forms.is_general(title):
                score = 1.0
            elif len(title) > 4 and (_shortens(title, key) or _shortens(key, title)):
                score = 2.5
            elif title == key + _GENERAL and body in self._bodies(self._discourse.entities[entity]):
                score = 1.5
            else:
                continue
            if body is not None:
                bodies = self._bodies(self._discourse.entities[entity])
                if bodies and body not in bodies:
                    continue
                score += 0.5 * bool(bodies)
            score -= 2.0 * (start > at) + abs(at - start) / (len(self._discourse.text) + 1)
            if best is None or score > best[0]:
                best = score, entity
        if best is None or best[0] <= 0:
            return None
        return self._discourse.entities[best[1]]

    def conflict(self, entity: Entity, title: str, body: int | None) -> bool:
        """Tell whether somebody is known to hold quite another office: the chair is no deputy."""
        if entity.roles and title.split()[:1] == ["presiden"]:
            return True
        for role in entity.roles:
            known = self._forms.key(role.title)
            if known == title or known.startswith(_FORMER):
                continue
            if _DEPUTY + known == title or known == _DEPUTY + title:
                return True
        return False

    def is_alike(self, entity: Entity, title: str) -> bool:
        """Tell whether somebody has an office of that sort: "mantan pelatih" and "pelatih"."""
        sort = _sort(title)
        return any(_sort(self._forms.key(role.title)) == sort for role in entity.roles)

    def vacant(self, index: int, title: str) -> Entity:
        """Make the holder of an office whom the article does not name."""
        made = self._discourse.new("POST", "sing")
        self._held.append((title, made.index, self._discourse.mentions[index].span[0]))
        return made

    def body(self, entity: Entity) -> Entity | None:
        """Return the body for which a person speaks by office."""
        for role in entity.roles:
            if role.title.lower().startswith(_FORMER):
                continue
            body = self._body(role)
            if body is not None and self._discourse.entities[body].type == "ORG":
                return self._discourse.entities[body]
        return None

    def side(self, entity: Entity) -> Entity | None:
        """Return for whom a person says "kami": the body, else the state or town, of an office."""
        return self.body(entity) or self.state(entity)

    def governed(self) -> Collection[int]:
        """Return the places that somebody holds an office of."""
        return self._governed.keys()

    def of_states(self) -> list[int]:
        """Return the places that somebody holds an office of state of."""
        return [place for place, of_state in self._governed.items() if of_state]

    def state(self, entity: Entity) -> Entity | None:
        """Return the state or town that a person holds an office of."""
        for role in entity.roles:
            if role.title.lower().startswith(_FORMER):
                continue
            body = self._body(role)
            if body is not None and self._discourse.entities[body].type == "GPE":
                return self._discourse.entities[body]
        return None

    def _body(self, role: RoleFinding) -> int | None:
        where = self._discourse.index(role.organization) if role.organization else None
        return self._discourse.of[where] if where is not None else None

    def _bodies(self, entity: Entity) -> set[int]:
        found = (self._body(role) for role in entity.roles)
        return {body for body in found if body is not None}


def _sort(title: str) -> str:
    """Return the first word of a title, without what says that it is over."""
    return title.removeprefix("mantan ").removeprefix("eks ").removeprefix("bekas ").split(" ")[0]


def _shortens(short: str, long: str) -> bool:
    """Tell whether one title is the other in short: "menko polhukam", "menlu"."""
    if len(short) >= len(long) or short in long:
        return False
    return abbreviates(short.replace(" ", ""), long.replace(",", " "))
