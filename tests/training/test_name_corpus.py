"""Corpora of names: reading, capitals, exchange, consistency of silver labels."""

from __future__ import annotations

import random

from training import name, name_kind, silver

CUTTER = name.cutter()
LINES = """\
Rina\tB-PERSON
Wulandari\tI-PERSON
pulang\tO
ke\tO
Bandungnya\tB-PLACE
.\tO

Ia\tO
"""


def read(tmp_path):
    path = tmp_path / "ner.txt"
    path.write_text(LINES, encoding="utf-8")
    return list(name.read(path))


def test_read_and_words(tmp_path) -> None:
    first, second = read(tmp_path)
    assert second == [("Ia", "O")]
    labelled = name.words(first, CUTTER)
    assert "".join(form + " " * space for form, _, space in labelled) == (
        "Rina Wulandari pulang ke Bandungnya ."
    )
    assert name.spans(labelled) == [(0, 2, "PER"), (4, 5, "LOC")]


def test_recase_leaves_open_what_it_does_not_know() -> None:
    sentence = [
        ("warga", "O", True),
        ("pssi", "O", True),
        ("dan", "O", True),
        ("rina", "B-PER", False),
    ]
    recased = name.recase(sentence, {"pssi": "PSSI"})
    assert [form for form, _, _ in recased] == ["Warga", "PSSI", "dan", "Rina"]
    assert [tag for _, tag, _ in recased] == ["O", "?", "O", "B-PER"]


def test_common_words_are_known_to_be_no_names() -> None:
    labelled = name.common_words([("Demi", "IN"), ("PSSI", "NNP"), ("maju", "VB")], CUTTER)
    assert [tag for _, tag, _ in labelled] == ["O", "?", "O"]


def test_marks_and_clitics_take_no_part_in_a_name() -> None:
    rows = [("(PSSI)", "B-ORG"), ("Liga", "B-ORG"), ("(LR)", "I-ORG"), ("Bandungnya", "B-LOC")]
    labelled = name.words(rows, CUTTER)
    found = [
        " ".join(form for form, _, _ in labelled[start:end])
        for start, end, _ in name.spans(labelled)
    ]
    assert found == ["PSSI", "Liga ( LR", "Bandung"]


def test_exchange_puts_names_of_the_same_kind(tmp_path) -> None:
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer" / "wilayah_kemendagri_2025.tsv").write_text(
        "kode\tlevel\tnama\n99\tkabkota\tKabupaten Rawa Elok\n", encoding="utf-8"
    )
    sentences = [name.words(rows, CUTTER) for rows in read(tmp_path)]
    inventory = name.Inventory(sentences, tmp_path)
    found = {
        " ".join(form for form, _, _ in inventory.exchange(sentences[0], random.Random(seed)))
        for seed in range(20)
    }
    assert "Rina Wulandari pulang ke Rawa Elok nya ." in found


def labelled(text: str) -> list[tuple[str, str, bool]]:
    """ "Rina/PER pulang": a word with its label, one-word names."""
    result = []
    for part in text.split():
        form, _, label = part.partition("/")
        result.append((form.replace("_", " "), f"B-{label}" if label else "O", True))
    return result


def test_silver_labels_by_majority() -> None:
    docs = [labelled("Ia di Rawalaya/LOC lagi")] * 6 + [labelled("Kota Rawalaya/PER ramai")]
    lexicon = silver.Lexicon(docs, {})
    assert name.spans(lexicon.correct(docs[-1])) == [(1, 2, "LOC")]
    assert name.spans(lexicon.correct(labelled("orang di Rawalaya datang"))) == [(2, 3, "LOC")]


def test_silver_divides_names_that_run_together() -> None:
    docs = [labelled("ke Rawalaya/LOC dan Sundari/PER")] * 6
    lexicon = silver.Lexicon(docs, {})
    joined = [("Rawalaya", "B-PER", True), ("Sundari", "I-PER", True), ("datang", "O", False)]
    assert name.spans(lexicon.correct(joined)) == [(0, 1, "LOC"), (1, 2, "PER")]


def test_a_common_word_at_the_beginning_is_no_place() -> None:
    docs = [labelled("Surat itu sampai")] * 20
    lexicon = silver.Lexicon(docs, {"Surat": "LOC"})
    assert name.spans(lexicon.correct(docs[0])) == []


def test_places_and_peoples_are_told_apart() -> None:
    sentence = labelled("Warga Indonesia/LOC di Gunung_Rawalaya/LOC dan Yahudi")
    found = name_kind.divide(sentence)
    assert name.spans(found) == [(1, 2, "GPE"), (3, 4, "LOC"), (5, 6, "NORP")]


def test_a_country_without_a_label_stays_open() -> None:
    sentence = labelled("Indonesia menang di Indonesia/LOC")
    assert [tag for _, tag, _ in name_kind.open_countries(sentence)] == ["?", "O", "O", "B-LOC"]
