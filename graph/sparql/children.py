"""Child processes of ours: Python programs that get one JSON argument and talk in frames over their pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# The child imports the modules it needs without the packages' doors, which would cost it many times its own start.
_START = """
import sys, types
root, folder, program = sys.argv.pop(), sys.argv.pop(), sys.argv.pop()
for name, path in (("graph", root), ("graph.sparql", folder)):
    package = sys.modules[name] = types.ModuleType(name)
    package.__path__ = [path]
import importlib
importlib.import_module("graph.sparql." + program).main()
"""
_FOLDER = Path(__file__).resolve().parent


def start_child(program: str, options: Mapping[str, object]) -> subprocess.Popen[bytes]:
    """Start the `main` of a module of this folder with the options as JSON, and with pipes to it and from it.

    It doesn't get our settings, which may hold secrets.
    """
    command = [sys.executable, "-I", "-c", _START, json.dumps(options), program, str(_FOLDER), str(_FOLDER.parent)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MIGOV_")}
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, bufsize=0, stdin=pipe, stdout=pipe, stderr=nothing, env=kept)
