"""Clock, locale and environment variables are read at the door and nowhere else."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "govdocs"
DOORS = {"environment.py", "cli", "batch"}
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in DOORS
)
FORBIDDEN_MODULES = {"time", "locale", "random", "secrets", "uuid", "getpass", "platform"}
FORBIDDEN_ATTRIBUTES = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "datetime.fromtimestamp",
    "date.today",
    "date.fromtimestamp",
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.getlogin",
    "Path.home",
    "Path.cwd",
    "os.getcwd",
    "os.path.expanduser",
}


def dotted(node):
    """The last two names of an attribute chain: ``datetime.datetime.now`` is ``datetime.now``."""
    if not isinstance(node, ast.Attribute):
        return ""
    owner = node.value
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return f"{name}.{node.attr}"


def imported(node):
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and not node.level and node.module:
        return {node.module.partition(".")[0]}
    return set()


def offences(source):
    for node in ast.walk(ast.parse(source)):
        yield from imported(node) & FORBIDDEN_MODULES
        if dotted(node) in FORBIDDEN_ATTRIBUTES:
            yield dotted(node)
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            yield from {"environ", "getenv"} & {alias.name for alias in node.names}
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
            yield "print"


def test_there_are_modules_to_look_at():
    assert len(MODULES) > 50


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_clock_locale_environment_or_print(path):
    assert list(offences(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "from time import monotonic",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\ndate.today()",
        "import os\nos.environ['A']",
        "from os import environ",
        "from pathlib import Path\nPath.home()",
        "print(1)",
    ],
)
def test_the_test_itself_sees_offences(source):
    assert list(offences(source))
