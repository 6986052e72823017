from __future__ import annotations

from collections.abc import Iterator
from struct import unpack
from zlib import crc32

import pytest

from tests.viz.pictures import sample
from viz import Options, PictureTooLarge, render
from viz.pictures.png import MAX_PIXELS, render_png
from viz.pictures.svg import render_svg


def chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(image):
        length, kind = unpack(">I4s", image[at : at + 8])
        data = image[at + 8 : at + 8 + length]
        assert unpack(">I", image[at + 8 + length : at + 12 + length])[0] == crc32(kind + data)
        yield kind, data
        at += 12 + length


def size(image: bytes) -> tuple[int, int]:
    width, height = unpack(">II", dict(chunks(image))[b"IHDR"][:8])
    return width, height


def test_width_and_scale_make_the_size() -> None:
    diagram = sample()
    picture = render_svg(diagram, "en")
    assert size(render_png(diagram, "en"))[0] == round(picture.width)
    width, height = size(render(diagram, "png", Options(width=800, scale=2)))
    assert width == 1600
    assert abs(height - 1600 * picture.height / picture.width) <= 1


def test_it_says_its_size_on_paper_and_its_words() -> None:
    image = render_png(sample(), "zh", width=600, scale=2)
    assert unpack(">IIB", dict(chunks(image))[b"pHYs"]) == (7559, 7559, 1)
    texts = [data for kind, data in chunks(image) if kind == b"iTXt"]
    assert [data.split(b"\0", 1)[0] for data in texts] == [b"Title", b"Description", b"Source"]
    described = texts[1].split(b"\0")
    assert described[3] == b"zh-Hans"
    assert "联合国与移徙治理" in described[-1].decode()
    assert "报告作为事实陈述" in described[-1].decode()
    assert "A/68/283" in texts[2].decode()


def test_the_ground_is_white_or_nothing() -> None:
    white, clear = render_png(sample(), "en", width=300), render(sample(), "png", Options(width=300, transparent=True))
    assert white != clear
    assert dict(chunks(clear))[b"IHDR"][9] == 6  # colour with transparency


@pytest.mark.parametrize(("width", "scale"), [(30, 1.0), (100_000, 1.0), (4000, 5.0)])
def test_a_size_that_cannot_be_drawn_is_refused_with_one_that_can(width: int, scale: float) -> None:
    with pytest.raises(PictureTooLarge, match=r"ask for at (least|most) [0-9]+"):
        render_png(sample(), "en", width=width, scale=scale)


def test_the_largest_picture_is_drawn() -> None:
    picture = render_svg(sample(), "en")
    most = int((MAX_PIXELS * picture.width / picture.height) ** 0.5)
    width, height = size(render_png(sample(), "en", width=most))
    assert width == most
    assert width * height <= MAX_PIXELS * 1.001
