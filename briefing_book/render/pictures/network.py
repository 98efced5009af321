"""Who is tied to whom: the names on a circle, those much tied together side by side, a line for each tie."""

from collections.abc import Callable, Sequence
from math import atan2, cos, degrees, sin, tau
from typing import NamedTuple
from xml.etree import ElementTree as ET

import networkx as nx
from networkx.algorithms.community import label_propagation_communities

from briefing_book.render.environment import count
from briefing_book.render.pictures.svg import Cell, Picture, drawing, element, link

Link = Callable[[str], str]
Point = tuple[float, float]

FEWEST_NODES = 3
"""Fewer are told as well by a line of text."""
MOST_NODES = 40
MOST_EDGES = 150
_CROWDED = 16
"""From so many names on, they stand along the rays of the circle."""
_WIDTH, _RADIUS = 760, 185
_LONGEST = 26
_THICKEST = 4


_KEY = (
    "Discs are people, squares countries, lozenges organisations and plans. "
    "A thicker line has more sources, a dashed one only names the two together."
)


class Node(NamedTuple):
    """Somebody or something with a page; `kind` is its kind of entity."""

    id: str
    name: str
    kind: str


class Edge(NamedTuple):
    """What ties two nodes, by their ids: in words, by how many sources, and whether more than being named."""

    one: str
    other: str
    says: str
    sources: int
    telling: bool


def network(
    nodes: Sequence[Node], edges: Sequence[Edge], to: Link, middle: Node | None = None
) -> Picture | None:
    """The ties of these nodes, given with those that matter most first; None where there are none.

    With a `middle`, all are tied to it, and it stands inside the circle.
    """
    ids = {each.id for each in nodes[:MOST_NODES]} | ({middle.id} if middle else set())
    drawn = [each for each in edges if {each.one, each.other} <= ids][:MOST_EDGES]
    tied = {end for each in drawn for end in (each.one, each.other)}
    around = [each for each in nodes[:MOST_NODES] if each.id in tied]
    if not drawn:
        return None
    places = _places(around, drawn, middle)
    shapes = [_line(each, places) for each in sorted(drawn, key=lambda each: (each.telling, each.sources))]
    shapes += [_named(each, places[each.id], len(around), to) for each in around]
    shapes += _in_middle(middle, places[middle.id]) if middle else []
    caption = _caption(middle, len(around), len(nodes))
    sheet = drawing(_WIDTH, _height(len(around)), caption, shapes, "network")
    names = {each.id: each.name for each in (*around, *([middle] if middle else ()))}
    return Picture(sheet, caption, ("Who", "How", "Whom", "Sources"), tuple(_row(e, names) for e in drawn))


def _row(edge: Edge, names: dict[str, str]) -> tuple[Cell, ...]:
    one, other = Cell(names[edge.one], edge.one), Cell(names[edge.other], edge.other)
    return one, Cell(edge.says), other, Cell(str(edge.sources))


def _caption(middle: Node | None, drawn: int, known: int) -> str:
    who = f"Whom {middle.name} is tied to" if middle else "Who is tied to whom"
    shown = count(known, "name") if drawn == known else f"{drawn} of {count(known, 'name')}"
    return f"{who}: {shown}. {_KEY}"


def _places(around: Sequence[Node], edges: Sequence[Edge], middle: Node | None) -> dict[str, Point]:
    """Where on the sheet each node stands: the communities one after the other round the circle."""
    graph = nx.Graph()
    graph.add_nodes_from(each.id for each in around)
    graph.add_weighted_edges_from(
        (e.one, e.other, e.sources) for e in edges if {e.one, e.other} <= set(graph)
    )
    down = _height(len(around)) / 2
    angles = {id: tau * number / len(around) for number, id in enumerate(_neighbours(graph))}
    places = {id: (_WIDTH / 2 + _RADIUS * cos(a), down + _RADIUS * sin(a)) for id, a in angles.items()}
    return places | ({middle.id: (_WIDTH / 2, down)} if middle else {})


def _neighbours(graph: nx.Graph) -> list[str]:
    """The nodes, those of one community together; in the order in which they were given."""
    if not graph.number_of_edges():
        return list(graph)
    ranks = {id: rank for rank, id in enumerate(graph)}
    groups = [sorted(each, key=ranks.__getitem__) for each in label_propagation_communities(graph)]
    return [id for group in sorted(groups, key=lambda group: ranks[group[0]]) for id in group]


def _height(names: int) -> int:
    """Names along the rays need room above and below."""
    return 2 * _RADIUS + (340 if names >= _CROWDED else 90)


def _line(edge: Edge, places: dict[str, Point]) -> ET.Element:
    """A line that bends towards the middle, thicker for more sources; told apart by dashes if only named."""
    (x1, y1), (x2, y2) = places[edge.one], places[edge.other]
    x, y = (x1 + x2 + _WIDTH) / 4, (y1 + y2 + 2 * _centre(places)) / 4
    kind = "tie" if edge.telling else "tie named"
    bent = f"M{x1:.0f},{y1:.0f}Q{x:.0f},{y:.0f} {x2:.0f},{y2:.0f}"
    says = element("title", text=f"{edge.says}: {count(edge.sources, 'source')}")
    return element("path", says, class_=kind, d=bent, stroke_width=min(edge.sources, _THICKEST))


def _centre(places: dict[str, Point]) -> float:
    heights = [y for _, y in places.values()]
    return (min(heights) + max(heights)) / 2


def _named(node: Node, place: Point, names: int, to: Link) -> ET.Element:
    x, y = place
    return link(to(node.id), node.name, _sign(node.kind, x, y, 5), _label(node.name, x, y, names))


def _sign(kind: str, x: float, y: float, size: int) -> ET.Element:
    """A disc for a person, a square for a country, a lozenge for anything else."""
    if kind == "people":
        return element("circle", cx=round(x), cy=round(y), r=size)
    turned = {} if kind == "countries" else {"transform": f"rotate(45 {x:.0f} {y:.0f})"}
    left, top = round(x) - size, round(y) - size
    return element("rect", x=left, y=top, width=2 * size, height=2 * size, **turned)


def _label(name: str, x: float, y: float, names: int) -> ET.Element:
    """The name, away from the middle; where names are many, along its ray."""
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
    across, down = (x - _WIDTH / 2) / _RADIUS, (y - _height(names) / 2) / _RADIUS
    left = across < -0.001
    at_x, at_y = x + across * 12, y + down * 14 + 5
    if names < _CROWDED:
        side = "middle" if abs(across) < 0.2 else "end" if left else "start"
        return element("text", text=short, x=round(at_x), y=round(at_y), class_=side)
    angle = degrees(atan2(down, across)) + (180 if left else 0)
    spot = f"translate({x + across * 12:.0f} {y + down * 12:.0f}) rotate({angle:.0f})"
    return element("text", text=short, transform=spot, dy=5, class_="end" if left else "start")


def _in_middle(node: Node, place: Point) -> list[ET.Element]:
    x, y = round(place[0]), round(place[1])
    words = element("text", text=node.name, x=x, y=y - 14, class_="middle here")
    return [_sign(node.kind, x, y, 9), words]
