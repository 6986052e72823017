"""The sizes of pages and slides."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Paper = Literal["a4", "a3", "16:9"]
# Width and height in millimetres, lying.
PAPERS: Mapping[Paper, tuple[float, float]] = MappingProxyType(
    {"a4": (297.0, 210.0), "a3": (420.0, 297.0), "16:9": (338.67, 190.5)}
)
