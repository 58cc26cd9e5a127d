from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from simak.errors import FormatError, RecordError
from simak.evaluation import AnnotationError, evaluate_conllu
from simak.evaluation.conllu import (
    Analysis,
    Word,
    align,
    from_doc,
    read_conllu,
    score_analysis,
)

# Two sentences of our own; "menyetujuinya" and "rumahnya" are multiword tokens.
GOLD = """\
# sent_id = 1
# text = Ia menyetujuinya kemarin.
1\tIa\tia\tPRON\t_\tNumber=Sing|Person=3\t2\tnsubj\t_\t_
2-3\tmenyetujuinya\t_\t_\t_\t_\t_\t_\t_\t_
2\tmenyetujui\tsetuju\tVERB\t_\tVoice=Act\t0\troot\t_\t_
3\tnya\tnya\tPRON\t_\tNumber=Sing|Person=3\t2\tobj\t_\t_
4\tkemarin\tkemarin\tNOUN\t_\t_\t2\tobl:tmod\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# sent_id = 2
# text = Sepi rumahnya.
1\tSepi\tsepi\tADJ\t_\t_\t0\troot\t_\t_
2-3\trumahnya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\trumah\trumah\tNOUN\t_\t_\t1\tnsubj\t_\t_
3\tnya\tnya\tPRON\t_\t_\t2\tnmod:poss\t_\t_
4\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_
"""
TEXT = "Ia menyetujuinya kemarin. Sepi rumahnya."


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    path = tmp_path / "gold.conllu"
    path.write_text(GOLD, encoding="utf-8")
    return path


def doc(*rows: tuple[str, bool, int, str, str, str], starts: tuple[int, ...] = (0,)) -> Doc:
    """Build a Doc from rows (form, space after, head, label, tag, lemma); no model is needed."""
    words, spaces, heads, deps, pos, lemmas = zip(*rows, strict=True)
    return Doc(
        Vocab(),
        words=list(words),
        spaces=list(spaces),
        heads=list(heads),
        deps=list(deps),
        pos=list(pos),
        lemmas=list(lemmas),
        sent_starts=[index in starts for index in range(len(words))],
    )


RIGHT = (
    ("Ia", True, 1, "nsubj", "PRON", "ia"),
    ("menyetujui", False, 1, "ROOT", "VERB", "setuju"),
    ("nya", True, 1, "obj", "PRON", "nya"),
    ("kemarin", False, 1, "obl", "NOUN", "kemarin"),
    (".", True, 1, "punct", "PUNCT", "."),
    ("Sepi", True, 5, "ROOT", "ADJ", "sepi"),
    ("rumah", False, 5, "nsubj", "NOUN", "rumah"),
    ("nya", False, 6, "nmod", "PRON", "nya"),
    (".", False, 5, "punct", "PUNCT", "."),
)


def figures(path: Path, *rows: tuple[str, bool, int, str, str, str], starts=(0, 5)):  # type: ignore[no-untyped-def]
    report = evaluate_conllu([path], lambda text: doc(*rows, starts=starts))
    return {
        key.removeprefix("conllu."): value
        for key, value in report.figures().items()
        if ".f1" in key or "precision" in key
    }


def test_the_pipeline_gets_the_raw_text(gold_file: Path) -> None:
    seen: list[str] = []

    def read(text: str) -> Doc:
        seen.append(text)
        return doc(*RIGHT, starts=(0, 5))

    evaluate_conllu([gold_file], read)
    assert seen == [TEXT]


def test_everything_right_but_the_features(gold_file: Path) -> None:
    found = figures(gold_file, *RIGHT)
    for name in ("tokens", "sentences", "words", "upos", "lemmas", "uas", "las"):
        assert found[f"f1_{name}"] == 1.0, name
    # 9 words, 3 of them with universal features, and the Doc has none.
    assert found["f1_ufeats"] == pytest.approx(6 / 9)


def test_a_clitic_left_in_its_word(gold_file: Path) -> None:
    whole = (
        RIGHT[0],
        ("menyetujuinya", True, 1, "ROOT", "VERB", "setuju"),
        ("kemarin", False, 1, "obl", "NOUN", "kemarin"),
        (".", True, 1, "punct", "PUNCT", "."),
        ("Sepi", True, 4, "ROOT", "ADJ", "sepi"),
        ("rumah", False, 4, "nsubj", "NOUN", "rumah"),
        ("nya", False, 5, "nmod", "PRON", "nya"),
        (".", False, 4, "punct", "PUNCT", "."),
    )
    found = figures(gold_file, *whole, starts=(0, 4))
    # The token is right; of 9 gold and 8 predicted words 7 are aligned ("menyetujui", "nya" not).
    assert found["f1_tokens"] == found["f1_sentences"] == 1.0
    assert found["f1_words"] == found["f1_upos"] == pytest.approx(14 / 17)
    assert found["precision_words"] == pytest.approx(7 / 8)
    # Heads: Ia, kemarin and "." hang on a word that is not aligned; the 4 of sentence 2 are right.
    assert found["f1_uas"] == found["f1_las"] == pytest.approx(8 / 17)


