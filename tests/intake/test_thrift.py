import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.intake.thrift import Thrift

from . import fuzz, seed


def test_a_struct():
    inner = bytes([0x15, 0x03, 0x11, 0x12, 0x00])  # -2, true, false
    data = bytes([0x1C]) + inner + bytes([0x19, 0x28, 0x01, 0x61, 0x01, 0x62, 0x08, 0x80, 0x01])
    data += bytes([0x02, 0x78, 0x79, 0x00, 0xFF])
    read = Thrift(data)
    assert read.struct() == {1: {1: -2, 2: True, 3: False}, 2: [b"a", b"b"], 64: b"xy"}
    assert read.at == len(data) - 1


@given(st.binary(max_size=300))
def test_any_bytes_are_a_struct_or_an_error(data):
    try:
        Thrift(data).struct()
    except (ValueError, IndexError):
        return


@pytest.mark.parametrize("bit", [0, 3, 6])
def test_a_damaged_list_of_a_parquet_file_does_not_end_the_process(tmp_path, bit):
    data = seed.parquet(2)
    begin = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    path = tmp_path / "a.parquet"
    for at in range(begin + bit, len(data), 61):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :])
        fuzz.check(path)
    assert fuzz.FAULTS == []
