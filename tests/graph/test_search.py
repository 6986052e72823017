from __future__ import annotations

import random
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.authoring.assembly import assemble
from graph.authoring.folder import read_data
from graph.identifiers import Identifiers
from graph.locations import data_folder
from graph.searching.marks import find_marks, to_segments
from graph.searching.search import Search
from graph.searching.terms import fold, wanted_pieces
from graph.snapshot import Snapshot
from ontology import vocabulary


@cache
def report() -> Search:
    """Search in the report itself."""
    return Search(Snapshot(assemble(read_data(data_folder()), vocabulary(), Identifiers()), "v1"))


def names() -> list[tuple[str, str]]:
    entities = report().snapshot.entities.values()
    return [(label.text, entity.id) for entity in entities for label in (*entity.zh, *entity.en)]


def marked(text: str, query: str) -> str:
    segments = to_segments(text, find_marks(text, wanted_pieces(fold(query))))
    assert "".join(each.text for each in segments) == text
    return "".join(f"[{each.text}]" if each.marked else each.text for each in segments)


def test_each_name_finds_its_entity_among_the_first() -> None:
    search = report()
    for text, entity in names():
        found = search.find(text, ("entity",))
        assert entity in [each.item.id for each in found[:6]], text
        best = next(each for each in found if each.item.id == entity)
        assert best.match == "exact", text


def test_each_name_with_one_slip_still_finds_its_entity() -> None:
    search, chance = report(), random.Random(20)
    tried = 0
    for text, entity in names():
        places = [n for n, char in enumerate(text) if char.isalpha()]
        if sum(map(str.isalnum, text)) < 4 or not places:
            continue
        place = chance.choice(places)
        other = "龘" if "\u4e00" <= text[place] <= "\u9fff" else "q"
        slip = chance.choice(("wrong", "missing", "too many"))
        wrong = (
            text[:place] + {"wrong": other, "missing": "", "too many": other + text[place]}[slip] + text[place + 1 :]
        )
        tried += 1
        assert entity in [each.item.id for each in search.find(wrong, ("entity",))], (text, wrong)
    assert tried > 2000


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("GMG", "gmg"),
        ("ｇｍｇ", "gmg"),
        ("全球移徙小组", "gmg"),
        ("国际移徙组识", "iom"),
        ("International Organisation for Migration", "iom"),
        ("global fourm migration", "gfmd"),
        ("A/57/387", "a-57-387"),
        ("internatio organiz migration", "iom"),
    ],
)
def test_what_is_meant_comes_first(text: str, first: str) -> None:
    found = report().find(text)
    if text.startswith("internatio "):  # only the last word may be a beginning
        assert first not in [each.item.id for each in found]
    else:
        assert found[0].item.id == first


@pytest.mark.parametrize("word", ["detention", "expulsion", "agenda"])
def test_a_word_that_stands_in_the_texts_is_no_slip_of_another(word: str) -> None:
    found = report().find(word, ("paragraph",))
    assert found
    for each in found:
        shown = report().show(each, word, "en")
        marked = [segment.text for segment in shown.segments if segment.marked]
        assert marked
        if shown.language == "en":
            assert all(word in text.lower() for text in marked)


def test_the_beginning_of_a_word_is_enough_while_it_is_typed() -> None:
    assert [each.item.id for each in report().find("glob migration gro", ("entity",))] == []
    assert report().find("global migration gro", ("entity",))[0].item.id == "gmg"


@pytest.mark.parametrize(
    ("text", "paragraph", "source", "words"),
    [
        ("常设秘书处", "53", "report", "[常设秘书处]"),
        ("permanent secretariat", "53", "translation", "[permanent] [secretariat]"),
        ("GMG", "46", "report", "[全球移徙问题小组]"),
    ],
)
def test_a_paragraph_shows_whose_words_it_was_found_by(text: str, paragraph: str, source: str, words: str) -> None:
    search = report()
    found = next(each for each in search.find(text, ("paragraph",)) if each.item.id == paragraph)
    snippet = search.show(found, text, "en")
    assert snippet.source == source
    shown = "".join(f"[{each.text}]" if each.marked else each.text for each in snippet.segments)
    assert words in shown
    plain = "".join(each.text for each in snippet.segments).strip("…")
    passage = search.snapshot.passages["A-68-283", paragraph]
    if source == "report":
        assert plain in passage.text
        assert snippet.quote == ""
    else:
        assert snippet.quote in passage.text
        translations = {
            e.quote: e.translation for s in search.snapshot.statements_in("A-68-283", paragraph) for e in s.evidence
        }
        assert plain in translations[snippet.quote]


def test_a_whole_question_is_understood() -> None:
    assert "46" in [each.item.id for each in report().find("who are the members of the GMG?", ("paragraph",))]
    assert "53" in [each.item.id for each in report().find("论坛有没有常设秘书处？", ("paragraph",))]


@pytest.mark.parametrize(
    "text", ["", "   ", "？！", "zzzzqqqq", "龘龘龘龘", "\x00", "a" * 10_000, "( ) \"' +*:^~?\\", "\ud800"]
)
def test_nothing_and_hostile_words_find_nothing_and_break_nothing(text: str) -> None:
    assert report().find(text) == ()


def test_marks_stand_on_the_original_letters() -> None:
    assert marked("Évian and ＩＬＯ", "evian ilo") == "[Évian] and [ＩＬＯ]"
    assert marked("The members of the Group", "who are the members") == "The [members] of the Group"
    assert marked("organization", "organisation") == "[organization]"
    assert marked("全球移徙问题小组和小组", "小组") == "全球移徙问题[小组]和[小组]"
    assert marked("国际移徙组织", "国际移徙组识") == "[国际移徙组织]"
    assert marked("officials of the Group", "of group") == "officials of the [Group]"


def test_a_run_whose_last_character_is_missing_is_found_up_to_the_end() -> None:
    assert marked("国际移徙", "国际移徙组") == "[国际移徙]"
    for text, _ in names():
        for cut in range(2, len(text)):
            assert marked(text[:cut], text)


@given(
    text=st.text("ab 移徙小组织，。é", max_size=80),
    query=st.text("ab 移徙小组", max_size=12),
    width=st.integers(10, 60),
)
def test_segments_are_a_part_of_the_text(text: str, query: str, width: int) -> None:
    segments = to_segments(text, find_marks(text, wanted_pieces(fold(query))), width)
    shown = "".join(each.text for each in segments)
    assert shown.strip("…") in text
    assert len(shown.strip("…")) <= max(width, 10)
    assert all(each.text for each in segments)
    assert not any(one.marked and other.marked for one, other in pairwise(segments))


def test_the_index_is_kept_beside_the_dataset_and_answers_alike(tmp_path: Path) -> None:
    snapshot = report().snapshot
    kept = Search(snapshot, tmp_path)
    first = kept.find("移徙小组")
    assert [path.name for path in tmp_path.iterdir()] == ["search-1"]
    before = sorted((path.name, path.stat().st_mtime_ns) for path in (tmp_path / "search-1").iterdir())
    again = Search(snapshot, tmp_path)
    assert again.find("移徙小组") == first == report().find("移徙小组")
    assert sorted((path.name, path.stat().st_mtime_ns) for path in (tmp_path / "search-1").iterdir()) == before


def test_a_folder_that_cant_be_written_does_not_hinder(tmp_path: Path) -> None:
    assert Search(report().snapshot, tmp_path / "missing").find("GMG")[0].item.id == "gmg"
