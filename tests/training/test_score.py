"""The scores of the recipe are those of ``simak evaluate``."""

from training.score import PARTS, card_figures

from simak.evaluation import Line, Report
from simak.evaluation.annotation import KNOWN
from simak.evaluation.measure import Counts


def test_each_part_has_an_annotation_that_there_is() -> None:
    assert [part.name for part in PARTS] == ["csui-train", "gsd-dev", "idner-dev", "nergrit-valid"]
    assert all(part.annotation in KNOWN[part.layer] for part in PARTS)


def test_the_model_card_gets_percent_by_its_own_names() -> None:
    half = Counts(1, predicted=2, gold=2)
    trees = Report((Line("conllu", "lemmas", half, ""), Line("conllu", "las", half, "")), 1)
    assert card_figures(trees) == {"las": 50.0, "lemma": 50.0}
    names = Report((Line("ner", "", half, ""), Line("ner", "PER", half, "")), 1)
    assert card_figures(names) == {"all f1": 50.0, "PER f1": 50.0}
