"""The API's documentation: Swagger UI from the installed package, without a request to any other host."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, Response
from swagger_ui_bundle import swagger_ui_path

from graph.errors import NotFound

from ..parameters import known_parameters_only
from ..rest.json_answers import JSONAnswer
from ..web.pages import Page

router = APIRouter(include_in_schema=False, dependencies=[Depends(known_parameters_only)])
ASSETS = {"swagger-ui.css": "text/css", "swagger-ui-bundle.js": "text/javascript"}


@router.get("/docs")
def show_documentation(page: Page) -> Response:
    """The documentation as a page."""
    return page.html("documentation.html")


@router.get("/docs/assets/{name}")
def show_asset(name: str) -> Response:
    """A file of Swagger UI that the page needs."""
    if name not in ASSETS:
        raise NotFound(f"the documentation has no file {name!r}; it has: {', '.join(ASSETS)}")
    return FileResponse(swagger_ui_path / name, media_type=ASSETS[name])


@router.get("/docs/openapi.json")
def show_documented_api(request: Request) -> Response:
    """The API's description as OpenAPI 3.0, the newest that the installed Swagger UI can read."""
    return JSONAnswer(to_openapi_3_0(request.app.openapi()))


def to_openapi_3_0(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """An OpenAPI 3.1 document as 3.0: `nullable` for what may be null, one example of several, `enum` for `const`."""
    if isinstance(node, list):
        return [to_openapi_3_0(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: to_openapi_3_0(value) for key, value in node.items()}
    if "openapi" in made:
        made["openapi"] = "3.0.3"
    if isinstance(made.get("anyOf"), list):
        kinds = [kind for kind in made["anyOf"] if kind != {"type": "null"}]
        if len(kinds) < len(made["anyOf"]):
            del made["anyOf"]
            made |= {**(kinds[0] if len(kinds) == 1 else {"anyOf": kinds}), "nullable": True}
    if isinstance(made.get("examples"), list):
        made["example"] = made.pop("examples")[0]
    for bound, side in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(made.get(bound), int | float) and not isinstance(made[bound], bool):
            made[side], made[bound] = made[bound], True
    if "const" in made:
        made["enum"] = [made.pop("const")]
    return made
