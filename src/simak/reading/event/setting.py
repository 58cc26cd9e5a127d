"""Setting: when and where an act took place, and the words that tell it."""

from __future__ import annotations

from simak.reading.event.scene import ENDS, Scene
from simak.reading.phrase import base
from simak.record import Span

_WIDEST = 45
_PLACES = frozenset({"GPE", "LOC"})
_NAMES = frozenset({"name", "acronym"})
# Before a time that ends something: when it began or took place is not told.
_UNTIL = frozenset({"hingga", "sampai", "menjelang", "jelang"})
# They begin a phrase about something else: "Atas peluncuran akhir Juli lalu, X menjatuhkan sanksi".
_OTHER = frozenset(
    {"atas", "usai", "seusai", "setelah", "sesudah", "pasca", "sebelum", "terkait", "menanggapi",
     "menyusul", "akibat", "berkat", "selain", "sepulang", "merujuk", "berdasarkan"}
)  # fmt: skip
# Verbs behind a noun for an act that say no more than that it took place: their time is the act's.
_HELD = frozenset(
    {"digelar", "diadakan", "dilakukan", "dilaksanakan", "diselenggarakan", "dilangsungkan",
     "berlangsung", "terjadi", "dimulai", "dijadwalkan", "direncanakan", "diagendakan", "bergulir",
     "dilancarkan", "ditandatangani", "diteken", "disepakati", "dicapai", "tercapai", "dipimpin",
     "dihadiri", "berakhir", "diumumkan"}
)  # fmt: skip
# Prepositions before a thing that lies elsewhere ("menanam modal ke proyek energi di X").
_TOPICS = frozenset(
    {"ke", "untuk", "tentang", "mengenai", "soal", "terkait", "atas", "bagi", "dari", "menuju"}
)
# First words of descriptions that name no place in particular ("di berbagai daerah").
_VAGUE = frozenset(
    {"seluruh", "berbagai", "sejumlah", "beberapa", "semua", "banyak", "setiap", "sebagian",
     "wilayah", "daerah", "lokasi", "tempat", "kawasan", "mana"}
)  # fmt: skip
_PLANS = frozenset({"akan", "bakal", "dijadwalkan", "rencananya", "direncanakan", "berencana"})
_SITE = 7


def clause(scene: Scene, first: int, last: int, *, joined: bool = False) -> tuple[int, int]:
    """Return first and last position of the clause around ``first`` to ``last``.

    It begins at ``first`` (the first word that takes part) and goes on to the next word or mark
    that opens or ends a clause; what is reported is not left. ``joined``: with the clauses that
    "dan" joins to it, which share its time and place ("bertemu X dan makan siang di Y, Senin").
    """
    inside = scene.inside[last]
    high = min(scene.sentence[last][1], last + _WIDEST)
    end = last
    for at in range(last + 1, high + 1):
        word = scene.lower[at]
        if word in ENDS or scene.inside[at] != inside:
            break
        if word == "," and not scene.goes_on(at) and not _circumstance(scene, at):
            break
        joins = word in {"dan", "serta"} and scene.is_verb(min(at + 1, high))
        if (joins and not joined) or scene.opens(at):
            break
        end = at
    while end > last and scene.lower[end] in {",", "-", "("}:
        end -= 1
    return first, end


def _circumstance(scene: Scene, comma: int) -> bool:
    """Tell whether a comma only parts a time or place from its clause.

    ", pada Senin (3/2)"; ", di Rawa Elok"; "di Rawa Elok, Tirakarta pada Senin".
    """
    last = scene.sentence[comma][1]
    at = comma + 1
    unit = scene.starting[at] if at <= last else None
    if unit is not None and _is_place(scene, unit.referent):
        at = unit.last + 1
    elif at + 1 <= last and scene.lower[at] == "di":
        unit = scene.starting[at + 1]
        return unit is not None and _is_place(scene, unit.referent)
    if at >= last or scene.lower[at] not in {"pada", "sejak"}:
        return False
    following = at + 2 if scene.lower[at + 1] in {"tanggal", "hari"} else at + 1
    index = scene.time[min(following, last)]
    if index is None:
        return False
    # "sepakat menutup pasar itu, pada Senin depan": the day is that of what is agreed.
    first = max(scene.sentence[comma][0], comma - _WIDEST)
    return not in_future(scene, index) or any(word in _PLANS for word in scene.lower[first:comma])


