"""How fast the pipeline is, beside a bare spaCy pipeline in the same run, on one thread.

The bare one is what anybody can have: spaCy's Indonesian tokenizer, one tok2vec of depth 4 and, on
top of it, tagger, parser and names. Its weights are random; how long it takes does not hang on
them. It cuts no clitics, finds no lemmas and no features. It is measured in spaCy's usual width,
and as wide as our encoder of trees is each way.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

USUAL, AS_OURS = 96, 200
DEPTH = 4

_TAGS = (
    *("NOUN", "PROPN", "VERB", "ADP", "PUNCT", "PRON", "ADJ", "NUM", "DET", "ADV", "CCONJ"),
    *("SCONJ", "AUX", "PART", "X", "SYM", "INTJ"),
)
_RELATIONS = (
    *("nsubj", "obj", "obl", "nmod", "case", "punct", "advmod", "compound", "flat", "conj", "cc"),
    *("det", "amod", "nummod", "mark", "advcl", "acl", "ccomp", "xcomp", "cop", "aux", "appos"),
    *("acl:relcl", "nsubj:pass", "obl:agent", "obl:tmod", "nmod:poss", "flat:name", "parataxis"),
    *("csubj", "discourse", "dislocated", "fixed", "iobj", "orphan", "vocative", "dep", "list"),
)
_KINDS = ("PER", "ORG", "LOC")
_WORDS = (
    *("Bupati", "Rawa", "Elok", "Wira", "Saputra", "membuka", "pasar", "baru", "di", "tepi"),
    *("sungai", "itu", "kemarin", "."),
)


def _sentence(nlp: Any, number: int) -> Any:
    """Return a made-up sentence; over all of them each tag, relation and kind comes up."""
    from spacy.tokens import Doc, Span
    from spacy.training import Example

    count = len(_WORDS)
    words = [f"{word}{number}" if word.islower() else word for word in _WORDS]
    gold = Doc(
        nlp.vocab,
        words=words,
        tags=[_TAGS[(number + place) % len(_TAGS)] for place in range(count)],
        heads=[max(place - 1, 0) for place in range(count)],
        deps=["ROOT", *(_RELATIONS[(number + i) % len(_RELATIONS)] for i in range(count - 1))],
        sent_starts=[place == 0 for place in range(count)],
    )
    gold.set_ents([Span(gold, 3, 5, label=_KINDS[number % len(_KINDS)])])
    return Example(nlp.make_doc(gold.text), gold)


def bare(width: int = USUAL) -> Any:
    """Return the bare pipeline, with random weights."""
    import spacy
    from thinc.api import fix_random_seed

    fix_random_seed(7)
    nlp = spacy.blank("id")
    nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": width,
                    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                    "rows": [5000, 1000, 2500, 2500],
                    "include_static_vectors": False,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": width,
                    "depth": DEPTH,
                    "window_size": 1,
                    "maxout_pieces": 3,
                },
            }
        },
    )
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}
    nlp.add_pipe(
        "tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}}
    )
    for name, state in (("parser", "parser"), ("ner", "ner")):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": state,
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": listener,
        }
        rare = {"min_action_freq": 1} if name == "parser" else {}
        nlp.add_pipe(name, config={"model": model, **rare})
    nlp.initialize(lambda: [_sentence(nlp, number) for number in range(48)])
    return nlp


@dataclass(frozen=True)
class Speed:
    """Words per second of the two pipelines, for articles one by one and many at once."""

    words: int
    texts: int
    ours: dict[str, float]
    bare: dict[str, float]

    def ratio(self, way: str) -> float:
        """Return how fast ours is in parts of the bare one."""
        return self.ours[way] / self.bare[way]


WAYS: dict[str, Callable[[Any, Sequence[str]], object]] = {
    "one by one": lambda nlp, texts: [nlp(text) for text in texts],
    "nlp.pipe": lambda nlp, texts: list(nlp.pipe(texts)),
}


def measure(ours: Any, other: Any, texts: Sequence[str], rounds: int = 5) -> Speed:
    """Return the speed of two pipelines on the same texts; words are those of the first.

    The two are measured in turn, so that other work on the machine disturbs both alike, and the
    best of ``rounds`` counts.
    """
    words = sum(not token.is_space for text in texts for token in ours(text))
    list(other.pipe(texts))  # the first time fills the caches of words
    best: dict[tuple[int, str], float] = {}
    for _ in range(rounds):
        for way, run in WAYS.items():
            for side, nlp in enumerate((ours, other)):
                begin = time.perf_counter()
                run(nlp, texts)
                seconds = time.perf_counter() - begin
                best[side, way] = min(seconds, best.get((side, way), seconds))
    rates = [{way: words / best[side, way] for way in WAYS} for side in (0, 1)]
    return Speed(words, len(texts), rates[0], rates[1])


def footprint(which: str, texts: Iterable[str], model: Path | None = None) -> dict[str, float]:
    """Return what a pipeline ("ours" or "bare") takes in a process of its own.

    ``model`` is a folder with other weights than those we ship.

    ``load``: seconds from the import of spaCy to the pipeline; ``memory``: MB held at most while
    the texts are read; ``empty``: MB with spaCy alone.
    """
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks.bare", which, *([str(model)] if model else [])],
        input=json.dumps(list(texts)),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(result.stdout)
    return found


def _peak() -> float:
    """Return the MB that this process has held at most."""
    # ru_maxrss would do elsewhere, but on Linux it starts with what the parent held.
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Be the process of :func:`footprint`."""
    import spacy  # noqa: F401  its own import is not counted

    texts = json.load(sys.stdin)
    empty = _peak()
    begin = time.perf_counter()
    if sys.argv[1] == "bare":
        nlp = bare()
    else:
        from simak import indonesian

        nlp = indonesian.load(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    load = time.perf_counter() - begin
    for text in texts:
        nlp(text)
    print(json.dumps({"load": load, "memory": _peak(), "empty": empty}))


if __name__ == "__main__":
    main()
