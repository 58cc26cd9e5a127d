"""Shards: the same bytes whatever happens, nothing lost, nothing twice, the poison named."""

import os
import random
import signal
import time
from dataclasses import replace

import pytest
from tests.batch import crew

from simak.batch import Setting, engine, outcomes, run, shards
from simak.batch.folder import Folder
from simak.errors import BatchError
from simak.intake.article import Rejection
from simak.record import Provenance

MIXED = [
    *crew.incoming(*(f"Bupati Sari membuka pasar nomor {at}." for at in range(23))),
    Rejection(name="gambar.png", reason="not text", message="gambar.png: a picture"),
    *crew.incoming("fault di sini", "Pasar itu ramai."),
]


def local(found, out, workers=2, read=crew.read, size=4, patience=None, **more):
    processes = engine.Processes(workers, Setting(patience=patience), read)
    try:
        return run(found, out, processes, crew.VERSIONS, size=size, **more)
    finally:
        processes.close()


def unordered(found, out, seed=0, slots=3, size=4, versions=crew.VERSIONS):
    one = crew.Unordered(random.Random(seed), slots)
    return run(found, out, one, versions, size=size), one.given


def test_the_same_bytes_for_any_number_of_workers_and_any_order(tmp_path):
    first, _ = unordered(MIXED, tmp_path / "0", slots=1)
    assert (first.inputs, first.records, dict(first.refused)) == (
        26,
        24,
        {"not text": 1, "fault": 1},
    )
    expected = crew.content(tmp_path / "0")
    assert len(expected) == 1 + 3 * 7
    for seed in range(1, 8):
        unordered(MIXED, tmp_path / str(seed), seed, slots=1 + seed % 5)
        assert crew.content(tmp_path / str(seed)) == expected
    for workers in (1, 2, 3):
        local(MIXED, tmp_path / f"w{workers}", workers)
        assert crew.content(tmp_path / f"w{workers}") == expected


def test_what_is_done_is_passed_over(tmp_path):
    unordered(MIXED, tmp_path)
    before = crew.content(tmp_path)
    again, given = unordered(iter(MIXED), tmp_path)
    assert (given, again.shards, again.passed_over, again.inputs) == ([], 7, 7, 26)
    assert (again.fresh, crew.content(tmp_path)) == (0, before)


def test_only_what_changed_is_read_again(tmp_path):
    unordered(MIXED, tmp_path)
    changed = list(MIXED)
    changed[9] = replace(changed[9], title="Pasar")
    _, given = unordered(changed, tmp_path)
    assert given == [3]
    assert b'"title":"Pasar"' in (tmp_path / "record" / "000003.jsonl").read_bytes()


def test_other_versions_read_everything_again(tmp_path):
    unordered(MIXED, tmp_path)
    folder = tmp_path / "done" / "000002.json"
    folder.write_bytes(folder.read_bytes().replace(b'"lexicon":"l"', b'"lexicon":"k"'))
    _, given = unordered(MIXED, tmp_path)
    assert given == [2]


@pytest.mark.parametrize("kind", ["record", "rejection", "done"])
def test_a_file_that_is_cut_or_gone_is_made_again(tmp_path, kind):
    unordered(MIXED, tmp_path)
    before = crew.content(tmp_path)
    path = next(path for path in sorted((tmp_path / kind).iterdir()) if path.stat().st_size)
    path.write_bytes(path.read_bytes()[:-3])
    unordered(MIXED, tmp_path)
    path.unlink()
    unordered(MIXED, tmp_path)
    assert crew.content(tmp_path) == before


def test_fewer_articles_leave_no_shards_behind(tmp_path):
    unordered(MIXED, tmp_path / "a")
    unordered(MIXED[:9], tmp_path / "a")
    unordered(MIXED[:9], tmp_path / "b")
    assert crew.content(tmp_path / "a") == crew.content(tmp_path / "b")


def test_a_disk_that_is_not_there_costs_nothing(tmp_path):
    unordered(MIXED, tmp_path)
    gone = Rejection(name="/media/arsip", reason="not there", message="no such file")
    summary, _ = unordered([gone], tmp_path)
    assert summary.kept
    assert len(list((tmp_path / "done").iterdir())) == 7


def test_what_is_half_written_counts_for_nothing(tmp_path, monkeypatch):
    unordered(MIXED[:8], tmp_path)
    changed = [replace(MIXED[0], title="Lain"), *MIXED[1:8]]

    def stop(self, folder, number, data):
        if folder == "done":
            raise KeyboardInterrupt
        write(self, folder, number, data)

    write = Folder._write
    with monkeypatch.context() as patch:
        patch.setattr(Folder, "_write", stop)
        with pytest.raises(KeyboardInterrupt):
            unordered(changed, tmp_path, slots=1)
    # The records are the new ones already: the old list of what is done must not vouch for them.
    _, given = unordered(MIXED[:8], tmp_path)
    assert given == [1]
    assert b'"title":"Lain"' not in (tmp_path / "record" / "000001.jsonl").read_bytes()


