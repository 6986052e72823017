"""What every rule is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ontology import Vocabulary

from ...errors import Fault
from ..folder import Data
from ..mentions import Found


@dataclass(frozen=True, slots=True)
class Context:
    """What rules look things up in.

    Attributes:
        mentions: what is named in each paragraph, by report and paragraph.
    """

    data: Data
    vocabulary: Vocabulary
    mentions: dict[str, dict[str, tuple[Found, ...]]]


Rule = Callable[[Context], Iterator[Fault]]
