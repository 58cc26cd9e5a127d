import json as standard

from simak.export import json
from simak.record import decode


def test_one_is_the_record_and_the_same_each_time(record):
    assert decode(json.one(record)) == record
    assert json.one(record) == json.one(record)
    assert json.one(record).endswith(b"}\n")


def test_line(record):
    assert json.line(record).count(b"\n") == 1
    assert decode(json.line(record)) == record


def test_array(record):
    for number in range(4):
        data = standard.loads(b"".join(json.array([record] * number)))
        assert [row["article"]["id"] for row in data] == [record.article.id] * number
