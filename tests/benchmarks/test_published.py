from pathlib import Path

import pytest
from benchmarks.published import TABLES, read

ROW = """
[[figure]]
table = "csui"
system = "Alat A"
measured = "test part"
source = "https://example.org/a"
las = 78.55
"""


def test_every_published_figure_has_its_source() -> None:
    figures, missing = read()
    assert {figure.table for figure in figures} <= set(TABLES)
    assert all(figure.source and figure.measured and figure.values for figure in figures)
    assert all(row.what and row.where for row in missing)


def test_the_figures_that_the_aims_name_are_there() -> None:
    las = {(f.table, f.system.split()[0]): f.values.get("las") for f in read()[0]}
    assert las["csui", "Stanza"] == 78.55
    assert {f.values["las"] for f in read()[0] if f.table == "csui"} >= {78.55, 82.20}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('source = "https://example.org/a"', "", "Alat A: source is missing"),
        ('"csui"', '"pud"', "there is no table 'pud'"),
        ("las = 78.55", "las = 785.5", "las = 785.5 is no percentage"),
        ("las = 78.55", "f1 = 78.55", "f1 = 78.55 is no percentage of its table"),
        ("las = 78.55", 'las = "78,55"', "is no percentage"),
    ],
)
def test_faults_of_the_file(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "published.toml"
    path.write_text(ROW)
    assert read(path)[0][0].values == {"las": 78.55}
    path.write_text(ROW.replace(old, new))
    with pytest.raises(ValueError, match=message):
        read(path)
