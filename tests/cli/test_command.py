"""The command as a process of its own."""

import json
import os
import subprocess
import sys
import time

import jsonschema
import pytest

from simak.record import encode


def run(*arguments, **options):
    command = [sys.executable, "-m", "simak.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=120, **options)


def seconds(*arguments):
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    return time.perf_counter() - begin


def test_help_is_instant():
    # The command keeps to three times (make bench); "-m" costs some, and so does a busy machine.
    # Measured in turn, so that other work disturbs both alike.
    found = [(seconds("-c", "pass"), seconds("-m", "simak.cli", "--help")) for _ in range(12)]
    plain, shown = (min(column) for column in zip(*found, strict=True))
    assert shown < 4.5 * plain


@pytest.mark.parametrize("code", ["import simak", "import simak.cli"])
def test_importing_loads_nothing_of_weight(code):
    loaded = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert not {"spacy", "msgspec", "numpy", "rich", "typer", "py3langid"} & set(loaded)


def test_library_at_the_top():
    import simak

    assert set(simak.__all__) <= set(dir(simak))
    for name in simak.__all__:
        assert getattr(simak, name)
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        simak.write  # noqa: B018


def test_schema_holds_for_records(reader):
    schema = json.loads(run("schema").stdout)
    record = reader.read('"Jembatan ini kuat," kata Wali Kota Melati Sari Wulan, Senin (4/3).')
    jsonschema.Draft202012Validator(schema).validate(json.loads(encode(record)))


def test_version():
    out = run("version").stdout.decode()
    assert out.startswith("simak ")
    assert "model" in out


def test_utf8_whatever_the_locale(tmp_path):
    (tmp_path / "x.txt").write_text("“Jembatan ini kuat,” kata Sari Wulan 😀.", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}
    environment.pop("PYTHONIOENCODING", None)
    result = run("read", tmp_path / "x.txt", "--format", "json", env=environment)
    assert result.returncode == 0
    assert "😀" in result.stdout.decode("utf-8")


def test_a_closed_pipe_is_quiet(tmp_path):
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("Rapat itu dibuka. " * 50, encoding="utf-8")
    command = [sys.executable, "-m", "simak.cli", "read", str(tmp_path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


def test_lexicon_faults_name_the_line(tmp_path):
    (tmp_path / "furniture.tsv").write_text("words\tscope\tkind\nkabar\tnowhere\tlink\n")
    (tmp_path / "x.txt").write_text("Rapat itu dibuka.", encoding="utf-8")
    result = run("read", tmp_path / "x.txt", "--lexicon", tmp_path)
    assert result.returncode == 2
    assert b"furniture.tsv:2: scope" in result.stderr
    assert b"Traceback" not in result.stderr
    assert run("read", tmp_path / "x.txt", "--lexicon", tmp_path / "lost").returncode == 2


def test_evaluate(tmp_path, reader):
    record = reader.read('"Jembatan ini kuat," kata Wali Kota Melati Sari Wulan, Senin (4/3).')
    (tmp_path / "gold.json").write_bytes(encode(record))
    floors = tmp_path / "floors.toml"
    floors.write_text("[gold.statements]\nf1_50 = 0.9\n")
    result = run("evaluate", tmp_path / "gold.json", "--floors", floors)
    assert result.returncode == 0, result.stderr
    assert b"statements" in result.stdout
    figures = json.loads(run("evaluate", tmp_path / "gold.json", "--json").stdout)["figures"]
    assert figures["statements.f1_50"] == 1
    floors.write_text("[gold.nothing]\nf1 = 0.9\n")
    result = run("evaluate", tmp_path / "gold.json", "--floors", floors)
    assert result.returncode == 4
    assert b"gold.nothing.f1: not measured" in result.stderr


def test_evaluate_refuses_what_is_no_gold(tmp_path):
    (tmp_path / "gold.json").write_text("{}")
    result = run("evaluate", tmp_path / "gold.json")
    assert result.returncode == 3
    assert b"gold.json" in result.stderr
    assert run("evaluate", tmp_path / "lost").returncode == 2