def time(scene: Scene, bounds: tuple[int, int], trigger: int, tag: int | None) -> int | None:
    """Return the index of the time nearest to the trigger in its clause, or None.

    A duration tells no time; ``tag``, the time at which the statement around it was made, does not
    count; the words before the clause's first party belong to it as far as the last mark.
    """
    low = scene.sentence[trigger][0]
    first = bounds[0]
    inside = scene.inside[trigger]
    while first > low and scene.lower[first - 1] not in ENDS and bounds[0] - first < 12:
        if scene.inside[first - 1] != inside or scene.is_verb(first - 1):
            break
        first -= 1
    best: tuple[int, int] | None = None
    for at in range(first, bounds[1] + 1):
        if at > trigger and scene.is_verb(trigger) and _relates(scene, at, bounds[1]):
            break  # "sepakat membentuk komisi yang akan bekerja pada April"
        index = scene.time[at]
        if index is None or index == tag:
            continue
        if scene.page.times[index].type in {"DURATION", "SET"} or _aside(scene, at, trigger):
            continue
        if _ends_something(scene, at) or _of_another(scene, at, trigger):
            continue
        distance = abs(at - trigger)
        if best is None or distance < best[0]:
            best = (distance, index)
    if best is None:
        index = _closing(scene, trigger)
        return None if index == tag else index
    return best[1]


def _relates(scene: Scene, at: int, last: int) -> bool:
    """Tell whether "yang" with a verb begins there; "aksi yang sama pada Mei" has none."""
    if scene.lower[at] != "yang":
        return False
    until = next((here for here in range(at, last + 1) if scene.time[here] is not None), last)
    return any(scene.tokens[here].pos_ == "VERB" for here in range(at + 1, until))


def _ends_something(scene: Scene, at: int) -> bool:
    """Tell whether the time is but an end: "hingga 26 Juni"; "hingga kini" is now."""
    index = scene.time[at]
    low = scene.sentence[at][0]
    while at > low and scene.time[at - 1] == index:
        at -= 1
    begins = index is not None and scene.page.times[index].begin is not None
    return begins and at > low and scene.lower[at - 1] in _UNTIL


def _of_another(scene: Scene, at: int, trigger: int) -> bool:
    """Tell whether the time is that of a phrase before the clause, or of a verb behind a noun."""
    if at > trigger:
        if scene.tokens[trigger].pos_ != "NOUN":
            return False
        verb = next((b for b in range(at - 1, trigger, -1) if scene.is_verb(b)), None)
        return verb is not None and scene.lower[verb] not in _HELD
    comma = next((here for here in range(at, trigger) if scene.lower[here] == ","), None)
    if comma is None:
        return False
    low = first = max(scene.sentence[at][0], at - _WIDEST)
    for here in range(at, low, -1):
        if scene.lower[here - 1] in ENDS or scene.lower[here - 1] == ",":
            first = here
            break
    return first < at and scene.lower[first] in _OTHER and scene.time[first + 1] is None


def _closing(scene: Scene, trigger: int) -> int | None:
    """Return the time with which the sentence of a main verb ends: "X ditangkap Y, ..., Senin."."""
    first, last = scene.sentence[trigger]
    low = max(trigger, last - 5)
    while last > low and (scene.lower[last] in ENDS or scene.lower[last] == ")"):
        last -= 1
    index = scene.time[last]
    if index is None and scene.lower[last + 1 : last + 2] == [")"]:
        index = scene.time[last + 1]
    token = scene.tokens[trigger]
    if index is None or base(token.dep_) not in {"ROOT", "root"} or token.pos_ != "VERB":
        return None
    if scene.page.times[index].type in {"DURATION", "SET"}:
        return None
    begin = last
    while begin > first and scene.time[begin - 1] == index:
        begin -= 1
    if scene.lower[begin - 1] != "," or scene.inside[begin] != scene.inside[trigger]:
        return None
    return index


