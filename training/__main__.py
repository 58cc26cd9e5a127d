"""Makes the weights: ``python -m training --data ../shared/data --out build/model``.

Each step leaves a marker; a step that is done is skipped, so a run that was cut off goes on where
it stopped. ``python -m training prepare`` runs one step; ``--again`` runs it though it is done.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# One thread: the sums come out in the same order, and other work on the machine goes on.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

SEED = 7
MODEL = Path(__file__).parents[1] / "src" / "simak" / "indonesian" / "model"
SILVER_ARTICLES = 2200
SILVER_SENTENCES = 14000
TEACHER_STEPS = 2500
STUDENT_STEPS = 1900
TREE_ARTICLES = 3000
TREE_SENTENCES = 26000


class Recipe:
    """The steps, in order. Each reads and writes below ``out``."""

    def __init__(self, data: Path, out: Path, model: Path) -> None:
        self.data = data
        self.out = out
        self.model = model

    def prepare(self) -> None:
        """Corpora for syntax and names."""
        from training import prepare

        counts = {
            "syntax": prepare.syntax(self.data, self.out, SEED),
            "names": prepare.names(self.data, self.out, SEED),
        }
        prepare.report(counts, self.out / "counts.json")

    def vectors(self) -> None:
        """floret vectors of the raw text."""
        from training import vector

        tokens = self.out / "tokens.txt"
        vector.write_tokens(self.data / "raw", tokens)
        vector.train(tokens, self.out / "vectors", rows=40000, width=96, epochs=4)

    def train_syntax(self) -> None:
        """Tags, trees and lemmas."""
        from training import config

        self._train("syntax", config.syntax(steps=4000))

    def teacher(self) -> None:
        """The teacher of trees; needs PyTorch."""
        from training import constituency, prepare, silver_tree, teacher, vector

        narrow = self.out / "narrow.bin"
        vector.train_teacher(self.out / "tokens.txt", narrow)
        icon = constituency.read(silver_tree.icon_paths(self.data))
        items = silver_tree.gold(*prepare.treebanks(self.data), icon)
        inventory = self._inventory(items, items)
        network = teacher.train(
            items,
            inventory,
            steps=TEACHER_STEPS,
            seed=SEED,
            mix=silver_tree.MIX,
            watch=lambda step, loss: print(f"teacher: step {step}, loss {loss:.2f}", flush=True),
        )
        teacher.save(network, self.out / "teacher.pt")

    def silver_trees(self) -> None:
        """The older treebank, ICON and raw news, labelled by the teacher."""
        from training import assemble, constituency, prepare, silver_tree, teacher

        current, older = prepare.treebanks(self.data)
        icon = constituency.read(silver_tree.icon_paths(self.data))
        items = silver_tree.gold(current, older, icon)
        first = assemble.join(self.out / "syntax" / "model-best", self.out / "names" / "model-best")
        texts = prepare.news(self.data, TREE_ARTICLES) + silver_tree.lines(self.data)
        measuring = prepare.measuring(self.data)
        sentences = silver_tree.raw(first, texts, TREE_SENTENCES, SEED, measuring)
        more = [silver_tree.from_treebank(sentence, "csui") for sentence in sentences]
        inventory = self._inventory(items, items + more)
        network = teacher.load(inventory, self.out / "teacher.pt")
        labelled = silver_tree.label(network, inventory, current, older, icon, sentences)
        prepare.silver_trees(current, labelled, self.out, SEED)

    def _inventory(self, learnt: Any, read: Any) -> Any:
        from training import teacher, vector

        forms = sorted({form for item in read for form in item.words})
        table = vector.table(forms, self.out / "narrow.bin", self.out / "vectors")
        return teacher.Inventory(learnt, forms, table)

    def train_syntax_again(self) -> None:
        """The tagger and parser that ship: the first ones go on with what the teacher labelled."""
        from training import config

        first = self.out / "syntax" / "model-best"
        self._train("syntax-silver", config.syntax_again(first, steps=STUDENT_STEPS))

    def train_names(self) -> None:
        """A first recogniser of names, from the hand-labelled corpora."""
        from training import config

        self._train("names", config.names(steps=2400))

    def silver(self) -> None:
        """Whole articles labelled by the first recogniser, made consistent."""
        from training import assemble, prepare

        first = assemble.join(self.out / "syntax" / "model-best", self.out / "names" / "model-best")
        prepare.silver(first, self.data, self.out, SEED, SILVER_ARTICLES, SILVER_SENTENCES)

    def train_names_again(self) -> None:
        """The recogniser that ships, from hand-labelled and silver text."""
        from training import config

        self._train("names-silver", config.names(steps=3600))

    def assemble(self) -> None:
        """Put the parts together in the package."""
        from training import assemble

        assemble.assemble(
            self.out / "syntax-silver" / "model-best",
            self.out / "names-silver" / "model-best",
            self.model,
        )

    def score(self) -> None:
        """Scores from raw text on what was held out."""
        from training import assemble, score

        result = score.all_scores(self.model, self.data)
        text = json.dumps(result, indent=2, sort_keys=True)
        (self.out / "scores.json").write_text(text + "\n", encoding="utf-8")
        assemble.write_card(self.model, result)
        print(text)

    def _train(self, name: str, configuration: str) -> None:
        from spacy.cli.train import train

        from simak.indonesian import language

        assert language.CODE  # importing it registers it with spaCy
        path = self.out / f"{name}.cfg"
        path.write_text(configuration, encoding="utf-8")
        corpus = name.removesuffix("-silver")
        train(
            path,
            self.out / name,
            overrides={
                "paths.train": str(self.out / f"{name}-train.spacy"),
                "paths.dev": str(self.out / f"{corpus}-dev.spacy"),
                "paths.vectors": str(self.out / "vectors"),
            },
        )


STEPS: dict[str, Callable[[Recipe], None]] = {
    "prepare": Recipe.prepare,
    "vectors": Recipe.vectors,
    "train-syntax": Recipe.train_syntax,
    "teacher": Recipe.teacher,
    "train-names": Recipe.train_names,
    "silver-trees": Recipe.silver_trees,
    "train-syntax-again": Recipe.train_syntax_again,
    "silver": Recipe.silver,
    "train-names-again": Recipe.train_names_again,
    "assemble": Recipe.assemble,
    "score": Recipe.score,
}


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
        if step in ("teacher", "silver-trees") and importlib.util.find_spec("torch") is None:
            parser.error(f"the step {step} needs PyTorch (dependency group teacher)")
        begin = time.perf_counter()
        STEPS[step](recipe)
        seconds = time.perf_counter() - begin
        marker.write_text(f"{seconds:.0f} s\n", encoding="utf-8")
        print(f"{step}: {seconds:.0f} s")


if __name__ == "__main__":
    main()
