"""Made-up articles to measure on: our examples' sentences with ever new names, as news has them.

All the same for the same numbers. New names matter: what a reader keeps of each word that it has
seen is what makes its memory grow.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from simak.intake.article import Incoming
from simak.record import (
    Act,
    Article,
    Entity,
    Mention,
    Provenance,
    Published,
    Record,
    Source,
    Statement,
    article_id,
)

EXAMPLES = Path(__file__).parent.parent / "examples"
VERSIONS = Provenance(simak="0", model="made up", lexicon="made up")

_SYLLABLES = (
    *("ra", "wu", "lan", "sa", "ri", "bu", "di", "ang", "grek", "me", "la", "ti", "su", "ka"),
    *("no", "to", "wi", "ja", "ya", "ke", "mu", "ning", "har", "tan", "gi", "lo", "pur", "den"),
)
_VERBS = (
    *("membangun", "menolak", "memeriksa", "menjanjikan", "menutup", "mengawasi", "membuka"),
    *("menyalurkan", "memperbaiki", "mengubah", "menyerahkan", "mengumumkan"),
)
_THINGS = (
    *(
        "jembatan",
        "pasar",
        "terminal",
        "sekolah",
        "waduk",
        "jalan",
        "pelabuhan",
        "bantuan",
        "aturan",
    ),
    *("anggaran", "kebun", "rumah sakit", "listrik", "pupuk", "beras", "perahu", "hutan"),
    "sungai",
)
_ACTS: tuple[Act, ...] = ("say", "promise", "deny", "demand", "warn", "praise")


@cache
def _sentences() -> tuple[str, ...]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    return tuple(
        one for line in text.splitlines() for one in re.split(r"(?<=[.!?])\s+", line) if one
    )


def name(chance: random.Random) -> str:
    """Return a name of two words that hardly comes twice."""
    return " ".join(
        "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() for _ in range(2)
    )


def text(number: int, length: int) -> str:
    """Return an article of about ``length`` characters; each number gives another."""
    chance = random.Random(number)
    parts: list[str] = []
    size = 0
    while size < length:
        one = chance.choice(_sentences())
        if chance.random() < 0.3:
            one = f"{name(chance)} {chance.choice(_VERBS)} {chance.choice(_THINGS)} itu. {one}"
        parts.append(one + ("\n" if chance.random() < 0.3 else " "))
        size += len(parts[-1])
    return "".join(parts).strip() + "\n"


def texts(count: int, length: int) -> Iterator[str]:
    """Yield ``count`` articles, each another."""
    return (text(number, length) for number in range(count))


def records(count: int, statements: int) -> Iterator[tuple[Incoming, Record]]:
    """Yield ``count`` records with so many statements each, as if they had been read."""
    chance = random.Random(1)
    people = [name(chance) for _ in range(2000)]
    for number in range(count):
        yield _record(chance, number, chance.sample(people, 4), statements)


def _record(
    chance: random.Random, number: int, people: list[str], count: int
) -> tuple[Incoming, Record]:
    whole = ""
    mentions: dict[str, list[Mention]] = {one: [] for one in people}
    made: list[Statement] = []
    for at in range(count):
        speaker = chance.choice(people)
        start = len(whole)
        mentions[speaker].append(Mention(span=(start, start + len(speaker)), kind="name"))
        whole += f"{speaker} mengatakan "
        cue = (len(whole) - 11, len(whole) - 1)
        thing = chance.choice(_THINGS)
        content = (
            f"warga {chance.choice(_VERBS)} {thing} {name(chance)} dan {chance.choice(_VERBS)} "
            f"{chance.choice(_THINGS)} nomor {number * count + at}"
        )
        begin = len(whole)
        whole += f"{content}. "
        made.append(
            Statement(
                id=f"s{at + 1}",
                kind="indirect",
                act=chance.choice(_ACTS),
                source=Source(entity=f"e{people.index(speaker) + 1}", span=(start, cue[0] - 1)),
                cue=cue,
                content=((begin, len(whole) - 2),),
            )
        )
    entities = tuple(
        Entity(id=f"e{place}", type="PER", name=one, mentions=tuple(mentions[one]))
        for place, one in enumerate(people, start=1)
        if mentions[one]
    )
    day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    record = Record(
        article=Article(
            id=article_id(whole),
            title=f"Berita nomor {number}",
            outlet=f"Harian {chance.choice(_THINGS).title()}",
            published=Published(value=day, basis="metadata"),
            text=whole,
        ),
        entities=entities,
        statements=tuple(made),
        provenance=VERSIONS,
    )
    about = record.article
    return (
        Incoming(name=f"{number}.txt", text=whole, outlet=about.outlet, published=day),
        record,
    )
