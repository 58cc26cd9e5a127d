"""Offices at names: how far an office reaches, where it divides, who holds it."""

from simak.reading.office.apposition import Appositions
from simak.reading.office.block import OfficeBlocks
from simak.reading.office.body_head import BodyHeads
from simak.reading.office.border import Borders
from simak.reading.office.division import Office
from simak.reading.office.ground import Ground
from simak.reading.office.joint import Joints
from simak.reading.office.lone import LoneOffices
from simak.reading.office.plain import PlainOffices

__all__ = [
    "Appositions",
    "BodyHeads",
    "Borders",
    "Ground",
    "Joints",
    "LoneOffices",
    "Office",
    "OfficeBlocks",
    "PlainOffices",
]
