"""SVG as text: a few elements, with attributes alone, since Word and PowerPoint drop style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from ..fonts import FAMILIES
from ..layouts.boxes import Box
from ..layouts.stress import Point

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
Element = ElementTree.Element
# What XML 1.0 can't hold, and what turns the direction of the letters that follow.
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
# Where the baseline lies below the middle of a line, in parts of the letters' size.
_BASELINE = 0.36


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel, in as few characters as it takes."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def written(text: str) -> str:
    """The text without characters that XML can't hold or that would reverse what follows."""
    return _UNWRITABLE.sub("", text)


def element(tag: str, children: Iterable[Element] = (), /, **attributes: str | float) -> Element:
    """An element; `_` in an attribute's name stands for `-`, numbers become coordinates, what is empty is left out."""
    made = Element(
        tag,
        {
            name.replace("_", "-"): value if isinstance(value, str) else number(value)
            for name, value in attributes.items()
            if value != ""
        },
    )
    made.extend(children)
    return made


def worded(tag: str, text: str, /, **attributes: str | float) -> Element:
    """An element that holds text."""
    made = element(tag, **attributes)
    made.text = written(text)
    return made


def rectangle(box: Box, radius: float, **attributes: str | float) -> Element:
    """A rectangle with round corners."""
    frame = {"x": box.left, "y": box.top, "width": box.width, "height": box.height, "rx": radius}
    return element("rect", **{**frame, **attributes})


def dashes(lengths: tuple[int, ...]) -> str:
    """The value of `stroke-dasharray`, empty for a solid line."""
    return " ".join(map(str, lengths))


def path(points: str, **attributes: str | float) -> Element:
    """A path."""
    return element("path", d=points, **attributes)


def text_line(text: str, x: float, middle: float, size: float, colour: str, anchor: str = "start") -> Element:
    """A line of text whose middle stands at a height; its baseline is a number, which every program honours."""
    return worded("text", text, x=x, y=middle + size * _BASELINE, font_size=size, fill=colour, text_anchor=anchor)


def text_block(
    lines: Sequence[str], x: float, top: float, size: float, leading: float, colour: str, anchor: str = "start"
) -> list[Element]:
    """Lines of text below each other, each an element of its own."""
    return [text_line(line, x, top + (index + 0.5) * leading, size, colour, anchor) for index, line in enumerate(lines)]


def link(address: str, children: Iterable[Element]) -> Element:
    """What leads to an address when it is clicked."""
    made = element("a", children, target="_blank")
    made.set("xlink:href", address)
    return made


def polyline(points: Sequence[Point]) -> str:
    """Path data of straight lines from point to point."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def curve(chain: Sequence[Point], *, straight: bool) -> str:
    """Path data of a chain of cubic Bézier curves, or of the straight line between its ends."""
    if straight:
        return polyline((chain[0], chain[-1]))
    pairs = [f"{number(x)} {number(y)}" for x, y in chain]
    return f"M{pairs[0]}C{' '.join(pairs[1:])}"


def document(width: float, height: float, language: str, children: Iterable[Element], label: str) -> str:
    """A whole SVG file.

    Args:
        width: in pixels.
        height: in pixels.
        language: of its text, as BCP 47 has it.
        children: what it shows; `title` and `desc` first.
        label: ids of the elements that name and describe it.
    """
    root = element(
        "svg",
        children,
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="group",
        aria_labelledby=label,
        font_family=", ".join(f"'{name}'" if " " in name else name for name in FAMILIES),
        lang=language,
    )
    # Prefixes by hand: ElementTree would name them anew, and some programs know SVG only as the default namespace.
    root.attrib.update({"xml:lang": language, "xmlns": SVG, "xmlns:xlink": XLINK})
    ElementTree.indent(root, "")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