def test_a_word_split_at_the_wrong_place(gold_file: Path) -> None:
    rows = list(RIGHT)
    rows[1] = ("menyetujuin", False, 1, "ROOT", "VERB", "setuju")
    rows[2] = ("ya", True, 1, "obj", "PRON", "nya")
    found = figures(gold_file, *rows)
    assert found["f1_tokens"] == 1.0
    assert found["f1_words"] == pytest.approx(7 / 9)


def test_labels_lose_their_subtype_and_heads_count_apart(gold_file: Path) -> None:
    rows = list(RIGHT)
    rows[3] = ("kemarin", False, 2, "obl", "NOUN", "kemarin")  # head "nya": wrong
    rows[7] = ("nya", False, 6, "det", "PRON", "nya")  # label wrong
    found = figures(gold_file, *rows)
    assert found["f1_uas"] == pytest.approx(8 / 9)
    assert found["f1_las"] == pytest.approx(7 / 9)


def test_one_sentence_for_two(gold_file: Path) -> None:
    rows = [*RIGHT[:5], ("Sepi", True, 1, "parataxis", "ADJ", "sepi"), *RIGHT[6:]]
    found = figures(gold_file, *rows, starts=(0,))
    assert found["f1_sentences"] == 0.0
    assert found["f1_words"] == 1.0
    assert found["f1_uas"] == pytest.approx(8 / 9)


def test_characters_are_compared_without_white_space(gold_file: Path) -> None:
    spaced = [*RIGHT[:5], ("\n\n", False, 4, "dep", "SPACE", "\n"), *RIGHT[5:]]
    moved = [
        (word, space, head + (head >= 5 and index > 5), label, tag, lemma)
        for index, (word, space, head, label, tag, lemma) in enumerate(spaced)
    ]
    found = figures(gold_file, *moved, starts=(0, 6))
    assert found["f1_tokens"] == found["f1_sentences"] == found["f1_las"] == 1.0


def test_a_pipeline_that_loses_characters_is_told(gold_file: Path) -> None:
    with pytest.raises(RecordError, match="loses no character"):
        figures(gold_file, *RIGHT[:5], starts=(0,))


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        (["KTP", "-nya"], 1),
        (["hamba-", "Ku"], 1),
        (["ku", "terima"], 1),
        (["Rp", "20"], 2),
        (["20", "km"], 2),
        (["anak", "-"], 2),
        (["-", "anak"], 2),
        (["anak", ","], 2),
    ],
)
def test_what_is_one_multiword_token(words: list[str], tokens: int) -> None:
    rows = [(word, False, 0, "dep", "X", word) for word in words]
    assert len(from_doc(doc(*rows)).tokens) == tokens


def test_three_words_in_one_token() -> None:
    rows = [(word, False, 0, "dep", "X", word) for word in ("ku", "beri", "kan", "!")]
    analysis = from_doc(doc(*rows))
    assert analysis.tokens == [(0, 9), (9, 10)]
    assert [word.span for word in analysis.words] == [(0, 9), (0, 9), (0, 9), (9, 10)]


def analysis(*tokens: tuple[str, ...]) -> Analysis:
    """Build an analysis of one sentence from tokens, each a tuple of its words."""
    made = Analysis("".join("".join(token) for token in tokens))
    length = 0
    for token in tokens:
        span = length, length + len("".join(token))
        length = span[1]
        made.tokens.append(span)
        made.words += [Word(form, span, multiword=len(token) > 1) for form in token]
    made.sentences.append((0, length))
    return made


def test_overlapping_multiword_tokens_are_aligned_as_one_stretch() -> None:
    gold = analysis(("a", "b"), ("c",), ("d", "e"), ("f",))
    predicted = analysis(("a",), ("b", "c", "d"), ("e",), ("f",))
    # [ab] and [bcd] and [de] make one stretch a..e; its words are the same five.
    assert align(gold, predicted) == [(i, i) for i in range(6)]


def test_inside_a_multiword_token_case_does_not_matter_and_order_does() -> None:
    gold = analysis(("Di", "a", "nya"), ("x",))
    predicted = analysis(("di", "an", "ya"), ("x",))
    assert align(gold, predicted) == [(0, 0), (3, 3)]
    assert align(analysis(("a", "b", "a")), analysis(("b", "a", "a"))) == [(1, 0), (2, 1)]


