"""Measure the peers side by side; every table comes as Markdown.

    measure.py check                     pages, size, faces embedded, text that can be read back
    measure.py warm    [-n 5] [-w 20]    per document in one process, every document different
    measure.py cold    [-n 9]            a process a document, its imports shown apart
    measure.py growth  [-n 3]            a process a document of about 1, 10, 100 and 1000 pages
    measure.py memory  [--after 10,400]  resident memory after so many documents in one process

    -p typst,govdocs    only these peers       -i p100    another input
    -r platypus         ratios to this peer    --cap 120  seconds, then a process is given up

Peers run in turns (A B C, A B C, ...); a ratio is taken within a round, and the median of the
rounds is printed. Machines differ and are shared: quote ratios from one run, never a time alone.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import NamedTuple

import common
import processes
import pypdfium2
from read_back import found_share, text_and_faces
from tables import Column, print_table, ratio, rounds

HERE = Path(common.HERE)
OUTPUT = Path(common.OUTPUT)
IMPORT_ALL = """
import importlib, json, sys
for name in json.load(open(sys.argv[1])):
    try:
        importlib.import_module(name)
    except Exception:
        pass
"""


class Peer(NamedTuple):
    """One program to measure: its script and the environment variables that set it up."""

    script: str
    environment: dict

    def run(self, source, target, *mode, cap=600):
        """One process; None if it failed."""
        command = [sys.executable, str(HERE / self.script), str(source), str(target), *mode]
        return processes.run(command, environment=self.environment, cap=cap)


PEERS = {
    "typst": Peer("peer_typst.py", {}),
    "typst-untagged": Peer("peer_typst.py", {"PEER_TYPST_TAGS": "0"}),
    "platypus": Peer("peer_platypus.py", {}),
    "govdocs": Peer("peer_govdocs.py", {}),
    "govdocs-prebuilt": Peer("peer_govdocs.py", {"PEER_GOVDOCS_PREBUILT": "1"}),
}


WARM = (
    Column("wall ms", "wall", scale=1e3),
    Column("CPU ms", "cpu", scale=1e3),
    ratio("wall ratio", "wall"),
    ratio("CPU ratio", "cpu"),
    Column("KB", "kb", "{:.0f}"),
)
COLD = (
    Column("wall ms", "wall", scale=1e3),
    Column("CPU ms", "cpu", scale=1e3),
    Column("of it imports", "imports", scale=1e3),
    Column("peak MB", "peak_mb", "{:.0f}"),
    ratio("wall ratio", "wall"),
    ratio("CPU ratio", "cpu"),
    ratio("ratio without imports", "own"),
    Column("KB", "kb", "{:.0f}"),
    Column("pages", "pages", "{:.0f}"),
)
GROWTH = (
    Column("pages", "pages", "{:.0f}"),
    Column("CPU s", "cpu", "{:.2f}"),
    Column("peak MB", "peak_mb", "{:.0f}"),
    Column("KB", "kb", "{:.0f}"),
    ratio("CPU ratio", "cpu"),
    ratio("memory ratio", "peak_mb"),
    ratio("size ratio", "kb"),
)


def warm(options):
    """Time per document in a process that has rendered one already."""

    def measure(name):
        target = OUTPUT / "warm.pdf"
        mode = ("--warm", str(options.warm))
        used = PEERS[name].run(options.input, target, *mode, cap=options.cap)
        return used and json.loads(used.output)

    found = rounds(options.peers, options.rounds, measure)
    print_table(WARM, options.peers, found, options.reference)


def cold(options):
    """A process a document. Its imports are what importing the same modules alone takes."""
    modules = {name: _modules(name, options) for name in options.peers}

    def measure(name):
        figures = _process_figures(name, options.input, options)
        if figures and modules[name]:
            imports = processes.run([sys.executable, "-c", IMPORT_ALL, modules[name]])
            figures["imports"] = imports.cpu if imports else 0.0
            figures["own"] = max(figures["cpu"] - figures["imports"], 1e-9)
        return figures

    rounds(options.peers, 1, measure)  # brings the disk cache and the byte code up to date
    found = rounds(options.peers, options.rounds, measure)
    print_table(COLD, options.peers, found, options.reference)


def _modules(name, options):
    """A file naming the modules that a peer's process imports, in that order."""
    used = PEERS[name].run(options.input, OUTPUT / "modules.pdf", "--modules", cap=options.cap)
    if used is None:
        return None
    skipped = {"__main__", "common"}
    path = OUTPUT / f"{_file_name(name)}.modules.json"
    path.write_text(json.dumps([m for m in json.loads(used.output) if m not in skipped]))
    return str(path)


