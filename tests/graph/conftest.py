"""An authored folder for each test of the core."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authored import write_authored


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """An authored folder that passes every check; tests break it in one place."""
    return write_authored(tmp_path / "data")
