"""Setting: when and where an act took place, and the words that tell it."""

from __future__ import annotations

from simak.reading.event.scene import ENDS, Scene
from simak.reading.phrase import base
from simak.record import Span

_WIDEST = 45
_PLACES = frozenset({"GPE", "LOC"})


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
        if word == "," and not scene.goes_on(at):
            break
        joins = word in {"dan", "serta"} and scene.is_verb(min(at + 1, high))
        if (joins and not joined) or scene.opens(at):
            break
        end = at
    while end > last and scene.lower[end] in {",", "-", "("}:
        end -= 1
    return first, end


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
        if at > trigger and scene.lower[at] == "yang" and scene.is_verb(trigger):
            break  # "sepakat membentuk komisi yang akan bekerja pada April"
        index = scene.time[at]
        if index is None or index == tag:
            continue
        if scene.page.times[index].type in {"DURATION", "SET"} or _aside(scene, at, trigger):
            continue
        distance = abs(at - trigger)
        if best is None or distance < best[0]:
            best = (distance, index)
    return None if best is None else best[1]


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
        party = scene.after(at)
        if party is None:
            continue
        index = party.referents[0]
        if scene.cast.referents[index].type not in _PLACES or _elsewhere(scene, at, trigger):
            continue
        distance = abs(at - trigger) + (0 if at > trigger else 3)
        if best is None or distance < best[0]:
            best = (distance, index)
    return None if best is None else best[1]


def _elsewhere(scene: Scene, preposition: int, trigger: int) -> bool:
    """Tell whether "di X" says where a thing is: "menanam modal ke proyek energi di X"."""
    place = scene.tokens[preposition].head
    if base(place.dep_) != "nmod" or scene.tokens[preposition].dep_ != "case":
        return False
    thing = scene.position[place.head.i]
    if thing < 0 or not trigger < thing < preposition or place.head.pos_ != "NOUN":
        return False
    return any(
        scene.tokens[at].pos_ == "ADP" and scene.tokens[at].head.i == place.head.i
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