def growth(options):
    """How time, memory and size grow with the number of pages."""
    shortest = Path(common.INPUT) / f"{common.SIZES[0]}.json"
    rounds(options.peers, 1, lambda name: _process_figures(name, shortest, options))  # as in cold
    for size in common.SIZES:
        source = Path(common.INPUT) / f"{size}.json"

        def measure(name, source=source):
            return _process_figures(name, source, options)

        print(f"\n{size}\n")
        found = rounds(options.peers, options.rounds, measure)
        print_table(GROWTH, options.peers, found, options.reference)


def memory(options):
    """Resident memory of one process after some and after many documents."""
    print("| peer |" + "".join(f" after {count}, MB |" for count in options.after.split(",")))
    print("| --- |" + " ---: |" * len(options.after.split(",")))
    for name in options.peers:
        mode = ("--memory", options.after)
        used = PEERS[name].run(options.input, OUTPUT / "memory.pdf", *mode, cap=options.cap)
        values = json.loads(used.output).values() if used else ()
        print(f"| {name} |" + "".join(f" {value:.1f} |" for value in values), flush=True)


def check(options):
    """Whether the peers write what they are compared for."""
    report = json.loads(options.input.read_text(encoding="utf-8"))
    print("| peer | pages | KB | text found | faces | not embedded |")
    print("| --- | ---: | ---: | ---: | --- | --- |")
    for name in options.peers:
        target = _target(name)
        if PEERS[name].run(options.input, target, cap=options.cap) is None:
            print(f"| {name} | failed |")
            continue
        with pypdfium2.PdfDocument(target) as pdf:
            text, faces = text_and_faces(pdf)
            stray = ", ".join(sorted(face for face, embedded in faces.items() if not embedded))
            print(
                f"| {name} | {len(pdf)} | {target.stat().st_size / 1024:.0f} "
                f"| {found_share(report, text):.2%} | {', '.join(sorted(faces))} | {stray} |"
            )


def _process_figures(name, source, options):
    target = _target(name)
    used = PEERS[name].run(source, target, cap=options.cap)
    if used is None:
        return None
    with pypdfium2.PdfDocument(target) as pdf:
        pages = len(pdf)
    return used._asdict() | {"kb": target.stat().st_size / 1024, "pages": pages}


def _target(name):
    return OUTPUT / f"{_file_name(name)}.pdf"


def _file_name(name):
    return re.sub(r"\W+", "-", name)


MODES = {
    "check": (check, 1),
    "warm": (warm, 5),
    "cold": (cold, 9),
    "growth": (growth, 3),
    "memory": (memory, 1),
}


def _options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mode", choices=MODES)
    parser.add_argument("-p", "--peers", help="names, separated by commas")
    parser.add_argument("-i", "--input", default="base", help="base, p1, p10, p100 or p1000")
    parser.add_argument("-n", "--rounds", type=int)
    parser.add_argument("-w", "--warm", type=int, default=20, help="documents a process")
    parser.add_argument("-r", "--reference", default="typst", choices=PEERS)
    parser.add_argument("--after", default="10,400", help="documents after which to look")
    parser.add_argument("--cap", type=int, default=120, help="seconds a process")
    options = parser.parse_args()
    options.peers = options.peers.split(",") if options.peers else list(PEERS)
    unknown = set(options.peers) - set(PEERS)
    if unknown:
        parser.error(f"unknown peer {', '.join(unknown)}; known: {', '.join(PEERS)}")
    options.rounds = options.rounds or MODES[options.mode][1]
    options.input = Path(common.INPUT) / f"{options.input}.json"
    return options


def main():
    """Run the mode that the command line asks for."""
    options = _options()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    MODES[options.mode][0](options)


if __name__ == "__main__":
    main()
