"""Makes the weights: ``python -m training --data ../shared/data --out build/model``.

Each step leaves a marker; a step that is done is skipped, so a run that was cut off goes on where
it stopped. ``python -m training names`` runs one step; ``--again`` runs it though it is done.
"""

from __future__ import annotations

import argparse
import dataclasses
import importlib.util
import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# One thread: the sums come out in the same order, and other work on the machine goes on.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

SEED = 7
MODEL = Path(__file__).parents[1] / "src" / "simak" / "indonesian" / "model"
FIRST_TREE_STEPS = 11000
TREE_STEPS = 6000
TREE_ARTICLES = 3000
TREE_SENTENCES = 16000
FIRST_NAME_STEPS = 3000
NAME_STEPS = 6000
SILVER_ARTICLES = 2600


class Recipe:
    """The steps, in order. Each reads and writes below ``out``."""

    def __init__(self, data: Path, out: Path, model: Path) -> None:
        self.data = data
        self.out = out
        self.model = model
        self.networks = out / "networks"

    def vectors(self) -> None:
        """floret vectors of the raw text."""
        from training import vector

        self.networks.mkdir(parents=True, exist_ok=True)
        tokens = self.out / "tokens.txt"
        vector.write_tokens(self.data / "raw", tokens)
        self._state({"vectors": vector.train(tokens, self.networks / "vectors.npz")})

    def trees_first(self) -> None:
        """A first network of tags, lemmas and trees, from the hand-made trees."""
        from simak.indonesian.network.word import Vocabulary
        from training import syntax, tree_item

        items = tree_item.gold(self.data)
        vocabulary = Vocabulary.count([item.words for item in items], least=2)
        network = self._network(vocabulary, items)
        self._trees(network, vocabulary, items, FIRST_TREE_STEPS, tree_item.MIX, 2e-3)
        syntax.save(network, self.out / "trees-first.pt")
        shutil.copyfile(self.networks / "syntax.npz", self.out / "trees-first.npz")
        self._keep("syntax", "trees-first.json")

    def silver_trees(self) -> None:
        """The older treebank, ICON and raw text, labelled by the first network."""
        from training import assemble, name_item, silver, silver_tree, tree_item

        shutil.copyfile(self.out / "trees-first.npz", self.networks / "syntax.npz")
        self._bring("syntax", "trees-first.json")
        nlp = assemble.pipeline(self.networks, parts=("syntax",))
        measuring = name_item.measuring(self.data)
        found = silver_tree.silver(
            nlp,
            tree_item.gold(self.data),
            silver.articles(self.data, TREE_ARTICLES, measuring)
            + silver_tree.lines(self.data, silver_tree.NEWS),
            silver_tree.lines(self.data, silver_tree.WIKI),
            TREE_SENTENCES,
            SEED,
            measuring + tree_item.held_out_texts(self.data),
        )
        rows = [dataclasses.astuple(item) for item in found]
        (self.out / "silver-trees.json").write_text(json.dumps(rows), encoding="utf-8")

    def trees(self) -> None:
        """The network of trees that ships: the first one goes on with silver trees beside."""
        from simak.indonesian.network.word import Vocabulary
        from training import syntax, tree_item

        items = tree_item.gold(self.data)
        facts = json.loads((self.out / "trees-first.json").read_text(encoding="utf-8"))
        vocabulary = Vocabulary(facts["pieces"])
        network = self._network(vocabulary, items)
        syntax.load(network, self.out / "trees-first.pt")
        text = (self.out / "silver-trees.json").read_text(encoding="utf-8")
        items += [tree_item.Item(*row) for row in json.loads(text)]
        self._trees(network, vocabulary, items, TREE_STEPS, tree_item.MIX_WITH_SILVER, 1.2e-3)

    def _network(self, vocabulary: Any, items: Any) -> Any:
        from training import syntax

        return syntax.Network(vocabulary, self._floret().width, syntax.Labels(items), seed=SEED)

    def _trees(
        self,
        network: Any,
        vocabulary: Any,
        items: Any,
        steps: int,
        mix: dict[str, float],
        rate: float,
    ) -> None:
        from simak.indonesian.network import weight
        from training import syntax, tree_item

        syntax.train(
            network,
            vocabulary,
            self._floret(),
            items,
            steps=steps,
            seed=SEED,
            mix=mix,
            rate=rate,
            dev=tree_item.checks(self.data),
            watch=lambda line: print(f"trees: {line}", flush=True),
        )
        weight.write(self.networks / "syntax.npz", network.arrays())
        facts = {**weight.vocabulary_facts(vocabulary), **network.labels.kept()}
        self._state({"syntax": facts})

    def names_first(self) -> None:
        """A first network of names, from the hand-labelled corpora."""
        from training import name_item

        corpora = name_item.Corpora.read(self.data, SEED)
        self._names(corpora, FIRST_NAME_STEPS)
        shutil.copyfile(self.networks / "names.npz", self.out / "names-first.npz")
        self._keep("names", "names-first.json")

    def silver(self) -> None:
        """Whole articles labelled by the first network of names, made consistent."""
        from training import assemble, name_item, silver

        shutil.copyfile(self.out / "names-first.npz", self.networks / "names.npz")
        self._bring("names", "names-first.json")
        nlp = assemble.pipeline(self.networks, parts=("names",))
        measuring = name_item.measuring(self.data)
        texts = silver.articles(self.data, SILVER_ARTICLES, measuring)
        rows = list(silver.label(nlp, texts, "news"))
        lexicon = silver.Lexicon(rows, silver.places(self.data))
        found = {
            "news": [lexicon.correct(row) for row in rows],
            "idner": list(silver.label(nlp, texts, "idner")),
        }
        (self.out / "silver.json").write_text(json.dumps(found), encoding="utf-8")

    def names(self) -> None:
        """The network of names that ships, from hand-labelled and silver text."""
        from training import name_item, name_kind

        corpora = name_item.Corpora.read(self.data, SEED)
        found = json.loads((self.out / "silver.json").read_text(encoding="utf-8"))
        silver = {
            scheme: [[(form, tag, space) for form, tag, space in row] for row in rows]
            for scheme, rows in found.items()
        }
        corpora.silver = [name_kind.divide(row) for row in silver["news"]]
        corpora.silver_idner = silver["idner"]
        self._names(corpora, NAME_STEPS)

    def assemble(self) -> None:
        """Put the parts together in the package."""
        from training import assemble

        assemble.assemble(self.networks, self.model)

    def score(self) -> None:
        """Scores from raw text on what was held out."""
        from training import assemble, score

        result = score.all_scores(self.model, self.data)
        text = json.dumps(result, indent=2, sort_keys=True)
        (self.out / "scores.json").write_text(text + "\n", encoding="utf-8")
        assemble.write_card(self.model, result)
        print(text)

    def _names(self, corpora: Any, steps: int) -> None:
        from simak.indonesian.network import weight
        from simak.indonesian.network.word import Vocabulary
        from training import name_item, recogniser, word_class

        classes = word_class.table(self.data)
        vocabulary = Vocabulary.count(corpora.sentences(), least=3, classes=classes)
        network = recogniser.train(
            corpora.epoch,
            vocabulary,
            self._floret(),
            corpora.forms(),
            steps=steps,
            seed=SEED,
            dev=name_item.checks(self.data),
            watch=lambda line: print(f"names: {line}", flush=True),
        )
        weight.write(self.networks / "names.npz", network.arrays())
        self._state({"names": weight.vocabulary_facts(vocabulary)})

    def _floret(self) -> Any:
        from simak.indonesian.network import weight

        facts = json.loads((self.networks / "network.json").read_text(encoding="utf-8"))
        return weight.load_floret(self.networks, facts["vectors"])

    def _keep(self, part: str, name: str) -> None:
        """Set aside what is known of a first network, since a second one takes its place."""
        facts = json.loads((self.networks / "network.json").read_text(encoding="utf-8"))
        (self.out / name).write_text(json.dumps(facts[part]), encoding="utf-8")

    def _bring(self, part: str, name: str) -> None:
        self._state({part: json.loads((self.out / name).read_text(encoding="utf-8"))})

    def _state(self, facts: dict[str, Any]) -> None:
        """Add to what is known of the networks beside their weights."""
        path = self.networks / "network.json"
        old = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        text = json.dumps({**old, **facts}, ensure_ascii=False, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8")


STEPS: dict[str, Callable[[Recipe], None]] = {
    "vectors": Recipe.vectors,
    "trees-first": Recipe.trees_first,
    "silver-trees": Recipe.silver_trees,
    "trees": Recipe.trees,
    "names-first": Recipe.names_first,
    "silver": Recipe.silver,
    "names": Recipe.names,
    "assemble": Recipe.assemble,
    "score": Recipe.score,
}
_NEED_TORCH = ("trees-first", "trees", "names-first", "names")


def main() -> None:
    """Run the steps that are asked for, or all that are not done yet."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("steps", nargs="*", choices=[[], *STEPS], help="default: all, in order")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("build/model"))
    parser.add_argument("--model", type=Path, default=MODEL, help="where assemble writes")
    parser.add_argument("--again", action="store_true", help="run steps though they are done")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    recipe = Recipe(options.data, options.out, options.model)
    for step in options.steps or STEPS:
        marker = options.out / f"{step}.done"
        if marker.exists() and not options.again:
            print(f"{step}: done before")
            continue
        if step in _NEED_TORCH and importlib.util.find_spec("torch") is None:
            parser.error(f"the step {step} needs PyTorch (dependency group networks)")
        begin = time.perf_counter()
        STEPS[step](recipe)
        seconds = time.perf_counter() - begin
        marker.write_text(f"{seconds:.0f} s\n", encoding="utf-8")
        print(f"{step}: {seconds:.0f} s")


if __name__ == "__main__":
    main()
