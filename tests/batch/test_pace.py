"""How far, how fast, how long yet."""

from simak.batch.pace import Pace, size


def test_what_was_done_before_says_nothing_about_the_speed():
    at = iter([0.0, 5.0, 15.0, 65.0])
    pace = Pace(lambda: next(at))
    assert pace.line(1000, 0, 0.1) == "1,000 inputs"
    assert pace.line(5000, 0, 0.5) == "5,000 inputs"
    assert pace.line(5100, 100, 0.51) == "5,100 inputs, 10.0 a second, 0:08:10 left"
    assert pace.line(10_000, 5000, None) == "10,000 inputs, 83.3 a second"


def test_the_size_of_what_comes_in(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_bytes(b"x" * 100)
    (tmp_path / "2.txt").write_bytes(b"x" * 11)
    assert size([str(tmp_path), str(tmp_path / "tak-ada")]) == 111
    assert size([str(tmp_path), "-"]) is None
    assert size(["https://example.org/a"]) is None


def test_the_position_in_what_comes_in(tmp_path):
    from simak.intake.gather import Gatherer

    (tmp_path / "1.txt").write_text("Pasar itu ramai.\n" * 5)
    lines = [f'{{"text": "Pasar nomor {at} itu ramai sekali hari ini."}}\n' for at in range(9000)]
    (tmp_path / "2.jsonl").write_text("".join(lines))
    whole = size([str(tmp_path)])
    gatherer = Gatherer()
    places = [gatherer.position for _ in gatherer.gather([str(tmp_path)])]
    assert places == sorted(places)
    assert 0.3 * whole < places[len(places) // 2] < 0.8 * whole
    assert gatherer.position == whole
