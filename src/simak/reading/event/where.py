"""Where: the place of an act, as the phrases with a preposition in its clause tell."""

from __future__ import annotations

from dataclasses import dataclass

from simak.reading.event.frame import Frame
from simak.reading.event.scene import DEED, ENDS, Scene
from simak.reading.phrase import base

# Acts that are done somewhere, not said: a place in their clause is theirs.
DEEDS = frozenset(
    {"CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"}
)
# Acts that end where they lead: "mengirim pasukan ke X", "serangan ke X".
_LEADING = frozenset({"MOBILIZE", "ASSAULT"})
_PLACES = frozenset({"GPE", "LOC"})
_NAMES = frozenset({"name", "acronym"})
_ORDER_AHEAD = 3
_REACH = 12
# Characters of the ISO 3166-1 code of a country; those of its parts are longer.
_COUNTRY = 2
_SITE = 8
# Prepositions before a thing that lies elsewhere ("menanam modal ke proyek energi di X").
_TOPICS = frozenset(
    {"ke", "untuk", "tentang", "mengenai", "soal", "terkait", "atas", "bagi", "dari", "menuju"}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place told behind a preposition: its referent and the last position of its words."""

    referent: int
    last: int


def place(
    scene: Scene, bounds: tuple[int, int], trigger: int, frame: Frame | None = None
) -> int | None:
    """Return the referent of the place nearest to the trigger in its clause, or None.

    ``frame``: that of the act; an act of words has a place only where the place stands apart
    ("di Hotel Melati, Rawa Elok, Senin"), one that leads somewhere has it behind "ke".
    """
    before = _before(scene, bounds, trigger)
    if isinstance(before, Spot):
        return before.referent
    spoken = frame is not None and frame.type not in DEEDS
    best: tuple[int, int] | None = None
    for at in range(before, bounds[1] + 1):
        if not _leads(scene, at, trigger, frame) or aside(scene, at, trigger):
            continue
        spot = locate(scene, at)
        if spot is None or _elsewhere(scene, at, trigger):
            continue
        dated = _dated(scene, at, spot)
        if at > trigger and _blocked(scene, at, trigger, apart=dated):
            continue
        if at > trigger and spoken and _goes_on(scene, trigger, at):
            continue
        apart = dated or _apart(scene, at, spot)
        if spoken and not apart and not _told_apart(scene, at, trigger):
            continue
        distance = abs(at - trigger) + (0 if at > trigger else _ORDER_AHEAD)
        if best is None or distance < best[0]:
            best = (distance, spot.referent)
    if best is None and not spoken:
        return _meanwhile(scene, bounds)
    return None if best is None else best[1]


def said(scene: Scene, index: int | None) -> int | None:
    """Return the referent of the place where statement ``index`` was made, or None."""
    head = None if index is None else scene.statements[index].place_head
    if head is None or index is None:
        return None
    cue = scene.positions(scene.statements[index].cue)
    at = scene.position[head]
    low = scene.sentence[at][0]
    preposition = next((here for here in range(at, low, -1) if scene.lower[here] == "di"), None)
    if cue is None or preposition is None or at - preposition > _SITE:
        return None
    if low < preposition < cue[0] and scene.lower[preposition - 1] != ",":
        return None  # "Ketua Partani di Rawa Elok, Wirya, menuding X"
    spot = locate(scene, preposition)
    return None if spot is None else spot.referent


def _before(scene: Scene, bounds: tuple[int, int], trigger: int) -> int | Spot:
    """Return where the clause begins, or the place to which "tempat" in front of it points."""
    low, first = scene.sentence[trigger][0], bounds[0]
    while first > low and bounds[0] - first < _REACH and not scene.opens(first - 1):
        word = scene.lower[first - 1]
        if word in ENDS or word == "," or scene.inside[first - 1] != scene.inside[trigger]:
            break
        first -= 1
        parted = "," in scene.lower[bounds[0] : trigger]
        if word == "tempat" and first - 1 > low and not parted:  # "Labuhara, tempat X menemui Y"
            edge = first - 2 if scene.lower[first - 1] == "," else first - 1
            named = scene.ending[edge]
            if named is not None and scene.cast.referents[named.referent].type in _PLACES:
                return Spot(named.referent, edge)
            break
    if first - 1 > low and scene.lower[first - 1] == "," and scene.lower[low] == "di":
        spot = locate(scene, low)  # "Di Rawa Elok, X menemui Y"
        if spot is not None and spot.last + 1 == first - 1:
            return low
    return first


def _leads(scene: Scene, at: int, trigger: int, frame: Frame | None) -> bool:
    """Tell whether a preposition there may stand before the place of the act."""
    word = scene.lower[at]
    if word == "di":
        return True
    if word == "dekat":  # "melepaskan X dekat Y"
        return at > trigger and scene.lower[at - 1] not in {"di", "ke", "dari"}
    if word not in {"ke", "menuju"} or frame is None or at < trigger:
        return False
    return frame.mode == "visit" or frame.type in _LEADING


def locate(scene: Scene, preposition: int) -> Spot | None:
    """Return the place behind a preposition, or the town behind a site that is no referent itself.

    "di Rawa Elok"; "di depan Hotel Melati"; "di kota perbatasan Rawa Elok"; "di Klinik Melati,
    Rawa Elok"; "di Polres Rawa Elok", a body that is told as the house in which it sits.
    """
    words = scene.words.setting
    last = min(scene.sentence[preposition][1], preposition + _SITE)
    at = preposition + 1
    while at <= last:
        if scene.lower[at : at + 2] == ["luar", "negeri"]:
            return None
        spot = _unit_at(scene, at)
        if spot is not None:
            return spot
        if scene.starting[at] is not None or scene.lower[at] not in words.near:
            break
        at += 1
    if at > last or scene.starting[at] is not None or scene.time[at] is not None:
        return None
    site = scene.lower[at] in words.site or scene.tokens[at].pos_ == "PROPN"
    for here in range(at, last):
        if scene.lower[here] == ",":
            return _unit_at(scene, here + 1) if here > at else None
        if scene.tokens[here].pos_ not in {"NOUN", "PROPN", "ADJ"} or scene.time[here] is not None:
            return None
        behind = scene.starting[here + 1]
        if behind is not None and scene.lower[at] in words.site:
            return _unit_at(scene, here + 1)
        if behind is not None and not site:
            return None
    return None


def _unit_at(scene: Scene, at: int) -> Spot | None:
    """Return the place that is named from ``at`` on, or None."""
    unit = scene.starting[at]
    if unit is None:
        return None
    if is_place(scene, unit.referent):
        capital = unit.first > scene.sentence[at][0] and scene.lower[unit.first - 1] in {
            "ibukota", "kota", "ibu",
        }  # fmt: skip
        named = _town(scene, unit.last + 1)
        if capital and named is not None and unit.kind == "name":
            return named  # "di ibu kota Partani, Tirakarta"
        return Spot(unit.referent, unit.last)
    if scene.cast.referents[unit.referent].type != "ORG":
        return None
    if scene.lower[unit.first] in scene.words.setting.seat or _town(scene, unit.last + 1):
        return Spot(unit.referent, unit.last)
    return None


def _town(scene: Scene, comma: int) -> Spot | None:
    """Return the place named behind a comma, or None."""
    if comma >= scene.sentence[min(comma, len(scene.tokens) - 1)][1] or scene.lower[comma] != ",":
        return None
    unit = scene.starting[comma + 1]
    if unit is None or scene.cast.referents[unit.referent].type not in _PLACES:
        return None
    return Spot(unit.referent, unit.last)


def _edge(scene: Scene, spot: Spot) -> int:
    """Return the last position of a place with the towns behind it: "Hotel Melati, Rawa Elok"."""
    edge = spot.last
    while (town := _town(scene, edge + 1)) is not None:
        edge = town.last
    return edge


def _dated(scene: Scene, preposition: int, spot: Spot) -> bool:
    """Tell whether a day follows the place: "di Hotel Melati, Rawa Elok, Senin (3/2)"."""
    high = scene.sentence[preposition][1]
    behind = _edge(scene, spot) + 1
    while behind <= high and scene.lower[behind] in {",", "pada", "hari", "tanggal"}:
        behind += 1
    if behind > high or scene.time[behind] is None:
        return False
    return scene.lower[behind] != "tahun" and not scene.tokens[behind].like_num


def _apart(scene: Scene, preposition: int, spot: Spot) -> bool:
    """Tell whether a place is told as a circumstance: with its town, or behind a comma."""
    if preposition > 0 and scene.lower[preposition - 1] == ",":
        return True
    sited = scene.cast.referents[spot.referent].type != "GPE"
    return sited and _edge(scene, spot) > spot.last


def _told_apart(scene: Scene, at: int, trigger: int) -> bool:
    """Tell whether the place of an act of words stands right behind it, or begins the sentence."""
    return at == trigger + 1 or at == scene.sentence[trigger][0]


def _blocked(scene: Scene, at: int, trigger: int, *, apart: bool) -> bool:
    """Tell whether what stands between takes the place: a clause on a noun, an aim, a topic.

    "menangkap X yang mencuri di Y"; "mengerahkan kapal untuk mengintai X di Y"; "menangkap pelaku
    pembunuhan X di Y".
    """
    words = scene.words.setting
    noun = scene.tokens[trigger].pos_ == "NOUN"
    related = trigger > 0 and scene.lower[trigger - 1] == "yang"
    for between in range(trigger + 1, at):
        word = scene.lower[between]
        if word in {"untuk", "guna", "demi"} and scene.is_verb(between + 1) and between < at - 1:
            return True
        if word == "yang":
            verbs = [here for here in range(between + 1, at) if scene.tokens[here].pos_ == "VERB"]
            if any(not noun or scene.lower[here] not in words.held for here in verbs):
                return True
        if related and scene.is_verb(between):
            return True  # "pasukan yang menyerang X bertempur di Y"
        if noun and scene.is_verb(between) and scene.lower[between] not in words.held:
            return True
        if apart or scene.cover[between] is not None:
            continue
        if DEED.fullmatch(word):
            return True
        if word in words.topic and not _title(scene, between, trigger):
            return True
    return False


def _goes_on(scene: Scene, trigger: int, at: int) -> bool:
    """Tell whether another verb is joined: "tak mengajukan banding dan kini ditahan di X"."""
    joints = (here for here in range(trigger + 1, at) if scene.lower[here] in {"dan", "serta"})
    return any(scene.is_verb(here + 1) or scene.is_verb(here + 2) for here in joints)


def _title(scene: Scene, topic: int, trigger: int) -> bool:
    """Tell whether the topic is of a title before a name: "tersangka kasus suap Wirya"."""
    if not any(scene.lower[at] in scene.words.prefix for at in range(trigger + 1, topic)):
        return False
    units = (scene.starting[at] for at in range(topic + 1, min(topic + 4, len(scene.tokens))))
    unit = next((one for one in units if one is not None), None)
    return unit is not None and unit.person and unit.kind == "name"


def _meanwhile(scene: Scene, bounds: tuple[int, int]) -> int | None:
    """Return the place of the clause that tells the moment: "ditangkap saat berada di X"."""
    last = scene.sentence[bounds[1]][1]
    opener = bounds[1] + 1
    if opener > last or scene.lower[opener] not in scene.words.setting.meanwhile:
        return None
    for at in range(opener + 1, min(last, opener + _REACH)):
        word = scene.lower[at]
        if word in ENDS or word in {",", "yang"} or scene.opens(at):
            return None
        if word == "di":
            spot = locate(scene, at)
            return None if spot is None else spot.referent
    return None


def is_place(scene: Scene, index: int) -> bool:
    """Tell whether a referent is a place in particular: "berbagai daerah" is none."""
    referent = scene.cast.referents[index]
    words = scene.words.setting
    if referent.type not in _PLACES:
        return False
    if any(mention.kind in _NAMES for mention in referent.mentions):
        return True
    first, _, rest = referent.name.lower().partition(" ")
    if first in words.vague or rest.partition(" ")[0] in words.loose:  # "tiga lokasi"
        return False
    # "kawasan tersebut" where it is told which: "kawasan Pasar Elok"
    return first.removesuffix("nya") not in words.loose or referent.name != referent.name.lower()


def country(scene: Scene, index: int) -> bool:
    """Tell whether a referent is known to be a country, which is visited as a party."""
    link = scene.cast.referents[index].link
    return link is not None and link.authority == "iso3166" and len(link.id) == _COUNTRY


def ends_with_place(scene: Scene, last: int, trigger: int) -> bool:
    """Tell whether "di X" ends there, with no comma between it and what is before it."""
    at = last
    while at > trigger:
        unit = scene.ending[at]
        if unit is None or not is_place(scene, unit.referent):
            return False
        before = unit.first - 1
        if before > trigger and scene.lower[before] == ",":
            at = before - 1
            continue
        for here in range(before, max(trigger, before - _SITE), -1):
            if scene.lower[here] == "di":
                return scene.lower[here - 1] != ","
            if scene.lower[here] == ",":
                return False
        return False
    return False


def _elsewhere(scene: Scene, preposition: int, trigger: int) -> bool:
    """Tell whether "di X" says where a thing is: "menanam modal ke proyek energi di X"."""
    place = scene.tokens[preposition].head
    if base(place.dep_) != "nmod" or scene.tokens[preposition].dep_ != "case":
        return False
    thing = scene.position[place.head.i]
    if thing < 0 or not trigger < thing < preposition or place.head.pos_ != "NOUN":
        return False
    return any(
        scene.lower[at] in _TOPICS and scene.tokens[at].head.i == place.head.i
        for at in range(trigger + 1, thing)
    )


def aside(scene: Scene, position: int, trigger: int) -> bool:
    """Tell whether the word is of a clause on a noun: "X, yang berdiri pada 2005, menyerang Y"."""
    token = scene.tokens[position]
    for _ in range(5):
        at = scene.position[token.i]
        if at == trigger or token.head.i == token.i:
            return False
        if base(token.dep_) == "acl" and at < trigger:
            return position < trigger
        token = token.head
    return False
