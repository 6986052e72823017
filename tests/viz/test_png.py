from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from struct import unpack
from zlib import crc32

import pytest
from PIL import Image

from ontology import Text
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
    assert "作为事实陈述" in described[-1].decode()
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


def test_each_line_of_text_stands_where_the_vectors_have_it_and_breaks_nowhere() -> None:
    diagram = replace(sample(), title=Text("标题", "A title of several words"), subtitle=None)
    with Image.open(io.BytesIO(render_png(diagram, "en"))) as image:
        grey = image.convert("L")
    title = grey.crop((0, 0, grey.width, 34 + 30)).point(lambda value: 255 * (value < 128)).getbbox()
    assert title is not None
    left, top, right, bottom = title
    assert 30 <= left <= 34
    assert 220 <= right - left <= 340
    assert 30 <= top < bottom <= 64


def test_the_same_picture_has_the_same_pixels_at_any_time() -> None:
    assert render_png(sample(), "zh", width=900) == render_png(sample(), "zh", width=900)


def test_other_threads_go_on_while_a_picture_is_drawn() -> None:
    render_png(sample(), "en", width=300)  # opens the font
    drawn, ticks, pause = threading.Event(), 0, threading.Event()

    def draw() -> None:
        render_png(sample(), "en", width=5000)
        drawn.set()

    thread = threading.Thread(target=draw)
    thread.start()
    while not drawn.is_set():
        pause.wait(0.005)
        ticks += 1
    thread.join()
    assert ticks > 10
