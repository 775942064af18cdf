"""What the package can say of bad input, read from its source: findings' ids and errors' words.

A finding is made by ``Finding(id=…)`` or by a function or class of ours that takes its id in a
parameter named ``id`` or ``rule``. The ids are looked up where such a call is made: written there,
or named there and written in the same module. What a function merely hands on is found at its
callers. An error is a call that is given its words in Chinese and then in English.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[2] / "govdocs"
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
_HAN = re.compile("[\u4e00-\u9fff]")
_PARAMETERS = ("id", "rule")
_METHODS = frozenset(("info", "warning", "error"))
_SEVERITIES = ("INFO", "WARNING", "ERROR")
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Makers = Mapping[str, tuple[int, str] | None]


ERRORS = frozenset(
    """
    GovdocsError InputError ModelError TemplateError CodecError UsageError FontError
    MissingGlyphError LayoutError Refusal LimitReached WrongFormat _Advice _Words bad add
    error _error _fault _fail _wrong _too_large
    """.split()
)
"""What is given an error's words: the classes, and the functions that make one of a kind."""


class Told(NamedTuple):
    """One place of the source where a finding's id is given.

    Attributes:
        id: the id.
        severities: those that the call names; empty where they come from elsewhere.
        zh: its message, with ``…`` for what is filled in; empty where the call does not hold it.
        place: ``file:line``.
    """

    id: str
    severities: frozenset[str]
    zh: str
    place: str


def modules() -> dict[str, ast.Module]:
    """Every module by its path in the package."""
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def told_ids() -> tuple[tuple[Told, ...], tuple[str, ...]]:
    """All places where an id is given, and those where none could be read."""
    found: list[Told] = []
    unread: list[str] = []
    parsed = modules()
    shared = {name: each for module in parsed.values() for name, each in _makers(module).items()
              if each and not name.startswith("_")}  # fmt: skip
    for path, module in parsed.items():
        makers = {**shared, **_makers(module), "Finding": (99, "id")}
        for call, around in _calls(module, ()):
            argument = _argument(call, around, makers)
            if argument is None:
                continue
            place = f"{path}:{call.lineno}"
            ids = {text for text in _texts(argument, around, module) if _ID.fullmatch(text)}
            if not ids and not _is_handed_on(argument, around):
                unread.append(place)
            severities = frozenset(_severities(call, around))
            zh = _message(call)
            found += [Told(id, severities, zh, place) for id in ids]
    return tuple(found), tuple(unread)


def spoken_errors() -> dict[str, list[tuple[str, str]]]:
    """Each message of an error, with ``…`` for what is filled in: what says it, and where."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, module in modules().items():
        for call, around in _calls(module, ()):
            name = ast.unparse(call.func).rpartition(".")[2]
            arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
            first = [text for a in arguments[:1] for text in _texts(a, around, module)]
            if name not in ERRORS or (any(map(_ID.fullmatch, first)) and name in _METHODS):
                continue
            for message in next(filter(None, map(_in_chinese, arguments)), []):
                found.setdefault(message, []).append((name, f"{path}:{call.lineno}"))
    return found


def _in_chinese(given: ast.expr) -> list[str]:
    return [text for text in patterns(given) if _HAN.search(text)]


def patterns(given: ast.expr) -> list[str]:
    """The texts that an expression writes, with ``…`` for each value filled in."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        return [_plain(re.sub(r"(?<!\{)\{[a-z_]+\}(?!\})", "…", given.value))]
    if isinstance(given, ast.JoinedStr):
        parts = (v.value if isinstance(v, ast.Constant) else "…" for v in given.values)
        return [_plain("".join(map(str, parts)))]
    if isinstance(given, ast.IfExp):
        return [*patterns(given.body), *patterns(given.orelse)]
    if isinstance(given, ast.BinOp):
        return [_plain(a + b) for a in patterns(given.left) for b in patterns(given.right)]
    if isinstance(given, ast.Call) and ast.unparse(given.func) == "words":
        return patterns(given.args[0])  # of the command, which speaks the one or the other
    if isinstance(given, ast.Name | ast.Attribute | ast.Call):
        return ["…"]
    return []


def _plain(text: str) -> str:
    return re.sub("…+", "…", text)


def _message(call: ast.Call) -> str:
    named = next((k.value for k in call.keywords if k.arg == "zh"), None)
    for argument in [named] if named else call.args:
        texts = [text for text in patterns(argument) if _HAN.search(text)]
        if texts:
            return texts[0] if len(texts) == 1 else ""
    return ""


def _makers(module: ast.Module) -> _Makers:
    """What a module defines that takes an id: its position (``self`` not counted) and parameter.

    None for a function of the module that takes none, so that it is not taken for another's.
    """
    makers: dict[str, tuple[int, str] | None] = {}
    for node in ast.walk(module):
        for name, parameters in _signatures(node):
            taken = [each for each in _PARAMETERS if each in parameters and _speaks(node)]
            if taken:
                makers[name] = (parameters.index(taken[0]), taken[0])
            else:
                makers.setdefault(name, None)
    return makers


