"""The annotation's way of saying spans by their words."""

from __future__ import annotations

import annotate
import pytest

TEXT = 'Ia pergi, ujarnya. "Kami pulang dulu, nanti kami kembali," kata Sari. Sari pergi.'


def said(words: str) -> str:
    start, end = annotate.span(TEXT, words)
    return TEXT[start:end]


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("ujarnya", (10, 17)),
        ("ujar[nya]", (14, 17)),
        ("[ujar]nya", (10, 14)),
        ("kata [Sari]", (64, 68)),
        ("Sari#2", (70, 74)),
        ("[Sari] pergi", (70, 74)),
        ("Kami ... kembali", (20, 56)),
        ("nanti [kami ... kata]", (44, 63)),
    ],
)
def test_words_say_a_span(words: str, span: tuple[int, int]) -> None:
    assert annotate.span(TEXT, words) == span


def test_only_whole_words_are_meant() -> None:
    assert annotate.places(TEXT, "ujar") == []
    assert annotate.places(TEXT, "nya") == []
    assert annotate.places(TEXT, "Sari") == [(64, 68), (70, 74)]


def test_ellipsis_ends_at_the_next_place() -> None:
    assert said("Ia ... pergi") == "Ia pergi"
    assert said("kata ... pergi") == "kata Sari. Sari pergi"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Budi", "not in the article"),
        ("Sari", "2 places, say which"),
        ("pergi#3", "only 2 places"),
        ("Sari#1,2", "2 places where one is meant"),
    ],
)
def test_words_that_say_no_span(words: str, message: str) -> None:
    with pytest.raises(annotate.AnnotationError, match=message):
        annotate.span(TEXT, words)


def test_a_record_is_made() -> None:
    text = "Ketua Partai Bina Sari Sari Dewantri pergi. Sari mengatakan ia lelah. Kami juga."
    record = annotate.build(
        text,
        {
            "article": {"outlet": "Pos Rimba"},
            "entities": {
                "partai": {
                    "type": "ORG",
                    "name": "Partai Bina Sari",
                    "names": "Partai Bina Sari",
                    "pronouns": "Kami @sari",
                },
                "sari": {
                    "type": "PER",
                    "name": "Sari Dewantri",
                    "names": ["Sari Dewantri", "Sari#*"],
                    "pronouns": "ia",
                    "roles": [
                        {"title": "Ketua", "of": "partai", "words": "Ketua Partai Bina Sari"}
                    ],
                },
            },
            "statements": {
                "lelah": {
                    "kind": "indirect",
                    "cue": "mengatakan",
                    "source": "[Sari] mengatakan",
                    "who": "sari",
                    "content": "ia lelah",
                }
            },
        },
    )
    partai, sari = record.entities
    assert [record.words(m.span) for m in sari.mentions] == ["Sari Dewantri", "Sari", "ia"]
    assert sari.aliases == ("Sari",)
    assert sari.roles[0].organization == partai.id
    assert partai.mentions[1].member == sari.id
    assert record.statements[0].source.entity == "e2"
    assert record.article.published.basis == "unknown"


def test_a_lost_key_is_told() -> None:
    with pytest.raises(annotate.AnnotationError, match="no entities row has the key 'tini'"):
        annotate.build(
            "Sari pergi.",
            {
                "article": {},
                "entities": {
                    "sari": {
                        "type": "PER",
                        "name": "Sari",
                        "names": "Sari",
                        "pronouns": "pergi @tini",
                    }
                },
            },
        )
