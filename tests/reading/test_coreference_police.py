"""The police: "polisi", "kepolisian" and "pihak kepolisian" are one force, if only one can be."""

from __future__ import annotations

import pytest

from .test_coreference import cast_of, referent
from .test_coreference_body import name_of
from .test_mention import plain_page

FORCE = "Polres Labuhara"


def test_the_police_are_the_one_force_named_later() -> None:
    text = f"Warga meminta polisi bekerja. Kini {FORCE} menolak. Warga menolak {FORCE}."
    assert name_of(text, "polisi", bodies=[FORCE]) == FORCE


def test_a_force_named_in_passing_is_not_the_police_before_it() -> None:
    text = f"Warga meminta polisi bekerja. Kini {FORCE} menolak."
    assert name_of(text, "polisi", bodies=[FORCE]) == "polisi"


def test_the_side_of_the_police_is_the_force() -> None:
    text = f"{FORCE} menolak. Warga meminta {FORCE}. Kini pihak kepolisian bekerja."
    assert name_of(text, "pihak kepolisian", bodies=[FORCE]) == FORCE


def test_of_two_forces_either_may_be_meant() -> None:
    bodies = [FORCE, "Polres Wesmara"]
    text = f"{FORCE} menolak. {bodies[1]} tiba. Kini pihak kepolisian bekerja."
    assert name_of(text, "pihak kepolisian", bodies=bodies) not in bodies


@pytest.mark.parametrize("some", ["dua polisi", "sejumlah polisi"])
def test_some_policemen_are_not_the_force(some: str) -> None:
    text = f"{FORCE} menolak. Warga meminta {FORCE}. Kini {some} bekerja."
    assert name_of(text, some, bodies=[FORCE]) == some


def test_a_unit_is_not_the_police() -> None:
    text = "Warga meminta Brimob bekerja. Kini kepolisian menolak."
    assert name_of(text, "kepolisian", bodies=["Brimob"]) == "kepolisian"


@pytest.mark.parametrize(
    ("first", "second"),
    [("polisi", "kepolisian"), ("kepolisian", "polisi"), ("aparat kepolisian", "polisi")],
)
def test_the_unnamed_police_are_one(first: str, second: str) -> None:
    page = plain_page(f"Warga meminta {first} bekerja. Kini warga menolak {second}.")
    cast = cast_of(page)
    found = referent(page, cast, first)
    assert found is not None
    assert found is referent(page, cast, second)