def _signatures(node: ast.AST) -> Iterator[tuple[str, list[str]]]:
    """The name and parameters of a function, or of a class with its fields or ``__init__``."""
    if isinstance(node, ast.ClassDef):
        made = [each for each in node.body if isinstance(each, _Function)
                and each.name == "__init__"]  # fmt: skip
        fields = [a.target.id for a in node.body
                  if isinstance(a, ast.AnnAssign) and isinstance(a.target, ast.Name)]  # fmt: skip
        yield node.name, _parameters(made[0]) if made else fields
    elif isinstance(node, _Function) and node.name != "__init__":
        yield node.name, _parameters(node)


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    return [each.arg for each in function.args.args if each.arg != "self"]


def _speaks(node: ast.AST) -> bool:
    """Whether something with an id says a word in two languages, or hands an error on."""
    return re.search(r"\bzh\b|\berror\b", ast.unparse(node)) is not None


def _calls(
    node: ast.AST, around: tuple[ast.AST, ...]
) -> Iterator[tuple[ast.Call, tuple[ast.AST, ...]]]:
    """Every call, with the functions around it, the innermost last."""
    inner = (*around, node) if isinstance(node, _Function) else around
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, inner)
    if isinstance(node, ast.Call):
        yield node, around


def _argument(call: ast.Call, around: tuple[ast.AST, ...], makers: _Makers) -> ast.expr | None:
    name = ast.unparse(call.func).rpartition(".")[2]
    is_method = bool(_methods(call, around))
    index, parameter = (0, "id") if is_method else makers.get(name) or (-1, "")
    if index < 0:
        return None
    named = next((k.value for k in call.keywords if k.arg == parameter), None)
    given = named or (call.args[index] if index < len(call.args) else None)
    # `place.error(zh, en)` has no id.
    is_text = isinstance(given, ast.Constant | ast.JoinedStr) and not _is_id(given)
    return None if is_text and name != "Finding" else given


def _methods(call: ast.Call, around: tuple[ast.AST, ...]) -> frozenset[str]:
    """The severities of a log's method, called by its name or as ``tell = log.info if …``."""
    if isinstance(call.func, ast.Attribute):
        return frozenset({call.func.attr} & _METHODS)
    named = call.func.id if isinstance(call.func, ast.Name) else ""
    values = _assigned(named, around[-1], ast.Module([], [])) if named and around else ()
    nodes = (node for value in values if isinstance(value, ast.IfExp) for node in ast.walk(value))
    return frozenset(n.attr for n in nodes if isinstance(n, ast.Attribute)) & _METHODS


def _is_id(given: ast.expr) -> bool:
    return (
        isinstance(given, ast.Constant)
        and isinstance(given.value, str)
        and _ID.fullmatch(given.value) is not None
    )


def _texts(
    given: ast.expr, around: tuple[ast.AST, ...], module: ast.Module, depth: int = 0
) -> Iterator[str]:
    """The texts that an expression can be, as far as its module tells."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value
    elif isinstance(given, ast.IfExp):
        yield from _texts(given.body, around, module, depth)
        yield from _texts(given.orelse, around, module, depth)
    elif isinstance(given, ast.Name) and depth < 4:
        for scope in (*reversed(around), module):
            values = list(_assigned(given.id, scope, module))
            for value in values:
                yield from _texts(value, around, module, depth + 1)
            if values:
                return


def _assigned(name: str, scope: ast.AST, module: ast.Module) -> Iterator[ast.expr]:
    """What a name is set to in a scope: by assignment, or by a loop over a tuple of tuples."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        ):
            yield node.value
        elif isinstance(node, ast.For | ast.comprehension) and isinstance(node.target, ast.Tuple):
            names = [each.id if isinstance(each, ast.Name) else "" for each in node.target.elts]
            if name in names:
                yield from _column(node.iter, names.index(name), module)


def _column(rows: ast.expr, index: int, module: ast.Module) -> Iterator[ast.expr]:
    if isinstance(rows, ast.Name):
        for node in module.body:
            targets = node.targets if isinstance(node, ast.Assign) else [
                node.target] if isinstance(node, ast.AnnAssign) else []  # fmt: skip
            if any(isinstance(t, ast.Name) and t.id == rows.id for t in targets):
                yield from _column(node.value, index, module)  # type: ignore[attr-defined]
    elif isinstance(rows, ast.Tuple | ast.List):
        for row in rows.elts:
            if isinstance(row, ast.Tuple) and index < len(row.elts):
                yield row.elts[index]


def _is_handed_on(given: ast.expr, around: tuple[ast.AST, ...]) -> bool:
    """Whether it is a parameter of the function around, or an attribute: its caller has the id."""
    parameters = {
        each.arg
        for scope in around
        if isinstance(scope, _Function)
        for each in (*scope.args.args, *scope.args.kwonlyargs)
    }
    if isinstance(given, ast.Attribute):
        return True
    return isinstance(given, ast.Name) and given.id in parameters


def _severities(call: ast.Call, around: tuple[ast.AST, ...]) -> Iterator[str]:
    yield from _methods(call, around)
    for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
        yield from _named(argument)
        for node in ast.walk(argument):
            if isinstance(node, ast.Name) and node.id == "severity" and around:
                for value in _assigned("severity", around[-1], ast.Module([], [])):
                    yield from _named(value)


def _named(expression: ast.expr) -> Iterator[str]:
    for node in ast.walk(expression):
        if isinstance(node, ast.Attribute) and node.attr in _SEVERITIES:
            yield node.attr.lower()
