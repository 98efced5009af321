"""The pictures show the book's data, lead to its pages, and hold no markup; a table tells the same."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from lxml import etree

from briefing_book.render.pictures import maps, network, over_time
from briefing_book.render.pictures.bins import bins
from briefing_book.render.pictures.projections import Around, equal_earth
from briefing_book.render.pictures.svg import Picture, path

SVG = "{http://www.w3.org/2000/svg}"
COUNTRIES = [
    maps.Covered("countries/kenya", "KE", "Kenya", 7),
    maps.Covered("countries/somalia", "SO", "Somalia", 2),
    maps.Covered("countries/singapore", "SG", "Singapore", 1),
]
HOSTILE = '"><script>alert(1)</script> & <b>\u202e\x00'


def to(id: str) -> str:
    return f"../{id}/"


def drawn(picture: Picture | None) -> etree._Element:
    assert picture is not None
    return etree.fromstring(picture.svg)


def links(picture: Picture | None) -> dict[str, str]:
    """The label of each link, and where it leads."""
    return {each.get("aria-label", ""): each.get("href", "") for each in drawn(picture).iter("a")}


def words(picture: Picture | None) -> list[str]:
    return [each.text or "" for each in drawn(picture).iter("text")]


def test_the_world_leads_to_each_country_and_tells_its_sources_in_words() -> None:
    picture = maps.coverage(COUNTRIES, to)
    assert links(picture) == {
        "Kenya: 7 sources": "../countries/kenya/",
        "Somalia: 2 sources": "../countries/somalia/",
        "Singapore: 1 source": "../countries/singapore/",
    }
    assert picture and [cell.text for cell in picture.rows[0]] == ["Kenya", "7"]


def test_more_sources_give_a_darker_shade() -> None:
    shades = [each.get("class", "") for each in drawn(maps.coverage(COUNTRIES, to)).iter("g")]
    assert shades == ["shade-3", "shade-2", "shade-1"]


def by_code(countries: Sequence[maps.Covered]) -> maps.Country:
    return {each.code: maps.Neighbour(each.id, each.name) for each in countries}.get


def test_a_locator_map_shows_the_country_and_leads_to_its_neighbours_only() -> None:
    picture = maps.locator("KE", "Kenya", by_code(COUNTRIES), to)
    assert "Kenya" in words(picture)
    assert set(links(picture)) == {"Somalia"}


def test_no_name_on_a_map_covers_another() -> None:
    beside = [maps.Covered(f"countries/{code}", code, "Palestine", 1) for code in ("PS", "LB", "JO", "SY")]
    picture = maps.locator("IL", "Israel", by_code(beside), to)
    names = list(drawn(picture).iter("text"))
    assert len(names) == 5
    places = sorted((float(each.get("x", 0)), float(each.get("y", 0)), each.text or "") for each in names)
    for number, (x, y, name) in enumerate(places):
        for other_x, other_y, other in places[:number]:
            assert abs(x - other_x) > 3 * (len(name) + len(other)) or abs(y - other_y) >= 13


@pytest.mark.parametrize("code", ["SG", "RU", "US", "NZ", "FJ", "VA", "CL", "XK", "TW"])
def test_each_country_stands_on_its_own_map(code: str) -> None:
    picture = maps.locator(code, "Here", by_code([]), to)
    (spot,) = [each for each in drawn(picture).iter("circle") if each.get("class") == "here"]
    assert 0 < float(spot.get("cx", 0)) < maps.NEAR_WIDTH and 0 < float(spot.get("cy", 0)) < maps.NEAR_HEIGHT
    assert words(picture) == ["Here"]


def test_what_no_map_knows_is_no_picture() -> None:
    assert maps.locator("ZZ", "Nowhere", by_code(COUNTRIES), to) is None
    assert maps.coverage([], to) is None


def test_projections_keep_the_middle_and_the_directions() -> None:
    assert equal_earth(0, 0) == (0, 0)
    assert equal_earth(180, 0)[0] == pytest.approx(2.7066, abs=1e-3)  # the published half width
    east, north = Around(37, 0)(38, 0), Around(37, 0)(37, 1)
    assert east and east[0] > 0 and abs(east[1]) < 1e-9
    assert north and north[1] < 0 and abs(north[0]) < 1e-9
    assert Around(37, 0)(-143, 0) is None


def test_a_path_closes_and_leaves_out_what_falls_together() -> None:
    assert path([(0, 0), (0.2, 0.1), (10, 0), (10, 10.4)]) == "M0,0l10,0 0,10z"
    assert path([(0, 0), (1, 1)]) == ""


def people(count: int) -> list[network.Node]:
    return [network.Node(f"people/p{n}", f"Person {n}", "people") for n in range(count)]


def tied(nodes: list[network.Node], middle: network.Node) -> list[network.Edge]:
    return [network.Edge(middle.id, node.id, "meets", 2, True) for node in nodes]


def test_everybody_in_a_network_is_named_and_leads_to_their_page() -> None:
    middle, around = network.Node("people/m", "The Middle", "people"), people(5)
    picture = network.network(around, tied(around, middle), to, middle)
    assert {"The Middle", *(node.name for node in around)} == set(words(picture))
    assert links(picture)["Person 3"] == "../people/p3/"
    assert picture and [cell.text for cell in picture.rows[0]] == ["The Middle", "meets", "Person 0", "2"]


def test_no_more_than_forty_names_are_drawn_and_the_rest_is_counted() -> None:
    middle, around = network.Node("people/m", "The Middle", "people"), people(53)
    picture = network.network(around, tied(around, middle), to, middle)
    assert len(links(picture)) == 40
    assert picture and "40 of 53 names" in picture.caption


def test_those_much_tied_together_stand_side_by_side() -> None:
    nodes = people(6)
    pairs = [(0, 3), (3, 5), (0, 5), (1, 2), (2, 4), (1, 4)]
    edges = [network.Edge(nodes[a].id, nodes[b].id, "meets", 1, True) for a, b in pairs]
    order = [each.get("aria-label", "") for each in drawn(network.network(nodes, edges, to)).iter("a")]
    places = {each.get("aria-label", ""): each for each in drawn(network.network(nodes, edges, to)).iter("a")}
    assert sorted(order) == [f"Person {n}" for n in range(6)]
    spot = {name: (float(a[1].get("cx") or 0), float(a[1].get("cy") or 0)) for name, a in places.items()}
    near = abs(complex(*spot["Person 0"]) - complex(*spot["Person 3"]))
    far = max(abs(complex(*spot["Person 0"]) - complex(*spot[f"Person {n}"])) for n in (1, 2, 4))
    assert near < far


def dots(count: int, first: date, step: timedelta) -> list[over_time.Dot]:
    return [over_time.Dot(first + n * step, "then", "a meeting", "../x/", False, False) for n in range(count)]


def test_every_happening_is_a_dot_that_leads_to_its_passage() -> None:
    picture = over_time.happenings(dots(3, date(2024, 3, 1), timedelta(2)), undated=2)
    assert len(list(drawn(picture).iter("circle"))) == 3
    assert picture and "2 more without a date" in picture.caption
    assert "1 March 2024" in words(picture)


def test_many_happenings_of_one_day_are_counted_above_the_dots() -> None:
    picture = over_time.happenings(dots(40, date(2024, 3, 1), timedelta(0)), undated=0)
    assert "+28" in words(picture)


def test_articles_stand_as_bars_with_their_number() -> None:
    days = [date(2024, 3, 1), date(2024, 3, 1), date(2024, 3, 4)]
    picture = over_time.articles(days, undated=1)
    assert picture and [[cell.text for cell in row] for row in picture.rows] == [
        ["1 March 2024", "2"],
        ["4 March 2024", "1"],
    ]
    assert over_time.articles([], undated=3) is None


@pytest.mark.parametrize(
    ("last", "unit"), [(date(2024, 1, 20), "day"), (date(2025, 6, 1), "month"), (date(2040, 1, 1), "year")]
)
def test_time_is_counted_in_the_smallest_unit_that_fits(last: date, unit: str) -> None:
    assert bins([date(2024, 1, 1), last]).unit == unit


def test_what_lies_long_before_the_rest_is_counted_together() -> None:
    days = [date(1945, 5, 8), *(date(2024, 3, n) for n in range(1, 20))]
    found = bins(days)
    assert (found.unit, found.earlier, found.labels[0]) == ("day", True, "before 1 March 2024")
    assert [found.place(day) for day in days[:3]] == [0, 1, 2]


@pytest.mark.parametrize(
    "picture",
    [
        lambda: maps.coverage([maps.Covered("countries/x", "KE", HOSTILE, 1)], to),
        lambda: maps.locator("KE", HOSTILE, by_code([maps.Covered("countries/x", "SO", HOSTILE, 1)]), to),
        lambda: network.network(
            [network.Node("people/a", HOSTILE, "people"), network.Node("people/b", HOSTILE, "people")],
            [network.Edge("people/a", "people/b", HOSTILE, 1, True)],
            to,
        ),
        lambda: over_time.happenings(
            [over_time.Dot(date(2024, 1, 1), HOSTILE, HOSTILE, "../x/", False, False)], 0
        ),
    ],
)
def test_article_words_in_a_picture_are_only_words(picture: Callable[[], Picture | None]) -> None:
    shown = picture()
    assert shown is not None and "<script" not in shown.svg and "\n" not in shown.svg
    tags = {each.tag for each in drawn(shown).iter()}
    assert tags <= {"svg", "g", "a", "title", "path", "circle", "rect", "text"}
    assert "\x00" not in shown.svg and "\u202e" not in shown.svg


def test_the_same_data_give_the_same_picture() -> None:
    nodes = people(20)
    edges = [network.Edge(nodes[n].id, nodes[n * 7 % 20].id, "meets", n, True) for n in range(1, 20)]
    assert network.network(nodes, edges, to) == network.network(nodes, edges, to)
