"""The recipe for Spark in docs/batch.md, and the function that it uses."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from tests.batch import crew

from simak.batch import read_rows
from simak.batch import shard as product
from simak.record import decode

PAGE = Path(__file__).parents[2] / "docs" / "batch.md"


def test_rows_become_lines(monkeypatch):
    monkeypatch.setattr(product, "_reader", lambda lexicon, model: crew.Stub())
    rows = [
        {"name": "a", "text": "Pasar\u2028itu ramai.", "title": None, "outlet": "Harian", "x": 1},
        {"name": 2, "text": None},
        {"name": "c", "text": "fault", "published": None},
    ]
    lines = list(read_rows(iter(rows), size=2))
    record = decode(lines[0].encode())
    assert (record.article.text, record.article.outlet) == ("Pasar\u2028itu ramai.", "Harian")
    refused = [json.loads(line) for line in lines[1:]]
    assert [(one["name"], one["reason"]) for one in refused] == [
        ("2", "no article"),
        ("c", "fault"),
    ]


def test_the_recipe(tmp_path):
    pytest.importorskip("pyspark")
    texts = [f"Bupati Sari Wulan membuka pasar nomor {at} di tepi sungai itu." for at in range(6)]
    pyarrow.parquet.write_table(
        pyarrow.table({"name": [f"{at}.txt" for at in range(7)], "text": [*texts, None]}),
        tmp_path / "berita.parquet",
    )
    (recipe,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(recipe.strip().splitlines()) <= 10
    done = subprocess.run(
        [sys.executable, "-c", recipe],
        cwd=tmp_path,
        env=os.environ
        | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [
        line
        for path in sorted((tmp_path / "hasil").glob("part-*"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert [decode(line.encode()).article.text for line in lines[:-1]] == texts
    assert json.loads(lines[-1])["reason"] == "no article"
