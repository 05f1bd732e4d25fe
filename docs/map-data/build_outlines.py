#!/usr/bin/env python3
"""Make outlines.json from Natural Earth files on this disk; needs no network, only Python.

    docs/map-data/build_outlines.py countries-10m.json admin1.json trips/data/outlines.json

The first input is Natural Earth's Admin 0 (countries, 1:10m) as TopoJSON, the second its Admin 1
(states and provinces, 1:10m) as GeoJSON. Borders are simplified arc by arc, so that neighbours
keep sharing one line. The README beside this file says where the inputs come from.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

UNIT = 1000  # one stored step is a thousandth of a degree, about 110 m
GERMANY = "276"
ANTARCTICA = "010"
# Tolerances in degrees (the world, Europe, Germany and its edge) and their windows W, S, E, N.
SMALLEST = 8
"""Islands whose box measures less than this many tolerances, width plus height, are left out."""
WORLD_TOLERANCE = 0.09
WINDOWS = (
    ((4.5, 46.0, 16.5, 56.0), 0.008),
    ((-12.0, 34.5, 33.0, 62.0), 0.035),
    ((-25.0, 33.0, 46.0, 72.0), 0.06),
)


def tolerance_at(point):
    lon, lat = point
    for (west, south, east, north), tolerance in WINDOWS:
        if west <= lon <= east and south <= lat <= north:
            return tolerance
    return WORLD_TOLERANCE


def decode(topology):
    """Return the arcs of a quantised TopoJSON topology as lists of (lon, lat) in degrees.

    An arc that crosses the 180th meridian goes on beyond 180 instead of jumping.
    """
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            lon = x * sx + tx
            if points:
                lon += 360 * round((points[-1][0] - lon) / 360)
            points.append((lon, y * sy + ty))
        arcs.append(points)
    return arcs


def offset(point, start, end):
    """Return the distance of a point from the segment, in degrees of latitude."""
    k = math.cos(math.radians(point[1]))
    px, py = (point[0] - start[0]) * k, point[1] - start[1]
    ex, ey = (end[0] - start[0]) * k, end[1] - start[1]
    length = ex * ex + ey * ey
    t = 0 if length == 0 else max(0, min(1, (px * ex + py * ey) / length))
    return math.hypot(px - t * ex, py - t * ey)


def farthest(points, first, last):
    best, where = 0.0, None
    for i in range(first + 1, last):
        excess = offset(points[i], points[first], points[last]) / tolerance_at(points[i])
        if excess > best:
            best, where = excess, i
    return where if best > 1 else None


def simplify(points, keep=()):
    """Douglas and Peucker (1973), with a tolerance that depends on the place; `keep` stays."""
    fixed = [i for i, p in enumerate(points) if i in (0, len(points) - 1) or p in keep]
    if points[0] == points[-1] and not fixed[1:-1]:
        fixed.insert(1, max(range(len(points)), key=lambda i: math.dist(points[i], points[0])))
    kept = set(fixed)
    stack = list(pairwise(fixed))
    while stack:
        first, last = stack.pop()
        where = farthest(points, first, last)
        if where is not None:
            kept.add(where)
            stack += [(first, where), (where, last)]
    return [points[i] for i in sorted(kept)]


def rings_of(geometry):
    if geometry["type"] == "Polygon":
        return geometry["arcs"]
    return [ring for polygon in geometry["arcs"] for ring in polygon]


def size(points):
    """Return the half perimeter of the bounding box relative to the local tolerance."""
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return (max(lons) - min(lons) + max(lats) - min(lats)) / tolerance_at(points[0])


def edges(features):
    """Yield every edge of every polygon as an unordered pair of points."""
    for feature in features:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
            for ring in polygon:
                yield from (frozenset((tuple(a), tuple(b))) for a, b in pairwise(ring) if a != b)


def inner_lines(features):
    """Return the lines that two polygons share, chained from junction to junction."""
    links = defaultdict(set)
    for edge, count in Counter(edges(features)).items():
        if count > 1:
            a, b = edge
            links[a].add(b)
            links[b].add(a)
    middles = {point for point, others in links.items() if len(others) == 2}  # noqa: PLR2004
    starts = [point for point in links if point not in middles] + list(middles)
    return [chain(start, links, middles) for start in starts for _ in list(links[start])]


def chain(start, links, middles):
    """Follow one line from its start to the next junction, using its edges up."""
    line = [start]
    while links[line[-1]] and (len(line) == 1 or line[-1] in middles):
        following = links[line[-1]].pop()
        links[following].discard(line[-1])
        line.append(following)
    return line


def snap(lines, anchors):
    """Move line ends that meet the outer border onto its nearest vertex; return what moved."""
    used = set()
    ends = [p for line in lines for p in (line[0], line[-1])]
    for line in lines:
        for i in (0, -1):
            if ends.count(line[i]) == 1:
                nearest = min(anchors, key=lambda a: math.dist(a, line[i]))
                used.add(nearest)
                line[i] = nearest
    return used


def packed(points):
    flat, previous = [], (0, 0)
    for lon, lat in points:
        here = (round(lon * UNIT), round(lat * UNIT))
        if here != previous or not flat:
            flat += [here[0] - previous[0], here[1] - previous[1]]
            previous = here
    return flat


def build(countries, states):
    arcs = decode(countries)
    shapes = defaultdict(list)  # a few territories share their state's number
    for geometry in countries["objects"]["countries"]["geometries"]:
        code = geometry.get("id", geometry["properties"]["name"])
        if code != ANTARCTICA:
            shapes[code] += rings_of(geometry)
    german = {p for ring in shapes[GERMANY] for i in ring for p in arcs[i if i >= 0 else ~i]}
    lines = inner_lines(
        [f for f in states["features"] if str(f["properties"].get("iso_a2")) == "DE"]
    )
    keep = snap(lines, german)
    kept, numbers = [], {}

    def number(i):
        plain = i if i >= 0 else ~i
        if plain not in numbers:
            numbers[plain] = len(kept)
            kept.append(simplify(arcs[plain], keep))
        return numbers[plain] if i >= 0 else ~numbers[plain]

    result = {}
    for code, rings in sorted(shapes.items()):
        large = [
            r for r in rings if len(r) > 1 or size(arcs[r[0] if r[0] >= 0 else ~r[0]]) > SMALLEST
        ]
        biggest = large or [max(rings, key=lambda r: size(arcs[r[0]]))]
        result[code] = [[number(i) for i in ring] for ring in biggest]
    return {
        "source": "Natural Earth 1:10m (public domain), simplified; see docs/map-data/",
        "unit": UNIT,
        "arcs": [packed(points) for points in kept],
        "countries": result,
        "laender": [packed(simplify(line)) for line in lines if len(line) > 1],
    }


def main():
    countries, states, target = (Path(name) for name in sys.argv[1:4])
    data = build(json.loads(countries.read_text("utf-8")), json.loads(states.read_text("utf-8")))
    target.write_text(json.dumps(data, separators=(",", ":"), ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
