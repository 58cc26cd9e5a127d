import time

from benchmarks import bare

TEXT = "Bupati Rawa Elok tiba di tepi sungai. Wira Saputra membuka pasar itu."


class Slow:
    """A pipeline that takes a known time a text."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.nlp = blank()

    def __call__(self, text):  # type: ignore[no-untyped-def]
        time.sleep(self.seconds)
        return self.nlp(text)

    def pipe(self, texts):  # type: ignore[no-untyped-def]
        return (self(text) for text in texts)


def blank():  # type: ignore[no-untyped-def]
    import spacy

    return spacy.blank("xx")


def test_the_bare_pipeline_reads() -> None:
    nlp = bare.bare()
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "ner"]
    assert nlp.get_pipe("tok2vec").model.get_dim("nO") == 96
    assert len(nlp.get_pipe("parser").labels) > 30
    assert len(nlp.get_pipe("tagger").labels) == 17
    assert set(nlp.get_pipe("ner").labels) == {"PER", "ORG", "LOC"}
    doc = nlp(TEXT)
    assert all(token.tag_ for token in doc)
    assert doc.has_annotation("DEP")


def test_speed_is_words_by_time_on_the_same_texts() -> None:
    speed = bare.measure(Slow(0.06), Slow(0.03), [TEXT, TEXT], rounds=2)
    assert (speed.words, speed.texts) == (28, 2)
    assert 0.2 < speed.ratio("one by one") < 0.9
    assert speed.ours["nlp.pipe"] < 28 / 0.12


def test_memory_is_that_of_a_process_of_its_own() -> None:
    taken = bare.footprint("ours", [TEXT])
    assert 20 < taken["empty"] < taken["memory"]
    assert taken["load"] > 0