def test_a_full_disk_ends_the_run_with_what_to_do(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BatchError, match=r"No space left on device.* goes on"):
            unordered(MIXED, tmp_path)
    assert not list(tmp_path.rglob("*.part"))
    summary, _ = unordered(MIXED, tmp_path)
    assert summary.inputs == 26


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    with Folder(tmp_path), pytest.raises(BatchError, match="another simak batch"):
        unordered(MIXED, tmp_path)
    unordered(MIXED, tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "a").write_text("")
    with pytest.raises(BatchError, match="cannot be written to"):
        unordered(MIXED, tmp_path / "a" / "b")


def test_a_worker_that_is_killed_loses_nothing(tmp_path):
    texts = [f"Warga ke pasar {at}." for at in range(16)]
    found = crew.incoming(*texts)
    found[6] = replace(found[6], text=f"once {tmp_path / 'seen'}")
    summary = local(found, tmp_path / "out")
    assert (tmp_path / "seen").exists()
    assert (summary.records, summary.refused, summary.poisoned) == (16, {}, [])
    assert crew.names(tmp_path / "out").records == [one.text for one in found]


def test_a_worker_that_is_killed_from_outside_loses_nothing(tmp_path):
    found = crew.incoming(*(f"slow 0.05 {at}" for at in range(40)))
    processes = engine.Processes(2, Setting(), crew.read)
    killed = []

    def progress(done):
        if done.shards in (2, 4):  # busy ones, and those that have nothing to do now
            killed.extend(worker._process.pid for worker in processes._workers)
            for worker in processes._workers:
                os.kill(worker._process.pid, signal.SIGKILL)

    try:
        summary = run(found, tmp_path, processes, crew.VERSIONS, size=4, progress=progress)
    finally:
        processes.close()
    assert len(set(killed)) == 4
    assert (summary.records, summary.poisoned) == (40, [])
    assert crew.names(tmp_path).records == [one.text for one in found]


@pytest.mark.parametrize("workers", [1, 3])
def test_the_poison_is_named_and_its_neighbours_are_read(tmp_path, workers):
    texts = [f"Warga ke pasar {at}." for at in range(12)]
    texts[2] = texts[7] = "kill"
    summary = local(crew.incoming(*texts), tmp_path, workers, size=6)
    assert sorted(summary.poisoned) == ["2.txt", "7.txt"]
    assert crew.names(tmp_path).refused == {"2.txt": "fault", "7.txt": "fault"}
    assert crew.names(tmp_path).records == [text for text in texts if text != "kill"]
    again = local(crew.incoming(*texts), tmp_path, workers, size=6)
    assert (again.passed_over, sorted(again.poisoned)) == (2, ["2.txt", "7.txt"])


def test_an_article_that_hangs_is_named(tmp_path):
    texts = ["Warga ke pasar.", "hang", "Pasar itu ramai."]
    begun = time.monotonic()
    summary = local(crew.incoming(*texts), tmp_path, patience=0.3)
    assert summary.poisoned == ["1.txt"]
    assert crew.names(tmp_path).records == ["Warga ke pasar.", "Pasar itu ramai."]
    assert time.monotonic() - begun < 20


def test_workers_that_never_live_end_the_run(tmp_path):
    with pytest.raises(BatchError, match=r"code 3.*enough memory"):
        local(crew.incoming(*map(str, range(30))), tmp_path, read=crew.dead, size=1)


def test_a_worker_with_other_versions_ends_the_run(tmp_path):
    with pytest.raises(BatchError, match="other versions"):
        local(crew.incoming("Pasar."), tmp_path, read=crew.other_versions)


def test_the_driver_holds_few_shards(tmp_path):
    taken = 0

    def many():
        nonlocal taken
        for one in MIXED[:8] * 50:
            taken += 1
            yield one

    ahead = []
    one = crew.Unordered(random.Random(1), 2)
    run(
        many(), tmp_path, one, crew.VERSIONS, size=4,
        progress=lambda done: ahead.append(taken - done.inputs),
    )  # fmt: skip
    assert max(ahead) <= 4 * (2 * one.slots + 1)


def test_what_is_done_comes_out_with_where_it_came_from(tmp_path):
    unordered(MIXED, tmp_path)
    given = list(outcomes(tmp_path))
    taken = [one[0] for one in given if not isinstance(one, Rejection)]
    assert taken == [one for one in MIXED if hasattr(one, "text") and "fault" not in one.text]
    assert [one.reason for one in given if isinstance(one, Rejection)] == ["not text", "fault"]
    with pytest.raises(BatchError, match="no batch"):
        list(outcomes(tmp_path / "record"))


def test_a_name_that_is_no_text_is_kept_escaped(tmp_path):
    odd = [
        replace(MIXED[0], name="a\udcff.txt"),
        Rejection(name="b\udcff", reason="empty", message=""),
    ]
    unordered(odd, tmp_path)
    (taken, _), refused = outcomes(tmp_path)
    assert (taken.name, refused.name) == ("a\\udcff.txt", "b\\udcff")


def test_shards_depend_on_what_comes_in_alone():
    made = list(shards(MIXED, 10))
    assert [(one.number, len(one.items)) for one in made] == [(1, 10), (2, 10), (3, 6)]
    assert [one.digest for one in made] == [one.digest for one in shards(MIXED, 10)]
    one, other = made[1].parts()
    assert (one.first, other.first, one.items + other.items) == (0, 5, made[1].items)
    assert Provenance(simak="1", model="m", lexicon="l") == crew.VERSIONS
