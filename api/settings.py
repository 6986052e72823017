"""The settings of the service: each from an environment variable with the prefix `MIGOV_`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import pyoxigraph
from pydantic import Field, SecretStr, StringConstraints, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.identifiers import DEFAULT_BASE
from graph.locations import data_folder, dataset_folder
from graph.sparql import Limits

BaseIri = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`#?]+/$")]
TOKEN_LENGTH = 16
Count = Annotated[int, Field(ge=1)]


class Settings(BaseSettings):
    """Where the dataset is, where to listen, and the bounds of what a request may cost."""

    model_config = SettingsConfigDict(env_prefix="MIGOV_", frozen=True, extra="forbid", hide_input_in_errors=True)

    base_iri: BaseIri = Field(DEFAULT_BASE, description="Base of every IRI of the dataset; ends with a slash.")
    data: Path = Field(default_factory=data_folder, description="Directory of the authored data and ready diagrams.")
    dataset: Path = Field(default_factory=dataset_folder, description="Directory of the built datasets.")
    layouts: Path | None = Field(
        None,
        description="Directory where layouts of diagrams are kept; `.layouts` in that of the datasets unless named.",
    )
    endpoint: str | None = Field(None, description="URL of a remote SPARQL endpoint that serves instead of Oxigraph.")
    store: Path | None = Field(None, description="Directory of a store of your own, served instead of the report.")
    files: tuple[Path, ...] = Field((), description="Files of RDF that are served instead of the report.")
    services: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(), description="Endpoints that SERVICE may call: IRIs with spaces between them."
    )
    explored_triples: Count = Field(
        1_000_000, description="Triples of other RDF up to which it can be explored; beyond, it answers SPARQL only."
    )
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least severe line to log.")

    workers: Count = Field(4, description="Processes that evaluate queries.")
    queue: Count = Field(64, description="Queries that may wait for a worker before the service says it is busy.")
    query_seconds: float = Field(10.0, gt=0, description="Wall-clock seconds that a query may take.")
    query_rows: Count = Field(100_000, description="Rows or triples that an answer may have.")
    query_bytes: Count = Field(50_000_000, description="Bytes that an answer may have.")
    query_memory: Count = Field(1_073_741_824, description="Bytes of memory that a worker may use.")

    write_token: SecretStr | None = Field(
        None, description="Whoever sends it as a bearer token may change the store of `store`; 16 characters or more."
    )
    write_seconds: float = Field(60.0, gt=0, description="Wall-clock seconds that a change may take.")
    write_bytes: Count = Field(50_000_000, description="Bytes that a change's body may have.")
    write_memory: Count = Field(4_294_967_296, description="Bytes of memory that a change may use.")

    cache_bytes: int = Field(
        64_000_000,
        ge=0,
        description="Bytes of answers to queries that are kept while the dataset is the same, and of other answers.",
    )

    page_size: Count = Field(50, description="Items on a page of a list, unless the request asks for a number.")
    page_size_max: Count = Field(1000, description="Items that a request may ask for on a page.")
    neighbours: Count = Field(200, description="Entities of a neighbourhood, unless the request asks for a number.")
    neighbours_max: Count = Field(1000, description="Entities of a neighbourhood that a request may ask for.")

    address_bytes: Count = Field(16_384, description="Bytes that a request's path and query may have.")
    body_bytes: Count = Field(1_000_000, description="Bytes that a request's body may have.")
    body_seconds: float = Field(15.0, gt=0, description="Seconds that a request's body may take to come.")
    connections: Count = Field(400, description="Connections at once; one more closes the one that was idle longest.")
    head_seconds: float = Field(
        10.0, gt=0, description="Seconds that a request's head may take to come, and that an answer may stand unread."
    )
    requests: Count = Field(256, description="Requests answered at once; more are told that the service is busy.")
    client_requests: Count = Field(64, description="Requests of one client address that are answered at once.")
    proxies: str = Field(
        "127.0.0.1,::1", description="Reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed."
    )
    metrics: Literal["local", "all", "off"] = Field(
        "local", description="Who may read /metrics: clients on this machine, everybody, or nobody."
    )
    drain_seconds: float = Field(
        0.0,
        ge=0,
        description="Seconds between a signal to stop, which /readyz tells at once, and taking no more requests.",
    )
    stop_seconds: Count = Field(15, description="Seconds that requests under way may take when the service stops.")
    frame_ancestors: str = Field(
        "'self'",
        pattern=r"^[^;,\r\n]+$",
        description="Who may embed the pages under /embed: a source list of Content-Security-Policy.",
    )

    @field_validator("services", mode="before")
    @classmethod
    def _split_services(cls, value: object) -> object:
        return frozenset(value.split()) if isinstance(value, str) else value

    @field_validator("services")
    @classmethod
    def _check_services(cls, value: frozenset[str]) -> frozenset[str]:
        for service in value:
            if not service.startswith(("http://", "https://")):
                raise ValueError(f"{service!r} is no address of an endpoint: it begins with http:// or https://")
            pyoxigraph.NamedNode(service)
        return value

    @field_validator("write_token")
    @classmethod
    def _check_token(cls, value: SecretStr | None) -> SecretStr | None:
        token = value.get_secret_value() if value else ""
        if value and (len(token) < TOKEN_LENGTH or not token.isascii() or not token.isprintable() or " " in token):
            raise ValueError(f"a token has {TOKEN_LENGTH} characters or more, of ASCII and without spaces")
        return value

    @property
    def layout_folder(self) -> Path:
        """Where layouts of diagrams are kept."""
        return self.layouts or self.dataset / ".layouts"

    @property
    def serves_other_rdf(self) -> bool:
        """Whether something else than the report is served."""
        return self.store is not None or bool(self.files)

    @property
    def write_limits(self) -> Limits:
        """How much one change may cost."""
        return Limits(seconds=self.write_seconds, memory=self.write_memory)

    @property
    def limits(self) -> Limits:
        """How much one query may cost."""
        return Limits(self.query_seconds, self.query_rows, self.query_bytes, self.query_memory)
