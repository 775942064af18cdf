"""What starting govdocs costs: CPU ms of fresh processes, over those of bare Python.

    import_time.py [-n 15]

The steps run in turns; the difference to bare Python is taken within each round, and the medians
are printed as Markdown.
"""

import argparse
import os
import sys
from statistics import median

import processes

DOCUMENT = "import govdocs; from govdocs.model import build; d = build.document('标题', '正文。'); "
BARE = "bare Python"
STEPS = {
    BARE: "pass",
    "import govdocs": "import govdocs",
    "first PDF": DOCUMENT + "govdocs.render(d, 'pdf', bundled_fonts=True)",
    "first DOCX": DOCUMENT + "govdocs.render(d, 'docx', bundled_fonts=True)",
}


def cpu_ms(code):
    """CPU time of one process."""
    used = processes.run([sys.executable, "-c", code])
    if used is None:
        sys.exit(f"failed: {code}")
    return used.cpu * 1e3


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-n", "--rounds", type=int, default=15)
    options = parser.parse_args()
    # Without byte code on disk every process would compile the package again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for code in STEPS.values():
        cpu_ms(code)
    found = [{step: cpu_ms(code) for step, code in STEPS.items()} for _ in range(options.rounds)]
    print("| process | CPU ms | over bare Python |")
    print("| --- | ---: | ---: |")
    for step in STEPS:
        whole = median(figures[step] for figures in found)
        more = median(figures[step] - figures[BARE] for figures in found)
        print(f"| {step} | {whole:.1f} | {more:.1f} |")


if __name__ == "__main__":
    main()
