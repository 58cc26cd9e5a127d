import datetime

import pytest

from simak.export.view import View, first_day, harmless


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-06-20", (2023, 6, 20)),
        ("2023-06-20T14:30", (2023, 6, 20)),
        ("2023-06", (2023, 6, 1)),
        ("2023", (2023, 1, 1)),
        ("2023-W25", (2023, 6, 19)),
        ("2023-Q2", (2023, 4, 1)),
        ("2023-06-31", None),
        ("XXXX-06-20", None),
        ("PAST_REF", None),
        ("P1Y", None),
        ("", None),
    ],
)
def test_first_day(value, day):
    assert first_day(value) == (datetime.date(*day) if day else None)


def test_order_and_names(record):
    view = View(record)
    assert [event.id for event in view.events()] == ["v1", "v2"]
    assert [speaker.entity and speaker.entity.id for speaker in view.speakers()] == ["e1", None]
    assert view.offices(record.entities[0]) == ["Wali Kota Melati"]
    assert view.asserter("outlet") is None
    assert view.asserter("s1") == "Sari Wulan"


def test_harmless_keeps_length():
    text = "a\x1b[31m\0\u202eb\x85\ud800\n\t"
    assert len(harmless(text)) == len(text)
    assert harmless(text) == "a␛[31m␀\ufffdb\ufffd\ufffd\n\t"
