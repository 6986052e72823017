"""LibreOffice and poppler as readers of the files that are made."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path


def read_by_office(office: Path, folder: Path, files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The text of each page of files as LibreOffice prints them and poppler reads them, without white space."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    profile = (folder / "profile").as_uri()
    command: list[str | Path] = [
        office,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        *(folder / name for name in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pages = {}
    for name in files:
        pdf = (folder / name).with_suffix(".pdf")
        read = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True, timeout=60)
        pages[name] = ["".join(page.split()) for page in read.stdout.split("\f")[:-1]]
    return pages
