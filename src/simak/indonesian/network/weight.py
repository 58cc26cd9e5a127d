"""The files of the networks: arrays in half precision or bytes, labels as JSON.

``FOLDER/vectors.npz`` floret tables in bytes with a scale for each row, ``FOLDER/syntax.npz`` and
``FOLDER/names.npz`` the weights, ``FOLDER/network.json`` pieces, labels and how n-grams are hashed.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from simak.indonesian.network import word
from simak.indonesian.network.name import Names
from simak.indonesian.network.syntax import Syntax
from simak.indonesian.network.word import Floret, Vocabulary

_TABLE, _ROWS, _SCALES = "embed.", ".rows", ".scales"
FILES = ("network.json", "vectors.npz", "syntax.npz", "names.npz")


@dataclass(frozen=True, slots=True)
class Networks:
    """The networks that were loaded, and the vectors that they share."""

    floret: Floret
    syntax: Syntax | None
    names: Names | None


def load(folder: Path, parts: Collection[str] = ("syntax", "names")) -> Networks:
    """Read the networks from a folder. Raises OSError, ValueError or KeyError if one is broken."""
    facts = json.loads((folder / "network.json").read_text(encoding="utf-8"))
    syntax = names = None
    if "syntax" in parts:
        own = facts["syntax"]
        syntax = Syntax(_read(folder / "syntax.npz"), own, _vocabulary(own))
    if "names" in parts:
        names = Names(_read(folder / "names.npz"), _vocabulary(facts["names"]))
    return Networks(load_floret(folder, facts["vectors"]), syntax, names)


def _vocabulary(facts: Mapping[str, Any]) -> Vocabulary:
    classes = {
        word: name for name, words in facts.get("classes", {}).items() for word in words.split()
    }
    return Vocabulary(facts["pieces"], classes)


def vocabulary_facts(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return what ``network.json`` keeps of a vocabulary."""
    classes: dict[str, list[str]] = {}
    for form, name in sorted(vocabulary.classes.items()):
        classes.setdefault(name, []).append(form)
    return {
        "pieces": vocabulary.pieces,
        "classes": {name: " ".join(forms) for name, forms in sorted(classes.items())},
    }


def load_floret(folder: Path, tables: Sequence[Mapping[str, Any]]) -> Floret:
    """Read the floret tables; ``tables`` says for each how its n-grams are hashed."""
    with np.load(folder / "vectors.npz") as stored:
        return Floret(
            [
                word.table(
                    spread(stored[f"{facts['name']}.rows"], stored[f"{facts['name']}.scales"]),
                    hash_count=facts["hash_count"],
                    least=facts["least"],
                    most=facts["most"],
                    seed=facts["seed"],
                )
                for facts in tables
            ]
        )


def quantise(rows: Any) -> tuple[Any, Any]:
    """Return the rows as signed bytes, and the scale of each row in half precision."""
    scales = (np.abs(rows).max(1) / 127).astype("float16")
    scales[scales == 0] = 1
    bytes_ = np.round(rows / scales[:, None].astype("float32"))
    return np.clip(bytes_, -127, 127).astype("int8"), scales


def spread(rows: Any, scales: Any) -> Any:
    """Return the rows that ``quantise`` shrank, in single precision."""
    return rows.astype("float32") * scales[:, None].astype("float32")


def write(path: Path, arrays: Mapping[str, Any]) -> None:
    """Write arrays; the same arrays give the same bytes.

    Those of floating point are kept in half precision, tables of embeddings in bytes.
    """
    kept: dict[str, Any] = {}
    for name, array in arrays.items():
        if name.startswith(_TABLE):
            kept[name + _ROWS], kept[name + _SCALES] = quantise(array)
        else:
            kept[name] = array
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(kept):
            array = np.ascontiguousarray(kept[name])
            if array.dtype.kind == "f":
                array = array.astype("float16")
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            with archive.open(entry, "w") as file:
                np.lib.format.write_array(file, array, allow_pickle=False)


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    with np.load(path, allow_pickle=False) as stored:
        for name in stored.files:
            if name.endswith(_SCALES):
                continue
            array = stored[name]
            if name.endswith(_ROWS):
                name = name.removesuffix(_ROWS)
                array = spread(array, stored[name + _SCALES])
            found[name] = array.astype("float32") if array.dtype.kind == "f" else array
    return found
