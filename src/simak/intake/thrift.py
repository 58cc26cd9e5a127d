"""Structs in Thrift's compact protocol, as the lists of a Parquet file are written."""

from __future__ import annotations

from typing import Any

_DEEPEST = 16
_MOST = 5_000_000  # values of a struct, all told


class Thrift:
    """Reads from the beginning of ``data``; ``at`` is how far it came.

    Raises ValueError or IndexError for bytes that are no struct.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._values = 0
        self.at = 0

    def struct(self, depth: int = 0) -> dict[int, Any]:
        """Return the fields by their number: int, bool, bytes, list, or a struct again.

        >>> Thrift(bytes([0x15, 0x04, 0x18, 0x02, 0x61, 0x62, 0x00])).struct()
        {1: 2, 2: b'ab'}
        """
        if depth > _DEEPEST:
            raise ValueError("nested too deep")
        fields: dict[int, Any] = {}
        field = 0
        while (head := self._byte()) != 0:
            field = field + (head >> 4) if head >> 4 else self._number()
            kind = head & 15
            fields[field] = kind == 1 if kind in (1, 2) else self._value(kind, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Any:
        self._values += 1
        if self._values > _MOST:
            raise ValueError("too many values")
        if kind in (1, 2, 3):  # in a list a truth takes a byte
            return self._byte()
        if kind in (4, 5, 6):
            return self._number()
        if kind == 7:
            return self._bytes(8)
        if kind == 8:
            return self._bytes(self._varint())
        if kind in (9, 10):
            head = self._byte()
            size = head >> 4 if head >> 4 < 15 else self._varint()
            return [self._value(head & 15, depth + 1) for _ in range(size)]
        if kind == 12:
            return self.struct(depth + 1)
        raise ValueError(f"a field of kind {kind}")

    def _byte(self) -> int:
        self.at += 1
        return self._data[self.at - 1]

    def _bytes(self, size: int) -> bytes:
        begin, self.at = self.at, self.at + size
        if self.at > len(self._data):
            raise ValueError("it breaks off")
        return self._data[begin : self.at]

    def _varint(self) -> int:
        value = shift = 0
        while (byte := self._byte()) >= 0x80:
            value |= (byte & 0x7F) << shift
            shift += 7
            if shift > 63:
                raise ValueError("a number without end")
        return value | byte << shift

    def _number(self) -> int:
        value = self._varint()
        return value >> 1 ^ -(value & 1)
