from pathlib import Path
from types import SimpleNamespace

import pytest

from simak.evaluation.annotation import (
    KNOWN,
    Annotation,
    AnnotationError,
    of_names,
    of_trees,
    spoken,
)


class Pipeline:
    """A pipeline with our network, as spaCy shows it."""

    pipe_names = ("simak_sentences", "simak_network")
    components = ()

    def __init__(self) -> None:
        self.network = SimpleNamespace(trees="csui", names="news")

    def get_pipe(self, name: str) -> SimpleNamespace:
        assert name == "simak_network"
        return self.network


@pytest.mark.parametrize(
    ("name", "annotation"),
    [
        ("id_gsd-ud-test.conllu", "gsd"),
        ("id_csui-ud-dev.conllu", "csui"),
        ("ID_GSD-UD-TEST.CONLLU", "gsd"),
        ("berita.conllu", "csui"),
    ],
)
def test_a_treebank_says_it_by_its_name(name: str, annotation: str) -> None:
    assert of_trees(Path("gsd") / name).name == annotation


@pytest.mark.parametrize(
    ("types", "annotation"),
    [
        (("PER", "ORG", "LOC"), "idner"),
        (("PER",), "idner"),
        (("PERSON", "ORGANISATION", "PLACE"), "nergrit"),
        (("PPL", "PLC", "IND", "EVT", "FNB"), "nerp"),
        (("ppl", "plc"), "nerp"),
        (("PER", "ORG", "GPE", "LOC", "NORP"), "news"),
        (("PERSON", "ORGANIZATION", "LOCATION"), "news"),
        ((), "news"),
    ],
)
def test_names_say_it_by_the_spelling_of_their_types(
    types: tuple[str, ...], annotation: str
) -> None:
    assert of_names(types).name == annotation


def test_what_is_asked_for_goes_first() -> None:
    assert of_trees(Path("id_gsd-ud-test.conllu"), "csui") == Annotation("csui", "as asked for")
    assert of_names({"PER"}, "news").name == "news"


def test_an_unknown_one_is_refused_with_the_known_ones() -> None:
    with pytest.raises(AnnotationError, match=r'"gdt" is no annotation of trees; .* csui, gsd'):
        of_trees(Path("a.conllu"), "gdt")
    with pytest.raises(AnnotationError, match="news, idner, nergrit, nerp"):
        of_names({"PER"}, "csui")


def test_the_known_ones_are_those_of_the_network() -> None:
    from simak.indonesian.network import label, syntax

    assert KNOWN["names"] == tuple(label.SCHEMES)
    assert KNOWN["trees"] == tuple(syntax.SCHEMES[:2])


def test_the_network_is_asked_and_put_back() -> None:
    pipeline = Pipeline()
    with spoken(pipeline, "trees", Annotation("gsd", "")) as could:
        assert could
        assert vars(pipeline.network) == {"trees": "gsd", "names": "news"}
    assert pipeline.network.trees == "csui"
    with pytest.raises(KeyError), spoken(pipeline, "names", Annotation("nerp", "")):
        assert pipeline.network.names == "nerp"
        raise KeyError
    assert pipeline.network.names == "news"


def test_a_pipeline_that_cannot_be_asked_is_told_of() -> None:
    annotation = of_trees(Path("id_gsd-ud-test.conllu"))
    with spoken(str.upper, "trees", annotation) as could:
        assert not could
    note = annotation.note(Path("id_gsd-ud-test.conllu"), could)
    assert note == (
        'Annotation for id_gsd-ud-test.conllu: "gsd", since the name of the file has "gsd"; '
        "this pipeline has one annotation only and gave that."
    )
