"""HTML pages: templates, the words of a language, and addresses inside this service."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, get_args
from urllib.parse import quote, urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph.model import Language, Text
from viz.messages import LEADS, cited_words, place_words

from ..parameters import Config, Data, Lang, preferred_language
from .messages import message

TEMPLATES = Path(__file__).parents[1] / "templates"
STATIC = Path(__file__).parents[1] / "static"
# Where programs ask, whatever they accept.
PROGRAM_PATHS = ("/api", "/sparql", "/static", "/openapi.json")
# Names of languages in themselves, as the switch shows them.
LANGUAGE_NAMES: Mapping[Language, str] = {"en": "English", "zh": "中文"}
HTML_TAGS: Mapping[Language, str] = {"en": "en", "zh": "zh-Hans"}

# Bytes of RDF that a page carries at most; longer documents are linked only, as all are.
LONGEST_BLOCK = 400_000


@cache
def environment() -> Environment:
    """The templates, which escape whatever they are given."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["languages"] = get_args(Language)
    found.globals["cited"] = cited_words
    return found


def data_block(json_ld: bytes) -> str:
    """A JSON-LD document as it may stand in a `script` element, which no word in it ends; none where it is too long.

    It is data: its type isn't one that a browser runs, so the policy of the page needn't allow it.
    """
    if len(json_ld) > LONGEST_BLOCK:
        return ""
    return json_ld.decode("utf-8").translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"})


def local_path(path: str) -> str:
    """A path as a link to this service: with two slashes before it, it would be a link to another host."""
    return "/" + path.lstrip("/")


class Pages:
    """Renders the pages of one request."""

    def __init__(self, request: Request, snapshot: Data, settings: Config, language: Lang) -> None:
        self.request = request
        self.snapshot = snapshot
        self.base_iri = settings.base_iri
        self.with_reports = not settings.serves_other_rdf
        self.language = language

    def address(self, path: str, **parameters: str) -> str:
        """A path of this service, with the language where the reader chose one."""
        if "lang" in self.request.query_params:
            parameters.setdefault("lang", self.language)
        return quote(local_path(path), safe="/:@!$&'()*+,;=~") + (f"?{urlencode(parameters)}" if parameters else "")

    def local(self, iri: str) -> str:
        """Where this service answers for an IRI: a path for our own, else the IRI itself."""
        if iri.startswith(self.base_iri):
            path, _, fragment = iri.removeprefix(self.base_iri).partition("#")
            return self.address(f"/{path}") + (f"#{fragment}" if fragment else "")
        return iri

    def other_language(self, language: Language) -> str:
        """This page in a language."""
        parameters = {**self.request.query_params, "lang": language}
        return f"{quote(local_path(self.request.url.path))}?{urlencode(parameters)}"

    def html(
        self,
        template: str,
        values: Mapping[str, object] | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> HTMLResponse:
        """A page in the reader's language.

        Args:
            template: name of its template.
            values: what the template needs beside the words and addresses that all get.
            status: of the answer.
            headers: of the answer, beside Content-Language and Vary.
        """
        common = {
            "t": self._message,
            "words": self._words,
            "lang": self.language,
            "chosen": "lang" in self.request.query_params,
            "html_lang": HTML_TAGS[self.language],
            "html_tags": HTML_TAGS,
            "language_names": LANGUAGE_NAMES,
            "address": self.address,
            "local": self.local,
            "lead": LEADS.__getitem__,
            "place": place_words,
            "other_language": self.other_language,
            "snapshot": self.snapshot,
            "with_reports": self.with_reports,
        }
        text = environment().get_template(template).render(common | dict(values or {}))
        fixed = {"Content-Language": HTML_TAGS[self.language], "Vary": "Accept, Accept-Language"}
        return HTMLResponse(text, status, {**fixed, **(headers or {})})

    def _message(self, key: str, *values: object) -> str:
        return message(key, self.language, *values)

    def _words(self, text: Text) -> str:
        return text.zh if self.language == "zh" else text.en


Page = Annotated[Pages, Depends(Pages)]


def reads_pages(request: Request) -> bool:
    """Whether somebody asks who reads pages, and not a program."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(PROGRAM_PATHS)


def show_error(request: Request, status: int, error: Mapping[str, object]) -> Response | None:
    """A failure as a page for somebody who reads pages; None for programs, which get JSON."""
    if not reads_pages(request):
        return None
    lang = request.query_params.get("lang", "")
    language: Language = (
        "zh" if lang == "zh" else "en" if lang else preferred_language(request.headers.get("accept-language", ""))
    )
    page = Pages(request, request.app.state.snapshot, request.app.state.settings, language)
    return page.html("error.html", {"status": status, "error": error}, status, {"Cache-Control": "no-store"})
