from __future__ import annotations

from itertools import combinations

import pytest

from graph.model import AS_IN_DATA
from ontology import vocabulary
from viz.messages import LEADS, MESSAGES
from viz.style import CLASS_STYLES, INK, LINE_STYLES, PAPER, ClassStyle, class_style, line_style


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_class_of_the_ontology_has_a_style_and_no_other() -> None:
    assert set(CLASS_STYLES) == set(vocabulary().classes)


def test_every_modality_of_the_ontology_has_a_style_and_a_lead_and_no_other() -> None:
    assert set(LINE_STYLES) == set(LEADS) == {*vocabulary().modalities, AS_IN_DATA}


def test_no_two_classes_share_a_glyph() -> None:
    assert len({style.glyph for style in CLASS_STYLES.values()}) == len(CLASS_STYLES)
    assert len({style.shape for style in CLASS_STYLES.values()}) == len(CLASS_STYLES)


def test_any_two_modalities_differ_without_their_colour() -> None:
    for one, other in combinations(LINE_STYLES.values(), 2):
        assert one.dashes != other.dashes or one.arrow != other.arrow or abs(one.width - other.width) >= 1


@pytest.mark.parametrize("style", CLASS_STYLES.values(), ids=CLASS_STYLES)
def test_colours_of_classes_carry_text(style: ClassStyle) -> None:
    colour, tint = style.colour, style.tint
    assert contrast(colour, PAPER) >= 4.5
    assert contrast(colour, tint) >= 4.5
    assert contrast(INK, tint) >= 7


@pytest.mark.parametrize("modality", LINE_STYLES)
def test_colours_of_lines_carry_their_captions(modality: str) -> None:
    assert contrast(LINE_STYLES[modality].colour, PAPER) >= 4.5


def test_the_unknown_never_looks_like_a_fact() -> None:
    assert class_style("Unheard") == CLASS_STYLES["Entity"]
    assert line_style("unheard") == LINE_STYLES["reported"]


@pytest.mark.parametrize("key", MESSAGES)
def test_every_message_is_there_in_both_languages_with_the_same_places(key: str) -> None:
    words = MESSAGES[key]
    assert words.zh
    assert words.en

    def places(text: str) -> list[str]:
        return sorted(part.partition("}")[0] for part in text.split("{")[1:])

    assert places(words.zh) == places(words.en)
