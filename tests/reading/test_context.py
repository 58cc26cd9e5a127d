"""What events are about."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.page_maker import find

from simak.errors import LexiconError
from simak.indonesian.language import blank
from simak.lexicon import Lexicon
from simak.reading.context import CONTEXTS, ContextReader
from simak.reading.finding import Cast, EventFinding, Mention, Referent
from simak.reading.page import Page
from simak.record import EventType, Link

_NLP = blank()
_NLP.add_pipe("sentencizer")
READER = ContextReader(Lexicon())


def contexts(
    text: str,
    trigger: str,
    type_: EventType = "ACCUSE",
    mode: str | None = None,
    *,
    parties: tuple[Referent, ...] = (),
    reader: ContextReader = READER,
) -> tuple[str, ...]:
    """Return the contexts of the event that ``trigger`` names in ``text``."""
    span = find(text, trigger)
    sides = tuple(range(len(parties)))
    event = EventFinding(type_, mode, span, sides[:1], sides[1:], "actual", (span,))
    (found,) = reader.read(Page(_NLP(text)), Cast(parties), [event])
    return found


def state(name: str, code: str) -> Referent:
    return Referent("GPE", name, (), link=Link(authority="iso3166", id=code, basis="lexicon"))


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Jaksa mendakwa Wirya menerima suap.", "mendakwa", ("legal", "corruption")),
        ("Bawaslu menegur calon bupati Sarwi.", "menegur", ("election",)),
        ("Warga mengecam pencemaran Kali Randu.", "mengecam", ("environment",)),
        ("Bupati meminta vaksinasi dipercepat.", "meminta", ("health",)),
        ("Warga memprotes penistaan agama itu.", "memprotes", ("religion_ethnicity",)),
        ("Wirya menuduh peretas mencuri uang.", "menuduh", ("cyber", "crime")),
        ("Sarwi mengkritik mutu trotoar.", "mengkritik", ()),
    ],
)
def test_terms_of_the_sentence_speak(text: str, trigger: str, found: tuple[str, ...]) -> None:
    assert contexts(text, trigger) == found


def test_one_weak_term_is_not_enough_and_two_are() -> None:
    assert contexts("Wirya mengkritik para petani.", "mengkritik") == ()
    assert contexts("Wirya mengkritik harga bagi petani.", "mengkritik") == ("economic",)


def test_capitals_of_a_term_count() -> None:
    assert "human_rights" in contexts("Wirya mengecam pelanggaran HAM itu.", "mengecam")
    assert contexts("Wirya mengecam tim ham itu.", "mengecam") == ()


def test_a_longer_term_covers_a_shorter_one() -> None:
    assert "religion_ethnicity" in contexts("Wirya menyindir suku itu.", "menyindir")
    assert contexts("Wirya menyindir suku cadang itu.", "menyindir") == ()
    assert contexts("Wirya menyindir suku bunga itu.", "menyindir") == ("economic",)


def test_a_pronoun_at_the_end_hides_no_term() -> None:
    assert contexts("Wirya menyesalkan korupsinya.", "menyesalkan") == ("corruption",)


def test_what_fills_the_article_holds_for_its_events() -> None:
    about = "Banjir melanda Ranubaru. Banjir merusak rumah. Posko banjir dibuka. "
    assert contexts(about + "Bupati memuji Sarwi.", "memuji", "SUPPORT") == ("disasters",)
    far = "Hari itu cerah. " * 30
    assert contexts(about + far + "Bupati memuji Sarwi.", "memuji", "SUPPORT") == ()


def test_names_and_offices_of_the_parties_speak() -> None:
    text = "Ia mengkritiknya."
    parties = (Referent("ORG", "Komisi Pemberantasan Korupsi", ()),)
    assert contexts(text, "mengkritik", parties=parties) == ("corruption",)


def test_the_act_itself_speaks() -> None:
    assert contexts("Mereka meledakkan diri.", "meledakkan", "ASSAULT", "suicide-attack") == (
        "terrorism",
    )


def test_states_that_deal_with_each_other_are_diplomatic() -> None:
    both = (state("Wanura", "WN"), state("Taruna", "TR"))
    text = "Wanura memuji Taruna."
    assert contexts(text, "memuji", "SUPPORT", parties=both) == ("diplomatic",)
    assert contexts(text, "memuji", "SUPPORT", parties=both[:1]) == ()
    place = Referent("GPE", "Ranubaru", (Mention((0, 1), 0, "name"),))
    assert contexts(text, "memuji", "SUPPORT", parties=(both[0], place)) == ()


def test_contexts_stand_in_the_order_of_plover() -> None:
    found = contexts("KPK menggugat bank karena narkoba dan bencana.", "menggugat")
    assert list(found) == sorted(found, key=CONTEXTS.index)


def test_every_context_has_terms_enough() -> None:
    count = dict.fromkeys(CONTEXTS, 0)
    for row in Lexicon().rows("context.tsv", ("term", "contexts", "weight")):
        for context in row.list("contexts"):
            count[context] += 1  # type: ignore[index]
    assert {context: number for context, number in count.items() if number < 15} == {}


def test_a_file_of_the_user_adds_and_changes_terms(tmp_path: Path) -> None:
    (tmp_path / "context.tsv").write_text(
        "term\tcontexts\tweight\ntarung ayam\tcrime|gender\t2\nkorupsi\teconomic\t2\n",
        encoding="utf-8",
    )
    reader = ContextReader(Lexicon(tmp_path))
    assert contexts("Wirya mengecam tarung ayam.", "mengecam", reader=reader) == (
        "gender",
        "crime",
    )
    assert contexts("Wirya mengecam korupsi.", "mengecam", reader=reader) == ("economic",)


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("context.tsv", "angin\tcuaca\t2", "contexts has 'cuaca'"),
        ("context.tsv", "angin\tdisasters\t3", "weight is '3'"),
        ("context.tsv", "--\tdisasters\t2", "it must have a word"),
        ("context_event.tsv", "BERTEMU\tdiplomatic\t1", "must be a type or TYPE/mode"),
        ("context_event.tsv", "CONSULT/visit\tkunjungan\t1", "contexts has 'kunjungan'"),
    ],
)
def test_a_wrong_row_says_where(tmp_path: Path, name: str, row: str, message: str) -> None:
    header = {"context.tsv": "term", "context_event.tsv": "event"}[name]
    text = f"{header}\tcontexts\tweight\n{row}\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"{name}:2: .*{message}"):
        ContextReader(Lexicon(tmp_path))


def test_no_events_no_contexts() -> None:
    assert READER.read(Page(_NLP("KPK menang.")), Cast(()), []) == []
