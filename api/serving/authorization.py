"""Who may change the store: whoever sends the operator's token, where the operator serves a store that may change."""

from __future__ import annotations

from secrets import compare_digest
from typing import cast

from fastapi import Request
from starlette.exceptions import HTTPException

from graph.sparql.writable import WritableStore

from ..settings import Settings

_CHALLENGE = 'Bearer realm="migov"'


def find_writable(request: Request) -> WritableStore:
    """The store, where it is one that may change; HTTPException 403 otherwise."""
    store = cast(WritableStore | None, request.app.state.writable)
    if store is None:
        raise HTTPException(
            403,
            "What is served here never changes by a request: it is built from files. "
            "A store that may change is served by `migov serve --store DIR` with MIGOV_WRITE_TOKEN.",
        )
    if cast(Settings, request.app.state.settings).write_token is None:
        raise HTTPException(403, "Changes are off here. The operator turns them on by the setting MIGOV_WRITE_TOKEN.")
    return store


def require_token(request: Request) -> WritableStore:
    """The store, for a request that may change it.

    Raises:
        HTTPException: 403 where nobody may, 401 where the token is missing or wrong (RFC 6750, 3).
    """
    store = find_writable(request)
    token = cast(Settings, request.app.state.settings).write_token
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not given.strip():
        raise HTTPException(
            401, "Changes need the operator's token: Authorization: Bearer …", {"WWW-Authenticate": _CHALLENGE}
        )
    if token is None or not compare_digest(given.strip().encode(), token.get_secret_value().encode()):
        challenge = {"WWW-Authenticate": f'{_CHALLENGE}, error="invalid_token"'}
        raise HTTPException(401, "The token isn't the operator's.", challenge)
    return store
