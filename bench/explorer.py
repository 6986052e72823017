"""The explorer in a browser: its start page, unfolding an entity, and large graphs beside the same drawn by pyvis."""

from __future__ import annotations

import json
import math
import random
import statistics
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from api.settings import Settings

from .data import make_data
from .network import KINDS, TIES, Network, make_network, write_turtle
from .pages import Drawn, Expansion, measure_expansions, measure_explorer, measure_pyvis, measure_start, open_browser
from .servers import run_data, run_migov

SIZES = (500, 2000, 10_000)
TRIPLES = 100_000
TIMES = 9
LOOK = 1000
HUB, OTHERS, SEED = "iom", 20, 1
# Distances of boxes in the explorer's canvas, in its pixels; of pyvis' dots.
ACROSS, DOWN = 260, 115
DOTS = 0.4
_GRID = 5


@dataclass
class ExplorerFigures:
    """What was measured of the explorer.

    Attributes:
        start: milliseconds to the first picture of the start page, each time.
        script_bytes: of the start page's scripts, compressed.
        hub, others: how long expanding an entity took over `TRIPLES` triples, as soon as the page stood: the best
            connected each time, and each of some taken at random.
        hub_seen, others_seen: the same by a reader who has looked at the page for `LOOK` milliseconds.
    """

    start: list[float] = field(default_factory=list)
    script_bytes: int = 0
    hub: list[Expansion] = field(default_factory=list)
    others: list[Expansion] = field(default_factory=list)
    hub_seen: list[Expansion] = field(default_factory=list)
    others_seen: list[Expansion] = field(default_factory=list)
    triples: int = 0
    drawn: list[Drawn] = field(default_factory=list)

    @property
    def first_picture(self) -> float:
        """The median of `start`."""
        return statistics.median(self.start)


def measure(folder: Path) -> ExplorerFigures:
    """Measure all of it; the folder is for what is made on the way."""
    found = ExplorerFigures()
    with open_browser() as browser:
        dataset = folder / "dataset"
        found.triples = sum(make_data(Settings().dataset, TRIPLES, dataset).layers.values())
        with run_migov(dataset, folder) as server:
            address = f"http://127.0.0.1:{server.port}"
            for _ in range(TIMES):
                milliseconds, found.script_bytes = measure_start(browser, f"{address}/?lang=en")
                found.start.append(milliseconds)
            hub, others = [HUB] * TIMES, pick_entities(address)
            found.hub = measure_expansions(browser, address, hub)
            found.others = measure_expansions(browser, address, others)
            found.hub_seen = measure_expansions(browser, address, hub, LOOK)
            found.others_seen = measure_expansions(browser, address, others, LOOK)
        for nodes in SIZES:
            network = make_network(nodes)
            data = folder / f"network-{nodes}.ttl"
            data.write_text("".join(write_turtle(network)), encoding="utf-8")
            with run_data(data, folder) as server:
                address = f"http://127.0.0.1:{server.port}"
                found.drawn.append(measure_explorer(browser, address, canvas_of(address, network), nodes))
            found.drawn.append(measure_pyvis(browser, write_pyvis(network, folder), nodes))
    return found


def pick_entities(address: str) -> list[str]:
    """Some of the entities of the service, the same each time."""
    ids = sorted(read_entities(address))
    return random.Random(SEED).sample(ids, OTHERS)  # noqa: S311 - a sample, not a secret


def read_entities(address: str) -> dict[str, str]:
    """The English name of every entity of the service, by its id."""
    names: dict[str, str] = {}
    cursor = ""
    while True:
        with urllib.request.urlopen(f"{address}/api/entities?fields=id,labels&limit=1000{cursor}") as answer:  # noqa: S310
            page = json.load(answer)
        names |= {each["id"]: each["labels"]["en"][0] for each in page["items"]}
        if not page["next"]:
            return names
        cursor = f"&cursor={page['next']}"


def place_of(node: int, nodes: int) -> tuple[int, int]:
    """Where a node stands: in rows that make a picture as wide as a screen."""
    columns = math.ceil(math.sqrt(nodes * 1.8 * DOWN / ACROSS))
    return node % columns * ACROSS, node // columns * DOWN


def canvas_of(address: str, network: Network) -> str:
    """The network as the explorer's address holds it; raises RuntimeError where the service doesn't know a node."""
    nodes = len(network.kinds)
    ids = {name: id for id, name in read_entities(address).items()}
    missing = [network.name(node) for node in range(nodes) if network.name(node) not in ids]
    if missing:
        raise RuntimeError(f"the service knows no {missing[0]}")
    items = []
    for node in range(nodes):
        x, y = place_of(node, nodes)
        items.append(f"{ids[network.name(node)]}.{_in_36(x // _GRID)}.{_in_36(y // _GRID)}")
    return "n=" + "~".join(items)


def _in_36(number: int) -> str:
    signs = "0123456789abcdefghijklmnopqrstuvwxyz"
    return signs[number] if number < 36 else _in_36(number // 36) + signs[number % 36]


def write_pyvis(network: Network, folder: Path) -> Path:
    """The same as a page that pyvis writes; without physics, which would move ten thousand nodes for minutes."""
    from pyvis.network import Network as Page

    nodes = len(network.kinds)
    page = Page(height="560px", width="100%", directed=True, cdn_resources="in_line")
    page.toggle_physics(False)
    for node, kind in enumerate(network.kinds):
        x, y = place_of(node, nodes)
        page.add_node(node, label=network.name(node), group=KINDS[kind][0], x=x * DOTS, y=y * DOTS)
    for one, other, tie in network.ties:
        page.add_edge(one, other, label=TIES[tie][0])
    file = folder / f"pyvis-{nodes}.html"
    file.write_text(page.generate_html(notebook=False), encoding="utf-8")
    return file
