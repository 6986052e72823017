"""What can go wrong with diagrams, as one tree of exceptions.

VizError                 base of all of them
├── EmptySelection       there is nothing to draw
├── PictureTooLarge      a picture with more pixels than can be drawn, or too few to be seen
├── UnknownEntity        a diagram names an entity that the dataset doesn't hold
├── UnknownForm          there is no such form of a diagram; names those there are
└── TooManyNodes         more than a reader can take in; says how to narrow the selection
"""

from __future__ import annotations


class VizError(Exception):
    """Base class of every error that diagrams raise on purpose."""


class EmptySelection(VizError):
    """There is nothing to draw."""


class PictureTooLarge(VizError):
    """A picture with more pixels than can be drawn, or too few to be seen."""


class UnknownEntity(VizError):
    """A diagram names an entity that the dataset doesn't hold."""


class UnknownForm(VizError):
    """There is no such form of a diagram."""


class TooManyNodes(VizError):
    """More than a reader can take in.

    Args:
        count: how many entities were selected.
        limit: how many a diagram may hold.
    """

    def __init__(self, count: int, limit: int) -> None:
        self.count = count
        self.limit = limit
        super().__init__(
            f"{count} entities are too many for one diagram (at most {limit}): "
            "lower the depth, select fewer entities, or keep only some relation families or modalities"
        )