def test_gold_against_itself(gold_file: Path) -> None:
    (passage,) = read_conllu(gold_file)
    assert set(score_analysis(passage.gold, passage.gold).figures().values()) == {1.0}


def test_paragraphs_are_read_apart_and_empty_nodes_left_out(tmp_path: Path) -> None:
    path = tmp_path / "p.conllu"
    second = GOLD.split("\n\n")[1]
    path.write_text(
        GOLD.replace("# sent_id = 2", "# newpar id = p2\n# sent_id = 2")
        + "\n"
        + second.replace("3\tnya", "2.1\tsu\t_\t_\t_\t_\t_\t_\t_\t_\n3\tnya"),
        encoding="utf-8",
    )
    assert [passage.text for passage in read_conllu(path)] == [
        "Ia menyetujuinya kemarin.",
        "Sepi rumahnya. Sepi rumahnya.",
    ]


def test_lemmas_are_left_out_where_the_gold_has_none(tmp_path: Path) -> None:
    path = tmp_path / "old.conllu"
    path.write_text("1\tSepi\t_\tADJ\t_\t_\t0\troot\t_\t_\n", encoding="utf-8")
    found = evaluate_conllu([path], lambda text: doc(("Sepi", False, 0, "ROOT", "ADJ", "x")))
    assert "conllu.f1_lemmas" not in found.figures()
    assert found.figures()["conllu.f1_las"] == 1.0


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("1\tIa\tia\t", "1\tIa\t", 3, "9 columns"),
        ("1\tIa\t", "x\tIa\t", 3, "no number"),
        ("3\tnya\tnya", "4\tnya\tnya", 6, "out of order"),
        ("2\tnsubj", "9\tnsubj", 3, "outside the sentence"),
        ("Ia menyetujuinya kemarin.", "Dia menyetujuinya.", 1, "do not spell"),
    ],
)
def test_faults_say_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    path = tmp_path / "bad.conllu"
    path.write_text(GOLD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormatError, match=rf"bad\.conllu:{line}: .*{message}"):
        read_conllu(path)


def test_an_empty_file_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "empty.conllu"
    path.write_text("\n\n")
    with pytest.raises(FormatError, match="no sentence"):
        read_conllu(path)


def test_only_the_sentences_that_are_wanted(tmp_path: Path) -> None:
    path = tmp_path / "p.conllu"
    first, second = GOLD.split("\n\n")
    path.write_text(
        f"{first}\n\n# newpar\n{second}\n{second}\n# newpar\n{second}", encoding="utf-8"
    )
    texts = [passage.text for passage in read_conllu(path, lambda number: number in (0, 2, 3))]
    # The second sentence is left out and takes nothing with it, not even the paragraph's border.
    assert texts == ["Ia menyetujuinya kemarin.", "Sepi rumahnya.", "Sepi rumahnya."]
    with pytest.raises(FormatError, match="no sentence that is wanted"):
        read_conllu(path, lambda number: number > 3)


class Pipeline:
    """A pipeline that labels by the treebank it is asked for."""

    pipe_names = ("simak_network",)
    components = ()
    trees, names = "csui", "news"

    def __init__(self) -> None:
        self.trees = "csui"

    def get_pipe(self, name: str) -> "Pipeline":
        return self

    def __call__(self, text: str) -> Doc:
        label = "nsubj" if self.trees == "gsd" else "dep"
        return doc(("Ia", True, 1, label, "PRON", "ia"), ("tiba", False, 1, "ROOT", "VERB", "tiba"))


TWO_WORDS = "1\tIa\tia\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\ttiba\ttiba\tVERB\t_\t_\t0\troot\t_\t_\n"


def test_each_file_is_read_in_its_annotation(tmp_path: Path) -> None:
    for name in ("id_csui-ud-test.conllu", "id_gsd-ud-test.conllu"):
        (tmp_path / name).write_text(TWO_WORDS)
    pipeline = Pipeline()
    report = evaluate_conllu([tmp_path], pipeline)
    assert report.figures()["conllu.f1_las"] == 0.75  # wrong once of four: the first file
    assert [note.split(",")[0] for note in report.notes] == [
        'Annotation for id_csui-ud-test.conllu: "csui"',
        'Annotation for id_gsd-ud-test.conllu: "gsd"',
    ]
    assert pipeline.trees == "csui"
    report = evaluate_conllu([tmp_path], pipeline, annotation="gsd")
    assert report.figures()["conllu.f1_las"] == 1.0
    assert report.notes[0].endswith('"gsd", as asked for.')


def test_an_annotation_that_is_none(gold_file: Path) -> None:
    with pytest.raises(AnnotationError, match="csui, gsd"):
        evaluate_conllu([gold_file], Pipeline(), annotation="nerp")
