"""brat and UIMA CAS: what goes out, as the tools count it."""

import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import cassis
import pytest
from msgspec.structs import replace

from simak.export import brat, cas
from simak.export.format import FORMATS
from simak.export.mark import EVENTS, LAYER_OF, marks, state
from simak.lexicon import Lexicon
from simak.record import Article, Entity, Mention, Record

TEXT = "🎉 Sari 𝒲ulan\nLaut 🎉 rapat"


@pytest.fixture
def emoji():
    span = TEXT.index("Sari"), TEXT.index(" 🎉 rapat")
    sari = Entity(id="e1", type="PER", name="Sari", mentions=(Mention(span=span, kind="name"),))
    return Record(article=Article(id="a", text=TEXT), entities=(sari,))


def test_brat_counts_code_points_and_marks_no_line_end(emoji, tmp_path):
    FORMATS["brat"].write([emoji], tmp_path)
    assert (tmp_path / "a.txt").read_text("utf-8") == TEXT
    line = (tmp_path / "a.ann").read_text("utf-8").split("\n")[0]
    _, where, words = line.split("\t")
    pieces = [tuple(map(int, piece.split())) for piece in where.split(" ", 1)[1].split(";")]
    assert [TEXT[start:end] for start, end in pieces] == ["Sari 𝒲ulan", "Laut"]
    assert words == "Sari 𝒲ulan Laut"


def test_uima_counts_utf_16(emoji, tmp_path):
    FORMATS["cas"].write([emoji], tmp_path)
    root = ElementTree.parse(tmp_path / "a.xmi").getroot()
    [entity] = (one for one in root if one.tag.endswith("}NamedEntity"))
    units = TEXT.encode("utf-16-le")
    begin, end = int(entity.get("begin")), int(entity.get("end"))
    assert units[2 * begin : 2 * end].decode("utf-16-le") == "Sari 𝒲ulan\nLaut"
    assert begin == TEXT.index("Sari") + 1


def test_cassis_reads_it_with_its_own_type_system(record, tmp_path):
    """As another program would: nothing of ours but the two files. Relations survive."""
    FORMATS["cas"].write([record], tmp_path)
    types = cassis.load_typesystem(tmp_path / "TypeSystem.xml")
    [path] = tmp_path.glob("*.xmi")
    made = cassis.load_cas_from_xmi(path, typesystem=types)
    assert made.sofa_string == record.article.text
    entities = made.select(cas.NAMED_ENTITY)
    assert sorted((one.value, one.get_covered_text()) for one in entities) == sorted(
        (entity.type, record.words(mention.span))
        for entity in record.entities
        for mention in entity.mentions
    )
    assert sorted(
        (one.Dependent.get_covered_text(), one.Governor.get_covered_text())
        for one in made.select(cas.COREF)
    ) == [("Kami", "Sari Wulan"), ("Sari & kawan-kawan", "Sari Wulan")]
    events = {
        one.label: [(link.role, link.target.get_covered_text()) for link in one.arguments.elements]
        for one in made.select(cas.TYPES["event"])
    }
    assert ("Actor", "Sari Wulan") in events["CONSULT"]
    assert ("Recipient", "Budi Laut") in events["CONSULT"]
    assert ("Time", "Senin (4/3)") in events["CONSULT"]
    assert ("AssertedBy", "kata") in events["REJECT"]


# brat's grammar of a line, from its manual.
_LINES = {
    "T": re.compile(r"T\d+\t\w+ \d+ \d+(;\d+ \d+)*\t.+"),
    "E": re.compile(r"E\d+\t\w+:T\d+( \w+:[TE]\d+)*"),
    "R": re.compile(r"R\d+\t\w+ Arg1:[TE]\d+ Arg2:[TE]\d+"),
    "A": re.compile(r"A\d+\t\w+ [TE]\d+( \S+)?"),
    "N": re.compile(r"N\d+\tReference [TE]\d+ [^\s:]+:\S+\t[^\t]+"),
    "#": re.compile(r"#\d+\t\w+ \w+\t[^\t]*"),
}


