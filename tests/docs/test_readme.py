"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from api.cli import main as command_line

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ANSWERED = re.findall(r"```sh\n(migov [^\n]+)\n```\n\n```\n(.*?)```", README, re.DOTALL)


def main() -> None:
    """The command line, which ends by leaving the program."""
    with pytest.raises(SystemExit) as left:
        command_line()
    assert not left.value.code


def test_three_questions_have_answers() -> None:
    assert len(ANSWERED) == 3


@pytest.mark.parametrize(("command", "answer"), ANSWERED)
def test_each_question_gives_the_answer_shown(
    command: str, answer: str, report_dataset: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [*shlex.split(command), "--dataset", str(report_dataset)])
    main()
    assert capsys.readouterr().out == answer


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE), command


def test_everything_it_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).is_file(), target


def test_every_folder_it_explains_is_there() -> None:
    named = re.findall(r"^(\w+)/ ", README, re.MULTILINE)
    assert named == ["ontology", "graph", "viz", "api", "data", "tests", "bench"]
    assert all((ROOT / name).is_dir() for name in named)


def test_every_command_it_names_exists() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "api/cli").glob("*.py"))
    for command in set(re.findall(r"migov (\w+)", README)):
        assert f"def {command}(" in source or f'name="{command}"' in source, command
