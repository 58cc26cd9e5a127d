"""When: the time of an act, as the words of its clause tell."""

from __future__ import annotations

import re

from simak.reading.event.scene import ENDS, Scene
from simak.reading.event.where import DEEDS, aside, ends_with_place
from simak.reading.phrase import base
from simak.record import EventType

_WIDEST = 45
_REACH = 12
# Stretches of time up to the day of writing, in which something was done: "selama ini".
_SPANS = ("terakhir", "terakhir ini", "belakangan", "selama ini")
# The years of an office: "Menteri Wirya (2004 - 2009)".
_YEARS = re.compile(r"\d{4} ?[-–—] ?(\d{4}|sekarang|kini)")


def time(
    scene: Scene, bounds: tuple[int, int], trigger: int, tag: int | None, type: EventType
) -> int | None:
    """Return the index of the time nearest to the trigger in its clause, or None.

    A stretch of time counts only where no day is told; ``tag``, the time at which the statement
    around it was made, does not count; the words before the clause's first party belong to it as
    far as the last mark. ``type``: the event's.
    """
    first = _before(scene, bounds[0], trigger)
    best: tuple[bool, int, int] | None = None
    for at in range(first, bounds[1] + 1):
        if at > trigger and scene.is_verb(trigger) and _relates(scene, at, bounds[1]):
            break  # "sepakat membentuk komisi yang akan bekerja pada April"
        index = scene.time[at]
        if index is None or index == tag or aside(scene, at, trigger):
            continue
        lasting = scene.page.times[index].type in {"DURATION", "SET"}
        if _no_time(scene, at) or (lasting and not _up_to_now(scene, index)):
            continue
        if _ends_something(scene, at) or _of_another(scene, at, trigger):
            continue
        found = (lasting, abs(at - trigger), index)
        if best is None or found < best:
            best = found
    if best is not None:
        return best[2]
    index = _closing(scene, trigger)
    if index is not None and index == tag:
        return index if _shared(scene, trigger, index, type) else None
    if index is None and tag is not None and _shared(scene, trigger, tag, type):
        return tag
    return index


def tag(scene: Scene, position: int) -> int | None:
    """Return the time at which the statement around a position was made, or None."""
    inside = scene.inside[position]
    return None if inside is None else scene.statements[inside].time


def said(scene: Scene, index: int | None) -> int | None:
    """Return the time at which statement ``index`` was made, or None.

    "Partani selama ini menuduh X" tells it too; a day in a clause on the speaker, and one that
    lies ahead, do not.
    """
    if index is None:
        return None
    statement = scene.statements[index]
    cue = scene.positions(statement.cue)
    if cue is None:
        return statement.time
    low, high = scene.sentence[cue[0]]
    if statement.time is None:
        near = range(max(low, cue[0] - _REACH), min(high, cue[1] + 3) + 1)
        lasting = (scene.time[at] for at in near if scene.inside[at] != index)
        return next((one for one in lasting if one is not None and _up_to_now(scene, one)), None)
    at = next((here for here in range(low, high + 1) if scene.time[here] == statement.time), None)
    if at is not None and at < cue[0] and (_no_time(scene, at) or _of_another(scene, at, cue[0])):
        return None
    begin = scene.page.times[statement.time].begin
    late = begin is not None and scene.written is not None and begin > scene.written
    return None if late else statement.time


def _before(scene: Scene, first: int, trigger: int) -> int:
    """Return where the words before a clause begin that may tell its time.

    They end at a verb, a cue, or a word that opens a clause about another moment; a remark in
    them ("Senin itu, kata Wirya, polisi ...") is passed over.
    """
    low, inside = scene.sentence[trigger][0], scene.inside[trigger]
    begin = at = first
    while at > low and first - at < _REACH:
        at -= 1
        if scene.lower[at] in ENDS or scene.is_verb(at):
            break
        if scene.opens(at) and scene.lower[at] not in scene.words.setting.meanwhile:
            break
        if scene.inside[at] == inside:
            if scene.cue_at(at, at) is not None:
                break
            begin = at
        elif inside is None:
            break
    return begin


def _text(scene: Scene, index: int) -> str:
    start, end = scene.page.times[index].span
    return " ".join(scene.page.text[start:end].lower().split())


def _up_to_now(scene: Scene, index: int) -> bool:
    return _text(scene, index).endswith(_SPANS)


