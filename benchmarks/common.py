"""What all peers share: the page of GB/T 9704-2012, the fonts, the command line, the timing.

    peer_X.py INPUT.json OUT.pdf                  one document; the whole process is the measure
    peer_X.py INPUT.json OUT.pdf --warm 20        then 20 different documents of the same size
    peer_X.py INPUT.json OUT.pdf --memory 10,400  then memory after so many different documents
    peer_X.py INPUT.json OUT.pdf --modules        then the modules that were imported

The last three print one line of JSON. This module is imported by processes whose start is measured,
so it imports next to nothing itself (pathlib alone would be a tenth of typst's whole run).
"""

import json
import os
import resource
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "build")
INPUT = os.path.join(BUILD, "input")
OUTPUT = os.path.join(BUILD, "output")
FONT_FOLDER = os.path.join(BUILD, "fonts")
BUNDLED_FONTS = os.path.join(os.path.dirname(HERE), "fonts")
FONT_FILES = {
    "fang": "GovdocsFang-Regular.ttf",
    "kai": "GovdocsKai-Regular.ttf",
    "hei": "GovdocsHei-Regular.ttf",
    "song": "GovdocsSong-Regular.ttf",
    "biaosong": "GovdocsBiaosong-Regular.ttf",
}

SIZES = ("p1", "p10", "p100", "p1000")

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
TOP, LEFT, BOTTOM, RIGHT = 37 * MM, 28 * MM, 35 * MM, 26 * MM
MEASURE, TYPE_AREA_HEIGHT = 156 * MM, 225 * MM
LINE_PITCH = TYPE_AREA_HEIGHT / 22
CELL = MEASURE / 28


def font_path(face):
    """The file of a face, in the folder that holds only the peers' faces."""
    return os.path.join(FONT_FOLDER, FONT_FILES[face])


def printed_runs(block):
    """The runs of a paragraph with its number, (face, text) each."""
    runs = block["runs"]
    marker = block.get("marker")
    if not marker:
        return runs
    (face, text), *rest = runs
    return [(face, marker + text), *rest]


def run(render, prepare=lambda report: report):
    """Do what the command line asks for.

    Args:
        render: turns a prepared report into the bytes of a PDF; this is what is timed.
        prepare: turns a report, as read from JSON, into what render takes; not timed when warm.
    """
    source, target, *mode = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        report = json.load(file)
    pdf = render(prepare(report))
    with open(target, "wb") as file:
        file.write(pdf)
    match mode:
        case ["--warm", count]:
            print(json.dumps(_warm(render, prepare, report, int(count))))
        case ["--memory", counts]:
            print(json.dumps(_memory(render, prepare, report, counts.split(","))))
        case ["--modules"]:
            print(json.dumps(list(sys.modules)))


def _warm(render, prepare, report, count):
    """Medians over documents that all differ, so that no result can come from a cache."""
    from statistics import median

    from variants import variant

    reports = [prepare(variant(report, number)) for number in range(1, count + 1)]
    wall, cpu, size = [], [], []
    for each in reports:
        cpu_before, wall_before = time.process_time(), time.perf_counter()
        pdf = render(each)
        wall.append(time.perf_counter() - wall_before)
        cpu.append(time.process_time() - cpu_before)
        size.append(len(pdf))
    return {"wall": median(wall), "cpu": median(cpu), "kb": median(size) / 1024}


def _memory(render, prepare, report, counts):
    """Resident memory in MB after so many documents, each different from all before it."""
    from variants import variant

    found = {}
    done = 0
    for count in map(int, counts):
        while done < count:
            done += 1
            render(prepare(variant(report, done)))
        found[str(count)] = _resident_mb()
    return found


def _resident_mb():
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * resource.getpagesize() / 2**20
    except FileNotFoundError:  # no Linux: the peak is the nearest that there is
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
