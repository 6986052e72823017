"""The explorer's bundle as the service gives it out: files named by their digest, and those a page starts with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response
from starlette.types import Scope

import viz

from .assets import Assets

BUNDLE = Path(viz.__file__).parent / "explorer" / "dist"
ADDRESS = "/static/explorer"
_KEPT_FOR_EVER = "public, max-age=31536000, immutable"


class NotBuilt(Exception):
    """There is no bundle of the explorer."""

    def __init__(self) -> None:
        super().__init__("the explorer isn't built here: run `python hatch_build.py`; the plain pages stand at /plain")


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a page of the explorer starts with.

    Attributes:
        script: address of the module that starts it.
        style: address of its stylesheet.
        injected: source expressions of the styles that its libraries put into the page.
    """

    script: str
    style: str
    injected: tuple[str, ...]


def read_bundle(folder: Path | None = None) -> Bundle:
    """The bundle of a folder, by default the one that is installed.

    Raises:
        NotBuilt: there is none.
    """
    try:
        manifest = json.loads((folder or BUNDLE).joinpath("manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise NotBuilt from missing
    address = f"{ADDRESS}/{{}}".format
    injected = tuple(f"'{digest}'" for digest in manifest["injected"])
    return Bundle(address(manifest["script"]), address(manifest["style"]), injected)


class BundleFiles(Assets):
    """The files of the bundle: another content has another name, so a browser may keep them."""

    def __init__(self, folder: Path = BUNDLE) -> None:
        super().__init__(directory=folder / "assets", check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, to be kept for ever where its name holds its digest."""
        answer = await super().get_response(path, scope)
        if answer.status_code in (200, 304) and path.endswith((".js", ".css")):
            answer.headers["Cache-Control"] = _KEPT_FOR_EVER
        return answer
