"""How much one query may cost."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

LEAST_SECONDS = 0.05
"""What a request can lower the time to; with less every query would cost a worker, which takes longer to start."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one query; each must be above zero.

    Args:
        seconds: wall-clock time of the evaluation, in seconds; waiting for a worker counts apart.
        rows: solutions of a SELECT, or triples of a CONSTRUCT or DESCRIBE.
        bytes: size of the serialised answer.
        memory: bytes of data that a worker process may hold, about 30 MB of which are the process itself.

    Raises:
        ValueError: a bound is zero or below.
    """

    seconds: float = 10.0
    rows: int = 100_000
    bytes: int = 50_000_000
    memory: int = 1 << 30

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) <= 0:
                raise ValueError(f"the limit {field.name} must be above zero, not {getattr(self, field.name)}")

    def lowest(self, other: Limits | None) -> Limits:
        """The lower of both in each bound; these where there is no other.

        The other can't lower the time below `LEAST_SECONDS`.
        """
        if other is None:
            return self
        lower = Limits(*(min(getattr(self, field.name), getattr(other, field.name)) for field in fields(self)))
        return replace(lower, seconds=min(self.seconds, max(lower.seconds, LEAST_SECONDS)))
