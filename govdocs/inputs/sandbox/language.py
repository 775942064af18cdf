"""The language of templates: a part of Jinja's, checked and rewritten before it is compiled.

Allowed are printing, if, for, set, with, macros, call, filter blocks, comments and raw, and
include and import of files named by a literal. Not: extends and blocks, recursive loops,
autoescape, extensions. The rewriting puts the meter where Jinja has no hook of its own: in loops,
in ``~``, where lists are made and cut, and before comparisons and keys, which could otherwise walk
lists that are nested by sharing.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeAlias

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from govdocs.inputs.sandbox.limits import DEEPEST_NODE, LARGEST_NODE_COUNT
from govdocs.inputs.sandbox.refusal import LimitReached, Refusal

# Names that no template can write: they have a blank.
LOOPED = "looped over"
JOINED = "joined by ~"
SCALAR = "one value"
SEARCHED = "looked through"
SLICED = "cut out of"
MADE = "made here"

_PARTS_OF_A_STEP = 100
"""A pass of a loop costs one step more for every so many parts in it."""

LARGEST_LITERAL = 10**40
"""Numbers written in a template are smaller."""

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.NSRef, nodes.Const,
    nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword,
    nodes.If, nodes.For, nodes.With, nodes.Scope, nodes.Assign, nodes.AssignBlock,
    nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.Call, nodes.Filter, nodes.Test,
    nodes.Include, nodes.Import, nodes.FromImport, nodes.ExprStmt,
    nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.CondExpr, nodes.Concat,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos,
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow,
)  # fmt: skip

_TAGS: dict[type[nodes.Node], str] = {
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.ScopedEvalContextModifier: "autoescape",
}

_Known: TypeAlias = dict[type[nodes.Node], frozenset[str]]


def checked(template: nodes.Template, filters: Iterable[str], tests: Iterable[str]) -> None:
    """Refuse a template that is too large, or uses what the language does not have.

    Raises:
        Refusal: with the line.
    """
    known: _Known = {nodes.Filter: frozenset(filters), nodes.Test: frozenset(tests)}
    waiting: list[tuple[nodes.Node, int]] = [(template, 0)]
    seen = 0
    while waiting:
        node, depth = waiting.pop()
        seen += 1
        if seen > LARGEST_NODE_COUNT or depth > DEEPEST_NODE:
            raise LimitReached(
                f"模板过于复杂（超过 {LARGEST_NODE_COUNT} 个成分或嵌套 {DEEPEST_NODE} 层）；请拆分",
                f"the template has more than {LARGEST_NODE_COUNT} parts or is nested more than "
                f"{DEEPEST_NODE} deep; split it",
                line=node.lineno,
            )
        _check(node, known)
        waiting.extend((child, depth + 1) for child in node.iter_child_nodes())


def macro_names(template: nodes.Template) -> frozenset[str]:
    """The macros that a file defines at its top level."""
    return frozenset(node.name for node in template.body if isinstance(node, nodes.Macro))


def _check(node: nodes.Node, known: _Known) -> None:
    match node:
        case nodes.For(recursive=True):
            raise _not_allowed("recursive", node)
        case nodes.Include() | nodes.Import() | nodes.FromImport():
            named = node.template
            if not (isinstance(named, nodes.Const) and isinstance(named.value, str)):
                raise _not_allowed("include/import …", node)
        case nodes.Const(value=int() | float() as number) if abs(number) >= LARGEST_LITERAL:
            raise Refusal("数字过大", "the number is too large", line=node.lineno)
        case nodes.Filter() | nodes.Test():
            names = known[type(node)]
            if node.name not in names:
                raise _unknown(node.name, names, isinstance(node, nodes.Filter), node.lineno)
        case _ if not isinstance(node, _ALLOWED):
            raise _not_allowed(_TAGS.get(type(node), type(node).__name__), node)


def _not_allowed(what: str, node: nodes.Node) -> Refusal:
    return Refusal(
        f"模板中不能使用 {what}；可用 if、for、set、macro、include、import（文件名直接写出）",
        f"{what} is not allowed; use if, for, set, macro, include and import of a literal name",
        line=node.lineno,
    )


def _unknown(name: str, names: frozenset[str], is_filter: bool, line: int) -> Refusal:
    near = get_close_matches(name[:40], sorted(names), n=1, cutoff=0.5)
    zh, en = ("过滤器", "filter") if is_filter else ("判断", "test")
    listed = sorted(each for each in names if " " not in each)
    hint_zh = f"是否为“{near[0]}”？" if near else f"可用：{'、'.join(listed)}"
    hint_en = f"did you mean “{near[0]}”?" if near else f"known: {', '.join(listed)}"
    return Refusal(
        f"没有{zh}“{name:.40}”；{hint_zh}", f"no {en} “{name:.40}”; {hint_en}", line=line
    )


def rewritten(template: nodes.Template) -> nodes.Template:
    """The template with its loops, ``~``, lists and comparisons led through the meter."""
    result = _Rewriter().visit(template)
    assert isinstance(result, nodes.Template)
    return result


def _through(name: str, value: nodes.Node, *arguments: int) -> nodes.Filter:
    assert isinstance(value, nodes.Expr)
    given: list[nodes.Expr] = [nodes.Const(each, lineno=value.lineno) for each in arguments]
    made = nodes.Filter(value, name, given, [], None, None, lineno=value.lineno)
    assert value.environment is not None
    made.set_environment(value.environment)
    return made


class _Rewriter(NodeTransformer):
    """Wraps single expressions; each method is called by the name of its node."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """Count the passes, and loop over lists, texts and mappings only."""
        parts = sum(1 for part in node.body for _ in part.find_all(nodes.Node))
        self.generic_visit(node)
        node.iter = _through(LOOPED, node.iter, 1 + parts // _PARTS_OF_A_STEP)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        """Print each part as output prints it, and measure the text first."""
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        parts.environment = node.environment
        return _through(JOINED, parts)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        """Compare single values only; ``in`` may have a list at its right."""
        self.generic_visit(node)
        node.expr = _through(SCALAR, node.expr)
        for operand in node.ops:
            name = SEARCHED if operand.op in ("in", "notin") else SCALAR
            operand.expr = _through(name, operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        """Measure what a slice copies; Jinja leaves slices to Python."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _through(SLICED, node.node)
        return node

    def visit_Slice(self, node: nodes.Slice) -> nodes.Node:
        """Slice by single values only."""
        self.generic_visit(node)
        for name in ("start", "stop", "step"):
            if (end := getattr(node, name)) is not None:
                setattr(node, name, _through(SCALAR, end))
        return node

    def visit_List(self, node: nodes.List) -> nodes.Node:
        """Count the items."""
        self.generic_visit(node)
        return _through(MADE, node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        """Count the items."""
        self.generic_visit(node)
        return _through(MADE, node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        """Count the items, but where names are set."""
        self.generic_visit(node)
        return _through(MADE, node) if node.ctx == "load" else node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:
        """Take single values as keys only: the hash of a tuple walks all of it."""
        self.generic_visit(node)
        node.key = _through(SCALAR, node.key)
        return node
