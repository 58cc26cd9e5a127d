"""Files that are broken or that attack: one clear error with file and line, and nothing else."""

import random

import pytest

from correction.test_round_trip import SIGNED
from export.sample import make_hostile, make_record
from simak.correction import read
from simak.correction.compare import changes
from simak.correction.drawing import drawn
from simak.errors import FormatError, JudgementError
from simak.export import brat, cas
from simak.export.format import Setting


@pytest.fixture
def record():
    return make_record()


@pytest.fixture
def folder(tmp_path, record):
    brat.write([record], tmp_path, Setting())
    cas.write([record], tmp_path, Setting())
    return tmp_path


def refused(form, folder, record):
    """Return the message with which a folder is refused."""
    with pytest.raises(FormatError) as error:
        for correction in read(form, [str(folder)]):
            drawn(record, correction.marks, correction.shown)
    return str(error.value)


def changed(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def the_line(path, words):
    """Return "FILE:LINE:" of the first line with these words."""
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if words in line:
            return f"{path}:{number}:"
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("T5\tPER 36 45\t", "T5\tPER 37 46\t", "the text has"),
        ("T5\tPER 36 45\t", "T5\tPER 36 99999\t", "outside the text"),
        ("T5\tPER 36 45\t", "T5\tPER 45 36\t", "outside the text"),
        ("T5\tPER 36 45\t", "T5\tPER -6 45\t", "no START END"),
        ("T5\tPER 36 45\t", "T5\tPER ٣٦ 45\t", "no START END"),
        ("T5\tPER 36 45\tBudi Laut", "T5\tPER 36 40;50 54\tBudi Angg", "the text has"),
        ("T5\tPER ", "T5\tALIEN ", "label 'ALIEN' is none of Simak's"),
        ("T5\tPER ", "T4\tPER ", "T4 stands twice"),
        ("T17\tCONSULT", "T17\tAGREE", "trigger"),
        ("Recipient:T5", "Recipient:T555", "T555 is not in the file"),
        ("Recipient:T5", "Recipient:T7", "must be a mention"),
        ("Recipient:T5", "Sender:T5", "no link 'Sender'"),
        ("Time:T7", "Time:T7 Time2:T7", None),
        ("Recipient:T5", "Recipient", "an argument is"),
        ("R1\tCoref Arg1:T2 Arg2:T1", "R1\tCoref Arg1:T2", "an R line is"),
        ("mention:e3.0", "mention:e9.0", "no row 'mention:e9.0'"),
        ("mention:e3.0", "mention:e1.0", "marked twice"),
        ("Status E4 actual", "Status E4 maybe", "status is 'maybe'"),
        ("#22\tSimak article", "#22\tSimak artikel", None),
        ("#22\tSimak article\t", "#22\tSimak article\t?? ", "names the article is damaged"),
        ("E4\tCONSULT:T17 Actor:T1", "E4\tCONSULT:T17", None),
    ],
)
def test_a_broken_ann_file(folder, record, old, new, message):
    [path] = folder.glob("*.ann")
    changed(path, old, new)
    if message is None:
        return  # told elsewhere, or no fault
    told = refused("brat", folder, record)
    assert message in told
    assert told.startswith(f"{path}:") and told[len(f"{path}:")].isdigit()


def test_the_line_is_the_right_one(folder, record):
    [path] = folder.glob("*.ann")
    changed(path, "T5\tPER 36 45\t", "T5\tPER 37 46\t")
    assert refused("brat", folder, record).startswith(the_line(path, "T5\tPER 37 46"))


def test_a_file_that_was_cut_off(folder, record):
    [path] = folder.glob("*.ann")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2].rpartition(b"\n")[0])
    assert "was cut off" in refused("brat", folder, record)
    path.write_bytes(b"")
    assert "was cut off" in refused("brat", folder, record)
    [path] = folder.glob("*.xmi")
    path.write_bytes(path.read_bytes()[:3000])
    assert "no well-formed XML" in refused("cas", folder, record)


def test_what_is_no_text(folder, record):
    [path] = folder.glob("*.ann")
    path.write_bytes(path.read_bytes().replace(b"Budi", b"B\xffdi"))
    assert refused("brat", folder, record) == f"{path}:5: this is no UTF-8"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('value="PER" row="mention:e3.0"', 'value="Alien" row="mention:e3.0"', "'Alien'"),
        ('begin="36" end="45"', 'begin="45" end="36"', "empty or outside"),
        ('begin="36" end="45"', 'begin="36" end="x"', "no UIMA CAS"),
        ('label="CONSULT"', 'label="PER"', "no label of a event"),
        ('status="actual" label="CONSULT"', 'status="maybe" label="CONSULT"', "'maybe'"),
        ("mention:e3.0", "mention:e9.0", "no row"),
        ('role="Actor" target="2"', 'role="Actor" target="999"', "no UIMA CAS"),
        ('role="Actor" target="2"', 'role="Actor" target="8"', "must be a mention"),
        ("SimakArticle", "SimakNothing", "tells the article"),
    ],
)
def test_a_broken_xmi_file(folder, record, old, new, message):
    [path] = folder.glob("*.xmi")
    changed(path, old, new)
    told = refused("cas", folder, record)
    assert message in told
    assert told.startswith(f"{path}:")


def test_the_line_of_an_annotation_is_told(folder, record):
    [path] = folder.glob("*.xmi")
    changed(path, 'value="PER" row="mention:e3.0"', 'value="Alien" row="mention:e3.0"')
    assert refused("cas", folder, record).startswith(the_line(path, "Alien"))


def test_entities_of_xml_are_not_read(folder, record, tmp_path):
    [path] = folder.glob("*.xmi")
    secret = tmp_path / "rahasia"
    secret.write_text("rahasia")
    changed(path, "<xmi:XMI", f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret}">]>\n<xmi:XMI')
    assert "a document type is not read" in refused("cas", folder, record)


def test_a_type_system_that_attacks(folder, record):
    path = folder / "TypeSystem.xml"
    path.write_text('<!DOCTYPE a [<!ENTITY b "c">]>' + path.read_text())
    assert "a document type is not read" in refused("cas", folder, record)


@pytest.mark.parametrize("form", ["brat", "cas"])
def test_damage_anywhere_is_an_error_or_a_change(form, tmp_path):
    """Bytes changed at random: never anything else than Simak's own errors."""
    chance = random.Random(7)
    record = make_hostile()
    module = {"brat": brat, "cas": cas}[form]
    module.write([record], tmp_path, Setting())
    [path] = [*tmp_path.glob("*.ann"), *tmp_path.glob("*.xmi")]
    whole = path.read_bytes()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = chance.choice(
                [b"", b"\n", b"\t", b"9", b"T1", b"\xff", b" ", b"<", b'"', b"E1"]
            )
        path.write_bytes(data)
        try:
            [correction] = read(form, [str(path)])
            wanted = drawn(record, correction.marks, correction.shown)
            changes(record, wanted.record, same=wanted.same, **SIGNED)
        except (FormatError, JudgementError):
            pass
