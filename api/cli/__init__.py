"""The command line: `migov`."""

from __future__ import annotations

import sys

from pydantic import ValidationError

from graph.errors import DataError, GraphError
from viz.errors import VizError

from . import asking, briefing, building, diagrams, documenting, exporting, serving
from .console import app, complain

__all__ = ["app", "main"]

COMMANDS = (building, asking, exporting, diagrams, briefing, serving, documenting)
"""The modules whose import adds commands to the application, in the order of the help."""


def main() -> None:
    """Run the command line; a fault is told in one message, without a traceback, and ends with status 1."""
    try:
        app()
    except DataError as error:
        for fault in error.faults:
            print(fault)
        complain(f"{len(error.faults)} fault{'s' if len(error.faults) > 1 else ''} in the data; nothing was changed")
        sys.exit(1)
    except (GraphError, VizError) as error:
        complain(str(error))
        sys.exit(1)
    except ValidationError as error:
        for wrong in error.errors(include_input=False, include_url=False):
            name = "_".join(str(step) for step in wrong["loc"][:1]).upper()
            complain(f"the setting MIGOV_{name} is wrong: {wrong['msg']}")
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)
