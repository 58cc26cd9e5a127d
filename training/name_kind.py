"""Splits the places and peoples that the corpora of names do not tell apart.

The corpora know PER, ORG and LOC. What the gazetteer knows to have a government is GPE (countries,
provinces, towns, villages), other places stay LOC; the names of peoples and faiths are NORP.
"""

from __future__ import annotations

from functools import lru_cache

from simak.lexicon import Lexicon
from simak.reading.place import Gazetteer
from training.name import Labelled, spans

_GOVERNED = frozenset((
    "desa", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi", "distrik", "republik",
    "kerajaan", "nagari", "negara",
))  # fmt: skip
# Names of peoples and faiths that are written with a capital and name nothing else.
_PEOPLES = frozenset((
    "muslim", "muslimah", "kristen", "kristiani", "katolik", "protestan", "hindu", "buddha",
    "budha", "yahudi", "sunni", "syiah", "konghucu", "rohingya", "kurdi", "tionghoa", "hui",
    "uighur", "uyghur", "yazidi", "druze", "tutsi", "hutu", "batak", "dayak", "bugis", "minang",
    "betawi", "madura", "asmat", "baduy", "tamil", "pashtun", "hispanik", "aborigin", "maori",
))  # fmt: skip


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer(Lexicon())


@lru_cache(maxsize=100_000)
def place_kind(form: str) -> str:
    """Return "GPE" or "LOC" for a name of a place.

    >>> place_kind("Kabupaten Garut"), place_kind("Sungai Citarum")
    ('GPE', 'LOC')
    """
    if form.split()[0].lower() in _GOVERNED:
        return "GPE"
    found = _gazetteer().find(form)
    return found[0].type if found else "LOC"


def is_country(form: str) -> bool:
    """True for a country or another large unit, which corpora leave bare where it acts."""
    found = _gazetteer().find(form)
    return bool(found) and found[0].kind in ("country", "territory", "province", "state")


def divide(sentence: list[Labelled]) -> list[Labelled]:
    """Return the sentence with GPE and NORP beside PER, ORG and LOC."""
    result = list(sentence)
    for start, end, label in spans(sentence):
        forms = [form for form, _, _ in sentence[start:end]]
        if label == "LOC":
            kind = place_kind(" ".join(forms))
            before = sentence[start - 1][0].lower() if start else ""
            if before in ("suku", "etnis", "keturunan") and end - start == 1:
                kind = "NORP"
        elif label in ("PER", "ORG") and len(forms) == 1 and forms[0].lower() in _PEOPLES:
            kind = "NORP"
        else:
            continue
        for index in range(start, end):
            form, tag, space = sentence[index]
            result[index] = (form, f"{tag[0]}-{kind}", space)
    for index, (form, tag, space) in enumerate(sentence):
        if tag == "O" and form.lower() in _PEOPLES and form[:1].isupper():
            result[index] = (form, "B-NORP", space)
    return result


def open_countries(sentence: list[Labelled]) -> list[Labelled]:
    """Return the sentence with "?" where a country stands without a label."""
    return [
        (form, "?" if tag == "O" and form[:1].isupper() and is_country(form) else tag, space)
        for form, tag, space in sentence
    ]
