"""Ready questions: the catalogue, each as SPARQL with the values given, its answer, and pages for all three."""

from __future__ import annotations

from time import monotonic
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse, Response

from graph.errors import QueryLimit
from graph.identifiers import Identifiers
from graph.questions import Question, UnfitValue
from viz import render_sheet, sheet_of_answer

from ..drawing.diagrams import Drawn
from ..drawing.files import SheetForm, file_answer
from ..drawing.views import Rendering
from ..models import AnswerShape, FilledQuestionShape, FittingQuestionShape, PageShape, QuestionShape
from ..negotiation import choose, choose_named
from ..parameters import Config, Data, known_parameters_only, require_known
from ..rest.answers import AnswerTable, answer_csv, answer_json_lines, answer_record, answer_rows, read_answer
from ..rest.column_words import column_words
from ..rest.json_answers import JSONAnswer
from ..rest.listing import LIST_ANSWERS, LISTS, Columns, Listed, ListForm
from ..rest.questions import (
    FITTING_COLUMNS,
    QUESTION_COLUMNS,
    VALUES,
    Asked,
    Asking,
    Fitting,
    Questions,
    fitting_record,
    fitting_row,
    question_record,
    question_row,
    title_of_asked,
    topic_words,
)
from ..web.pages import Page, reads_pages
from ..web.question_page import by_topic, form_fields, other_forms

router = APIRouter(tags=["questions"])
ANSWERS: dict[int | str, dict[str, Any]] = {200: {"content": LIST_ANSWERS[200]["content"]}}


async def find_answer(request: Request, asked: Asked) -> AnswerTable:
    """The answer, within the bounds of the store; raises UnfitValue and QueryError."""
    query = asked.fill()
    result = await request.app.state.store.query(query, media_type="application/sparql-results+json")
    return read_answer(result.body, query, asked.snapshot, asked.identifiers)


@router.get(
    "/api/questions",
    dependencies=[Depends(known_parameters_only)],
    response_model=PageShape[QuestionShape],
    responses=LIST_ANSWERS,
    summary="All ready questions",
)
def list_questions(
    questions: Questions,
    listing: Listed,
    topic: Annotated[str | None, Query(description="Only those of a topic.", examples=["membership"])] = None,
) -> Response:
    """The ready questions with their parameters, by id."""
    topics = {question.topic: question for question in questions.values()}
    if topic is not None:
        require_known("topic", [topic], topics, f"known: {', '.join(sorted(topics))}")
    columns: Columns[Question] = Columns(QUESTION_COLUMNS, question_record, question_row)
    return listing.answer([each for each in questions.values() if topic in (None, each.topic)], columns)


@router.get(
    "/api/questions/{id}", response_model=FilledQuestionShape, openapi_extra=VALUES, summary="One ready question"
)
def show_question(asked: Asking) -> Response:
    """A question with its SPARQL, in which the values given stand for the parameters."""
    return JSONAnswer({**question_record(asked.question), "query": asked.fill()})


@router.get(
    "/api/questions/{id}/answer",
    response_model=AnswerShape,
    responses=ANSWERS,
    openapi_extra=VALUES,
    summary="The answer to a ready question",
)
async def answer_question(
    request: Request,
    asked: Asking,
    format: Annotated[ListForm | None, Query(description="Form of the answer; without it, Accept decides.")] = None,
) -> Response:
    """The rows that answer a question with the values given; cells that name something carry its id, IRI and label."""
    choice = choose_named(format, LISTS) if format else choose(request.headers.get("accept", ""), LISTS)
    table = await find_answer(request, asked)
    headers = {"Vary": "Accept"}
    name = choice.form.names[0]
    if name == "json":
        return JSONAnswer({**answer_record(table, asked.snapshot), "dataset": asked.snapshot.version}, headers=headers)
    text = answer_csv(table) if name == "csv" else answer_json_lines(table)
    return Response(text, headers=headers, media_type=choice.sent_as)


@router.get(
    "/api/entities/{id}/questions",
    dependencies=[Depends(known_parameters_only)],
    response_model=PageShape[FittingQuestionShape],
    responses=LIST_ANSWERS,
    summary="Ready questions that find something about an entity",
)
async def list_fitting_questions(
    request: Request,
    questions: Questions,
    listing: Listed,
    snapshot: Data,
    settings: Config,
    entity_id: Annotated[str, Path(alias="id", description="Id of an entity.", examples=["detention"])],
) -> Response:
    """The ready questions that ask of one entity and find something for this one, with the number of their rows.

    Their other parameters keep their defaults.
    """
    snapshot.entity(entity_id)
    found: list[Fitting] = []
    started = monotonic()
    for question in questions.values():
        places = [parameter.name for parameter in question.parameters if parameter.kind == "entity"]
        if len(places) != 1:
            continue
        if monotonic() - started > settings.query_seconds:
            raise QueryLimit("time", f"asking every question took more than {settings.query_seconds:g} s: ask for one")
        asked = Asked(question, {places[0]: entity_id}, snapshot, Identifiers(settings.base_iri))
        table = await find_answer(request, asked)
        if table.rows:
            found.append(Fitting(question, places[0], len(table.rows)))
    return listing.answer(found, Columns(FITTING_COLUMNS, fitting_record, fitting_row))


@router.get(
    "/questions",
    dependencies=[Depends(known_parameters_only)],
    response_class=HTMLResponse,
    summary="All ready questions as a page",
)
def show_questions_page(page: Page, questions: Questions) -> Response:
    """The ready questions by topic."""
    return page.html("questions.html", {"topics": by_topic(questions.values())})


@router.get(
    "/questions/{id}.{extension}",
    response_class=Response,
    openapi_extra=VALUES,
    summary="The answer to a ready question as a document",
)
async def show_answer_sheet(
    request: Request, asked: Asking, drawn: Drawn, options: Rendering, extension: SheetForm
) -> Response:
    """The rows with status, holder and place of what each rests on, then these statements and the exact words."""
    table = await find_answer(request, asked)
    title = title_of_asked(asked)
    body = await drawn.sheet(
        (extension, options, asked.question.id, tuple(sorted(asked.values.items()))),
        lambda snapshot: render_sheet(
            sheet_of_answer(
                title,
                [column_words(name) for name in table.columns],
                answer_rows(table),
                asked.question.description,
                snapshot,
            ),
            extension,
            options,
        ),
    )
    return file_answer(body, extension, asked.question.id, title, options.language, download=True)


@router.get("/questions/{id}", response_class=HTMLResponse, openapi_extra=VALUES, summary="A ready question as a page")
async def show_question_page(request: Request, page: Page, asked: Asking) -> Response:
    """A question with a form for its parameters, its answer as a table, and its SPARQL."""
    values = {"question": asked.question, "topic": topic_words(asked.question.topic), "column_words": column_words}
    try:
        table = await find_answer(request, asked)
    except UnfitValue as fault:
        if not reads_pages(request):
            raise
        shown = {"fields": form_fields(asked, page.language), "fault": fault, "table": None}
        return page.html("question.html", values | shown, 400, {"Cache-Control": "no-store"})
    shown = {"fields": form_fields(asked, page.language), "fault": None, "table": table}
    return page.html("question.html", values | shown | other_forms(asked, len(table.rows), page.language))