def place(scene: Scene, bounds: tuple[int, int], trigger: int) -> int | None:
    """Return the referent of "di X" (a place) nearest to the trigger in its clause, or None."""
    best: tuple[int, int] | None = None
    low, first = scene.sentence[trigger][0], bounds[0]
    while first > low and bounds[0] - first < 12 and not scene.opens(first - 1):
        word = scene.lower[first - 1]
        if word in ENDS or word == "," or scene.inside[first - 1] != scene.inside[trigger]:
            break
        first -= 1
        if word == "tempat" and first - 1 > low:  # "Labuhara, tempat X menemui Y"
            named = scene.ending[first - 2 if scene.lower[first - 1] == "," else first - 1]
            if named is not None and scene.cast.referents[named.referent].type in _PLACES:
                return named.referent
            break
    for at in range(first, bounds[1] + 1):
        if scene.lower[at] != "di" or _aside(scene, at, trigger):
            continue
        index = _located(scene, at)
        if index is None or _elsewhere(scene, at, trigger) or _aimed(scene, at, trigger):
            continue
        if at > trigger and _of_another(scene, at, trigger):
            continue
        distance = abs(at - trigger) + (0 if at > trigger else 3)
        if best is None or distance < best[0]:
            best = (distance, index)
    return None if best is None else best[1]


def _aimed(scene: Scene, at: int, trigger: int) -> bool:
    """Tell whether what follows the act is its aim: "mengerahkan kapal untuk mengintai X di Y"."""
    return any(
        scene.lower[between] in {"untuk", "guna", "demi"} and scene.is_verb(between + 1)
        for between in range(trigger + 1, at - 1)
    )


def _located(scene: Scene, preposition: int) -> int | None:
    """Return the place behind "di", or the town behind a site that is no referent itself.

    "di Rawa Elok"; "di Klinik Melati, Rawa Elok".
    """
    party = scene.after(preposition)
    if party is not None and _is_place(scene, party.referents[0]):
        return party.referents[0]
    last = min(scene.sentence[preposition][1], preposition + _SITE)
    for at in range(preposition + 1, last):
        if scene.lower[at] == ",":
            unit = scene.starting[at + 1]
            if unit is None or at == preposition + 1 or not _is_place(scene, unit.referent):
                return None
            return unit.referent
        if scene.tokens[at].pos_ not in {"NOUN", "PROPN"} or scene.time[at] is not None:
            return None
    return None


def _is_place(scene: Scene, index: int) -> bool:
    """Tell whether a referent is a place in particular: "berbagai daerah" is none."""
    referent = scene.cast.referents[index]
    if referent.type not in _PLACES:
        return False
    if any(mention.kind in _NAMES for mention in referent.mentions):
        return True
    return referent.name.lower().partition(" ")[0] not in _VAGUE


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


def _aside(scene: Scene, position: int, trigger: int) -> bool:
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


def in_future(scene: Scene, index: int | None) -> bool:
    """Tell whether a time lies after the day on which the article was published."""
    published = scene.page.published
    if index is None or published is None:
        return False
    begin = scene.page.times[index].begin
    return begin is not None and begin > published


def evidence(scene: Scene, bounds: tuple[int, int]) -> Span:
    """Return the span of the clause, without marks at its edges."""
    first, last = bounds
    while first < last and scene.tokens[first].is_punct:
        first += 1
    while last > first and scene.tokens[last].is_punct and scene.lower[last] != ")":
        last -= 1
    return scene.span(first, last)
