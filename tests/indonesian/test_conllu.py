"""CoNLL-U: read again by the conllu library and by the evaluation, word for word."""

import re

import conllu
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from reading.page_maker import make_doc
from simak.errors import InputError
from simak.evaluation.conllu import from_doc, read_conllu, score_analysis
from simak.export.format import FORMATS
from simak.indonesian.conllu import sentences
from simak.record import Article, Entity, Mention, Record, article_id

TEXT = (
    "RAWA ELOK - Bupati Rawa Elok Sari Wulan 🎉 bertemu warga.\n\n"
    '"Kami menyetujuinya," ujarnya.\tBesok  rapat KTP-nya.\nSumber: Kabar Melati'
)


def record(text, *entities):
    return Record(article=Article(id=article_id(text), text=text), entities=entities)


def entity(text, id, type_, *words, kind="name"):
    mentions = []
    at = 0
    for one in words:
        start = text.index(one, at)
        mentions.append(Mention(span=(start, start + len(one)), kind=kind))
        at = start
    return Entity(id=id, type=type_, name=words[0], mentions=tuple(mentions))


def brackets(parsed):
    """Return the mentions as (id, type, first word, last word), read from the brackets."""
    found, number = [], 0
    open_ = []
    for sentence in parsed:
        for token in sentence:
            if not isinstance(token["id"], int):
                continue
            number += 1
            cell = (token["misc"] or {}).get("Entity", "")
            for part in re.findall(r"\([^()]+\)?|[^()]+\)", cell):
                id, _, type_ = part.strip("()").partition("-")
                if part.startswith("("):
                    open_.append((id, type_, number))
                if part.endswith(")"):
                    last = max(i for i, one in enumerate(open_) if one[0] == id)
                    found.append((*open_.pop(last), number))
    assert not open_
    return sorted(found)


def test_words_and_clitics():
    doc = make_doc(
        """Sari/PROPN/nsubj/2 setuju/VERB/root/0 ./PUNCT/punct/2
           Ujar/VERB/root/0 +nya/PRON/nsubj/1 ./PUNCT/punct/1"""
    )
    sari = entity(doc.text, "e1", "PER", "Sari")
    nya = Mention(span=(doc.text.index("nya"), doc.text.index("nya") + 3), kind="clitic")
    one, two = sentences(
        doc,
        record(doc.text, Entity(id="e1", type="PER", name="Sari", mentions=(*sari.mentions, nya))),
    )
    name = article_id(doc.text)
    assert one.split("\n") == [
        f"# newdoc id = {name}",
        "# global.Entity = eid-etype",
        "# newpar",
        f"# sent_id = {name}-1",
        "# text = Sari setuju.",
        "1\tSari\tsari\tPROPN\t_\t_\t2\tnsubj\t_\tEntity=(e1-PER)|NER=B-PER",
        "2\tsetuju\tsetuju\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No",
        "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_",
        "",
        "",
    ]
    assert two.split("\n")[2:6] == [
        "1-2\tUjarnya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
        "1\tUjar\tujar\tVERB\t_\t_\t0\troot\t_\t_",
        "2\tnya\tnya\tPRON\t_\t_\t1\tnsubj\t_\tEntity=(e1-PER)",
        "3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_",
    ]


def test_mentions_inside_each_other_and_side_by_side():
    doc = make_doc("Bupati/NOUN/root/0 Rawa/PROPN/nmod/1 Elok/PROPN/flat/2 Sari/PROPN/flat/1")
    text = doc.text
    rows = (
        entity(text, "e1", "PER", "Bupati Rawa Elok", kind="title"),
        entity(text, "e2", "GPE", "Rawa Elok"),
        entity(text, "e-3", "PER", "Sari"),
        entity(text, "e4", "PER", "Elok Sari"),
    )
    parsed = conllu.parse("".join(sentences(doc, record(text, *rows))))
    assert brackets(parsed) == [
        ("e.3", "PER", 4, 4), ("e1", "PER", 1, 3), ("e2", "GPE", 2, 3), ("e4", "PER", 3, 4),
    ]  # fmt: skip
    assert [token["misc"].get("NER") for token in parsed[0] if token["misc"]] == [
        None, "B-GPE", "I-GPE", "B-PER",
    ]  # fmt: skip


def test_the_libraries_read_what_the_pipeline_made(reader, tmp_path):
    """Each word, its tags and its head, the raw text and all mentions come back."""
    made = reader.read(TEXT, force=True)
    written = "".join(reader.conllu(made))
    parsed = conllu.parse(written)
    assert [one.metadata["text"] for one in parsed][-1] == "Sumber: Kabar Melati"
    assert sum("newpar" in one.metadata for one in parsed) == 3
    assert len({one.metadata["sent_id"] for one in parsed}) == len(parsed)
    assert len(brackets(parsed)) == sum(len(one.mentions) for one in made.entities)
    assert any(isinstance(token["id"], tuple) for one in parsed for token in one)
    assert "SpacesAfter=\\t" in written and "SpacesAfter=\\s\\s" in written
    for one in parsed:
        roots = [token for token in one if token["head"] == 0]
        assert [token["deprel"] for token in roots] == ["root"]
        assert one.to_tree()
    path = tmp_path / "a.conllu"
    path.write_text(written, "utf-8")
    passages = read_conllu(path)
    assert "".join(one.gold.characters for one in passages) == "".join(TEXT.split())
    # The same trees as of a Doc, passage by passage where both cut alike.
    doc = reader._parse(TEXT, reader._skip(TEXT))
    ours = from_doc(doc)
    assert [w.form for p in passages for w in p.gold.words] == [w.form for w in ours.words]
    assert [w.upos for p in passages for w in p.gold.words] == [w.upos for w in ours.words]
    assert score_analysis(passages[0].gold, passages[0].gold).lines


def test_a_store_has_no_trees(tmp_path):
    with pytest.raises(InputError, match="simak read --format conllu"):
        FORMATS["conllu"].write([record("a")], None)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.text(max_size=4), st.booleans()), min_size=1, max_size=12))
def test_any_words(given_words):
    """Whatever stands in a word: ten cells a line, and no line of another kind."""
    from spacy.vocab import Vocab

    words = [(word, space) for word, space in given_words if word and not word.isspace()]
    if not words:
        return
    count = len(words)
    doc = Doc(
        Vocab(),
        words=[word for word, _ in words],
        spaces=[space for _, space in words],
        heads=[0] * count,
        deps=["ROOT", *["dep"] * (count - 1)],
        sent_starts=[True, *[False] * (count - 1)],
    )
    blocks = list(sentences(doc, record(doc.text)))
    for block in blocks:
        assert block.endswith("\n\n")
        lines = block[:-2].split("\n")
        assert all(line.startswith("# ") or line.count("\t") == 9 for line in lines)
        assert block.count("\n") == len(block.splitlines())
        assert conllu.parse(block)
