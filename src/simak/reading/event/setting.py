"""Setting: how far the clause of an act goes, and the words of it that are evidence."""

from __future__ import annotations

from simak.reading.event.scene import ENDS, Scene
from simak.reading.event.where import is_place
from simak.record import Span

_WIDEST = 45


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
    if unit is not None and is_place(scene, unit.referent):
        at = unit.last + 1
    elif at + 1 <= last and scene.lower[at] == "di":
        unit = scene.starting[at + 1]
        return unit is not None and is_place(scene, unit.referent)
    if at >= last or scene.lower[at] not in {"pada", "sejak"}:
        return False
    following = at + 2 if scene.lower[at + 1] in {"tanggal", "hari"} else at + 1
    index = scene.time[min(following, last)]
    if index is None:
        return False
    # "sepakat menutup pasar itu, pada Senin depan": the day is that of what is agreed.
    first = max(scene.sentence[comma][0], comma - _WIDEST)
    plan = scene.words.setting.plan
    return not in_future(scene, index) or any(word in plan for word in scene.lower[first:comma])


def in_future(scene: Scene, index: int | None) -> bool:
    """Tell whether a time lies after the day on which the article was published.

    An article that tells what was said on a later day was published later than it is said to be
    (the address of a page has the date of another time zone).
    """
    written = scene.written
    if index is None or written is None:
        return False
    begin = scene.page.times[index].begin
    return begin is not None and begin > written


def evidence(scene: Scene, bounds: tuple[int, int]) -> Span:
    """Return the span of the clause, without marks at its edges."""
    first, last = bounds
    while first < last and scene.tokens[first].is_punct:
        first += 1
    while last > first and scene.tokens[last].is_punct and scene.lower[last] != ")":
        last -= 1
    return scene.span(first, last)
