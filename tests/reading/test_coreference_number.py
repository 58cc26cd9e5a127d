"""As many as before: "ketiganya", "ketiga tersangka itu"."""

from __future__ import annotations

import pytest

from simak.reading.coreference.number import count

from .test_coreference import cast_of, referent
from .test_mention import plain_page


@pytest.mark.parametrize(
    ("words", "number"),
    [("88 orang warga", "88"), ("ketiga tersangka", "3"), ("dua puluh warga", ""), ("warga", "")],
)
def test_what_a_description_counts(words: str, number: str) -> None:
    assert count(words) == number


@pytest.mark.parametrize("again", ["Ketiganya", "Ketiga tersangka itu", "Ketiga pelaku"])
def test_as_many_are_the_same(again: str) -> None:
    page = plain_page(f"Kemarin tiga orang warga menolak. {again} bekerja.")
    cast = cast_of(page)
    group = referent(page, cast, "tiga orang warga")
    assert group is not None
    assert referent(page, cast, again) is group


def test_others_are_others() -> None:
    page = plain_page("Kemarin tiga orang warga menolak. Keempat pelaku bekerja.")
    cast = cast_of(page)
    assert referent(page, cast, "Keempat pelaku") is not referent(page, cast, "tiga orang warga")


def test_both_are_the_two_named_together() -> None:
    persons = ["Sutini Arga", "Wira Elok"]
    page = plain_page("Warga menolak Sutini Arga dan Wira Elok. Keduanya bekerja.", persons)
    cast = cast_of(page)
    pair = referent(page, cast, "Keduanya")
    assert pair is not None
    assert pair.name == "Sutini Arga dan Wira Elok"