def _no_time(scene: Scene, at: int) -> bool:
    """Tell whether the words tell no time at which something was done.

    "kini", "saat itu" tell nothing; "pemilu 2019" is the name of an election, though "pemilu 2014
    lalu" tells when; years in brackets are those of an office: "Menteri Wirya (2004 - 2009)".
    """
    index = scene.time[at]
    if index is None:
        return True
    text, named = _text(scene, index), scene.words.setting.named
    if text in scene.words.setting.now or not named.isdisjoint(text.split()):
        return True
    first = _begin(scene, at)
    if first == scene.sentence[at][0] or text.endswith(("lalu", "silam")):
        return False
    if scene.lower[first - 1] == "(" and _YEARS.fullmatch(text):
        return True
    return scene.lower[first - 1] in named


def _begin(scene: Scene, at: int) -> int:
    """Return the first position of the time that covers ``at``."""
    low = scene.sentence[at][0]
    while at > low and scene.time[at - 1] == scene.time[at]:
        at -= 1
    return at


def _relates(scene: Scene, at: int, last: int) -> bool:
    """Tell whether "yang" with a verb begins there; "aksi yang sama pada Mei" has none."""
    if scene.lower[at] != "yang":
        return False
    until = next((here for here in range(at, last + 1) if scene.time[here] is not None), last)
    return any(scene.tokens[here].pos_ == "VERB" for here in range(at + 1, until))


def _ends_something(scene: Scene, at: int) -> bool:
    """Tell whether the time is but an end: "hingga 26 Juni"; "hingga kini" is now."""
    index = scene.time[at]
    first = _begin(scene, at)
    if index is None or first == scene.sentence[at][0]:
        return False
    begins = scene.page.times[index].begin is not None
    word = scene.lower[first - 1]
    return word in scene.words.setting.until and (begins or word in {"menjelang", "jelang"})


def _of_another(scene: Scene, at: int, trigger: int) -> bool:
    """Tell whether the time is that of a phrase before the clause, or of a verb behind a noun."""
    if at > trigger:
        if scene.tokens[trigger].pos_ != "NOUN":
            return False
        verb = next((b for b in range(at - 1, trigger, -1) if scene.is_verb(b)), None)
        return verb is not None and scene.lower[verb] not in scene.words.setting.held
    yang = (here for here in range(trigger, at, -1) if scene.lower[here] == "yang")
    relative = next((here for here in yang if scene.time[here] is None), None)
    if relative is not None and not any(map(scene.is_verb, range(relative + 1, trigger))):
        beside = scene.time[relative - (2 if scene.lower[relative - 1] == "," else 1)]
        # "sepakat pada Mei dengan perjanjian yang ditengahi X"; "resolusi, Mei lalu, yang ..."
        return beside != scene.time[at]
    comma = next((here for here in range(at, trigger) if scene.lower[here] == ","), None)
    if comma is None:
        return False
    opened = next((b for b in range(at, scene.sentence[at][0], -1) if scene.lower[b] == ","), None)
    if opened is not None and scene.lower[opened + 1] == "yang":
        return True  # "Partani, yang akan memilih pada Mei, menuduh X"
    end = (here for here in range(at, trigger + 1) if scene.time[here] != scene.time[at])
    behind = next(end, trigger)
    if behind + 1 == trigger and any(map(scene.is_verb, range(opened or 0, at))):
        return True  # "tempat X menyerang Y pada Mei, memicu kritik"
    low = first = max(scene.sentence[at][0], at - _WIDEST)
    for here in range(at, low, -1):
        if scene.lower[here - 1] in ENDS or scene.lower[here - 1] == ",":
            first = here
            break
    other = first < at and scene.lower[first] in scene.words.setting.other
    return other and scene.time[first + 1] is None


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


def _shared(scene: Scene, trigger: int, tag: int, type: EventType) -> bool:
    """Tell whether the time of a statement is that of the deed it tells.

    "Wirya mengatakan, polisi menangkap dua orang di Rawa Elok, Senin (3/2)": who says where it
    was done says when; a time that stands with the cue ("kata Wirya, Senin") is the statement's.
    """
    if type not in DEEDS:
        return False
    inside = scene.inside[trigger]
    last = scene.sentence[trigger][1]
    if inside is None or scene.statements[inside].kind == "direct":
        return False
    cue = scene.positions(scene.statements[inside].cue)
    at = next((here for here in range(trigger, last + 1) if scene.time[here] == tag), None)
    if cue is None or at is None or cue[1] > trigger or cue[0] < scene.sentence[trigger][0]:
        return False
    return scene.lower[at - 1] == "," and ends_with_place(scene, at - 2, trigger)
