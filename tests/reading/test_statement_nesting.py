"""Which content holds which cue: against a search of all pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simak.reading.statement.nesting import nest

# Contents that lie in each other or apart, as the brackets of a random word do.
_STEPS = st.lists(st.sampled_from("()c"), max_size=30)


def test_innermost_content_wins() -> None:
    # Wirya mengatakan [Sekar meminta [warga pindah]]
    assert nest([6, 20], [[(16, 40)], [(28, 40)]]) == [None, 0]


def test_a_cue_inside_its_own_content_belongs_to_the_one_around() -> None:
    # [Tanggul itu, menurut Wirya, sudah tua]: both stretches are content, the cue between is not
    assert nest([14], [[(0, 12), (28, 38)]]) == [None]
    assert nest([5, 14], [[(10, 40)], [(12, 30)]]) == [None, 0]


@given(_STEPS)
def test_as_a_search_of_all_pairs(steps: list[str]) -> None:
    spans: list[tuple[int, int]] = []
    still_open: list[int] = []
    cues: list[int] = []
    for at, step in enumerate(steps):
        if step == "c":
            cues.append(at)
        elif step == "(" and len(still_open) < 5:
            still_open.append(at)
        elif step == ")" and still_open:
            spans.append((still_open.pop(), at))
    contents = [[span] for span in spans[: len(cues)]] + [[]] * (len(cues) - len(spans))
    expected = []
    for index, cue in enumerate(cues):
        holders = [
            (end - start, other)
            for other, held in enumerate(contents)
            for start, end in held
            if start <= cue < end and other != index
        ]
        expected.append(min(holders)[1] if holders else None)
    assert nest(cues, contents) == expected
