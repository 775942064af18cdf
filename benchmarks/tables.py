"""Rounds of measurement and the Markdown tables of their medians."""

from statistics import median
from typing import NamedTuple


class Column(NamedTuple):
    """A column of a table: a figure of each measurement, as such or divided by the reference's."""

    title: str
    key: str
    pattern: str = "{:.1f}"
    scale: float = 1
    is_ratio: bool = False


def ratio(title, key):
    """The column of a figure's ratio to the reference peer."""
    return Column(title, key, "{:.2f}", is_ratio=True)


def rounds(names, count, measure):
    """Measure the peers in turns; a peer that fails once is left out of the later rounds."""
    found = []
    failed = set()
    for _ in range(count):
        figures = {name: measure(name) for name in names if name not in failed}
        failed |= {name for name, figure in figures.items() if figure is None}
        found.append({name: figure for name, figure in figures.items() if figure})
    return found


def print_table(columns, names, found, reference):
    """Medians over the rounds, ratios taken within each round."""
    print("| peer |" + "".join(f" {column.title} |" for column in columns))
    print("| --- |" + " ---: |" * len(columns))
    for name in names:
        having = [figures for figures in found if name in figures]
        cells = [_cell(column, name, having, reference) for column in columns]
        print(f"| {name} |" + "".join(f" {cell} |" for cell in cells), flush=True)


def _cell(column, name, found, reference):
    if column.is_ratio:
        values = [
            figures[name][column.key] / figures[reference][column.key]
            for figures in found
            if reference in figures
        ]
    else:
        values = [figures[name][column.key] * column.scale for figures in found]
    return column.pattern.format(median(values)) if values else "–"
