"""Where data stands: beside the code in a checkout, otherwise in the wheel and the user's folder."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

_BESIDE = Path(__file__).resolve().parents[1]


def is_checkout() -> bool:
    """Whether the code runs from a checkout of the project."""
    return (_BESIDE / "pyproject.toml").is_file()


def data_folder() -> Path:
    """The authored folder."""
    return _BESIDE / ("data" if is_checkout() else "migov_data")


def dataset_folder() -> Path:
    """Where the built dataset is written and served from, unless a setting says otherwise."""
    return _BESIDE / "build" / "dataset" if is_checkout() else user_data_path("migov", appauthor=False) / "dataset"
