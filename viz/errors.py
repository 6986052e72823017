"""What can go wrong with diagrams, as one tree of exceptions.

VizError                 base of all of them
├── EmptySelection       there is nothing to draw
├── PictureTooLarge      a picture with more pixels than can be drawn, or too few to be seen
├── UnfitBriefing        a briefing of no diagram, of too many, or of several datasets
├── UnfitPlaces          a view places another number of entities than it shows, or lets others join than it can
├── UnfitQuery           a diagram's query is no CONSTRUCT
├── UnfitSheet           a sheet of no statement, or of too many
├── UnknownEntity        a diagram names an entity that the dataset doesn't hold
├── UnknownForm          there is no such form of a diagram, a briefing or a sheet; names those there are
└── TooManyNodes         more than a reader can take in; says how to narrow the selection
"""

from __future__ import annotations

from collections.abc import Collection, Mapping


class VizError(Exception):
    """Base class of every error that diagrams raise on purpose."""


class EmptySelection(VizError):
    """There is nothing to draw."""


class PictureTooLarge(VizError):
    """A picture with more pixels than can be drawn, or too few to be seen."""


class UnfitBriefing(VizError):
    """A briefing of no diagram, of too many, or of several datasets."""


class UnknownEntity(VizError):
    """A diagram names an entity that the dataset doesn't hold."""


class UnknownForm(VizError):
    """There is no such form of a diagram, a briefing or a sheet."""


class TooManyNodes(VizError):
    """More than a reader can take in.

    Args:
        count: how many entities were selected.
        limit: how many a diagram may hold.
        classes: how many of each class there are, for a reader who has to choose.
    """

    def __init__(self, count: int, limit: int, classes: Mapping[str, int]) -> None:
        self.count = count
        self.limit = limit
        self.classes = classes
        parts = ", ".join(
            f"{number} {name}" for name, number in sorted(classes.items(), key=lambda item: (-item[1], item[0]))
        )
        super().__init__(
            f"{count} entities are too many for one diagram (at most {limit}). There are {parts}: "
            "keep only some classes, relation families or modalities, lower the depth, "
            "set a limit, which keeps the best connected, or draw the summary, which counts them by class"
        )


class UnfitPlaces(VizError):
    """A view places another number of entities than it shows, or lets others join than it can."""


class UnfitQuery(VizError):
    """A diagram's query is no CONSTRUCT."""


class UnfitSheet(VizError):
    """A sheet of no statement, or of too many."""


def require_form(extension: str, forms: Collection[str], what: str) -> str:
    """The form again, where it is one of those that there are; raises UnknownForm.

    Args:
        extension: of the file that is wanted.
        forms: those that there are.
        what: is wanted in it, such as “a briefing”.
    """
    if extension not in forms:
        raise UnknownForm(f"there is no form “{extension}” of {what}: there are {', '.join(forms)}")
    return extension