@pytest.mark.parametrize("name", ["record", "nothing", "hostile"])
def test_lines_of_brat(request, tmp_path, name):
    record = request.getfixturevalue(name)
    FORMATS["brat"].write([record], tmp_path)
    [path] = tmp_path.glob("*.ann")
    text = path.read_text("utf-8")
    lines = text.splitlines()  # at every character that anybody takes for a line's end
    assert text.count("\n") == len(lines)
    assert all(_LINES[line[0]].fullmatch(line) for line in lines)
    ids = [line.split("\t")[0] for line in lines]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["record", "hostile"])
def test_words_of_brat_are_those_of_the_text(request, tmp_path, name):
    """As brat checks it when it opens a file: pieces apart, their words joined by a blank."""
    record = request.getfixturevalue(name)
    FORMATS["brat"].write([record], tmp_path)
    [path] = tmp_path.glob("*.ann")
    text = path.with_suffix(".txt").read_bytes().decode()
    for line in path.read_bytes().decode().splitlines():
        if line[0] == "T":
            _, where, words = line.split("\t", 2)
            pieces = [tuple(map(int, one.split())) for one in where.split(" ", 1)[1].split(";")]
            assert words == " ".join(text[start:end] for start, end in pieces)
            assert all(one[1] < other[0] for one, other in pairwise(pieces))


def test_brat_is_told_of_all_that_is_written(record, tmp_path):
    """Each label, argument, relation and attribute of a file stands in annotation.conf."""
    FORMATS["brat"].write([record], tmp_path)
    [path] = tmp_path.glob("*.ann")
    sections: dict[str, list[str]] = {}
    for line in (tmp_path / "annotation.conf").read_text("utf-8").split("\n"):
        if line.startswith("["):
            rows = sections.setdefault(line.strip("[]"), [])
        elif line.strip() and not line.startswith("#"):
            rows.append(line.strip())
    events = {row.split("\t")[0]: row.split("\t")[1] for row in sections["events"]}
    relations = {row.split("\t")[0] for row in sections["relations"]}
    attributes = {row.split("\t")[0]: row for row in sections["attributes"]}
    labels = {*sections["entities"], *events}
    assert labels >= LAYER_OF.keys()
    for line in path.read_text("utf-8").splitlines():
        _, middle, *_ = line.split("\t")
        said = middle.split(" ")
        if line[0] == "T":
            assert said[0] in labels
        elif line[0] == "E":
            label = said[0].split(":")[0]
            for one in said[1:]:
                link = re.sub(r"\d+$", "", one.split(":")[0])
                assert re.search(rf"\b{link}[?*]:", events[label])
        elif line[0] == "R":
            assert said[0] in relations
        elif line[0] == "A":
            assert len(said) == 2 or re.search(rf"[:|]{said[2]}\b", attributes[said[0]])
    assert "visit" in brat.configuration(Lexicon())
    visual = (tmp_path / "visual.conf").read_text("utf-8")
    assert all(f"\n{label} | " in visual for label in EVENTS)


def test_state(record):
    """Two records that are drawn alike have one state, whatever made them."""
    sure = tuple(replace(event, confidence=0.5) for event in record.events)
    assert state(replace(record, events=sure)) == state(record)
    other = (replace(record.events[0], status="denied"), *record.events[1:])
    assert state(replace(record, events=other)) != state(record)
    assert json.dumps(state(record)).isascii()


def test_what_is_only_a_line_end_is_not_drawn(emoji):
    at = TEXT.index("\n")
    [sari] = emoji.entities
    mentions = (Mention(span=(at, at + 1), kind="name"), *sari.mentions)
    record = replace(emoji, entities=(replace(sari, mentions=mentions),))
    assert [mark.row for mark in marks(record)] == ["mention:e1.1"]
