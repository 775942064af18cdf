"""Jinja's sandbox with this package's language, filters and meter.

What is bounded, and where:

=========================  =======================================================
loops                      each pass is a step (:mod:`.language` wraps what is looped over)
range                      at most as long as the steps that are allowed
calls of macros            a step each; depth counted; nothing else can be called
``+ - * / // % **``        numbers only, exact, bounded (:mod:`.arithmetic`)
``~``, filters, slices     measured before, or right after, the text is made
macros, set blocks, calls  measured before their parts are joined
output                     measured while it is made
attributes                 keys of mappings only; never an attribute of a Python object
comparisons, keys          single values only, a step each
lists, tuples, mappings    made, sliced or handed over: their items count as characters
source                     length, number of parts and nesting, before it is compiled
everything                 the clock, at each of these steps
=========================  =======================================================

Between two steps a template runs its own text once at most, and that has a bounded size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NoReturn, cast

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, nodes, pass_context
from jinja2.environment import TemplateModule
from jinja2.loaders import BaseLoader
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing

from govdocs.inputs.sandbox.arithmetic import calculated, exact, negated
from govdocs.inputs.sandbox.filters import TESTS, filters
from govdocs.inputs.sandbox.language import checked, rewritten
from govdocs.inputs.sandbox.limits import Meter
from govdocs.inputs.sandbox.plain import Blank, kind_zh, text_of
from govdocs.inputs.sandbox.refusal import LimitReached, Refusal

_LOOP_FACTS = frozenset(
    ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem")
)
_OPERATORS = frozenset(("+", "-", "*", "/", "//", "%", "**"))


class MissingField(Exception):
    """A name that is not there was used.

    Attributes:
        container: where it was looked up; ``missing`` for the names at the top.
        name: the name or position; None for a value that an if without else leaves out.
    """

    def __init__(self, container: object, name: str | int | None, hint: str) -> None:
        super().__init__(hint)
        self.container = container
        self.name = name


class _Missing(StrictUndefined):
    """Jinja's strict undefined, telling where it came from when it is used."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | int | None = None,
        exc: object = None,
    ) -> None:
        # Jinja only calls what it is given as exc, with the hint, and only prints the name.
        raised = cast("type[TemplateRuntimeError]", partial(MissingField, obj, name))
        super().__init__(hint, obj, cast("str | None", name), raised)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one rendering: its data, its meter and its files."""

    intercepted_binops = _OPERATORS
    intercepted_unops = frozenset(("+", "-"))

    def __init__(self, data: Mapping[str, object], meter: Meter, loader: BaseLoader) -> None:
        super().__init__(
            undefined=_Missing,
            # As in a text: a line that holds only a tag leaves no empty line.
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
            # Nothing is calculated while compiling: there is no meter then.
            optimized=False,
            loader=loader,
            cache_size=0,
        )
        self.meter = meter
        self.finalize = self._printed
        self.filters = filters(meter)
        self.tests = dict(TESTS)
        self._range = _bounded_range(meter.limits.steps)
        # As globals, so that files imported without context see the data too.
        self.globals = {"range": self._range, "namespace": Namespace, **data}

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        checked(source, self.filters, self.tests)
        return super()._generate(rewritten(source), name, filename, defer_init)

    def concat(self, parts: Iterable[str]) -> str:
        """Join the parts of a macro's text."""
        made = list(parts)
        self.meter.room_for(sum(map(len, made)))
        return "".join(made)

    @pass_context
    def _printed(self, context: Context, value: object) -> str:
        # Takes the context only so that Jinja does not print constants while compiling.
        self.meter.step()
        if isinstance(value, _Missing):
            bool(value)  # raises, with the name of what is missing
        # Jinja's own undefined is an inline if without else: nothing.
        text = "" if isinstance(value, Undefined) else text_of(value)
        self.meter.room_for(len(text))
        return text

    def getattr(self, obj: object, attribute: str) -> object:
        """A key of a mapping, a fact of a loop, a name of a namespace or of an imported file."""
        if isinstance(obj, Undefined):
            bool(obj)
        if isinstance(obj, Blank):
            obj.refuse()
        found: object = missing
        if isinstance(obj, dict):
            found = obj.get(attribute, missing)
        elif isinstance(obj, LoopContext):
            found = getattr(obj, attribute) if attribute in _LOOP_FACTS else missing
        elif isinstance(obj, Namespace | TemplateModule) and not attribute.startswith("_"):
            found = getattr(obj, attribute, missing)
        return _Missing(obj=obj, name=attribute) if found is missing else found

    def getitem(self, obj: object, argument: object) -> object:
        """A key of a mapping, or an item of a list or text by its 0-based position."""
        if isinstance(argument, Undefined):
            bool(argument)
        if isinstance(argument, Blank):
            argument.refuse()
        if isinstance(obj, list | tuple | str | range) and type(argument) is int:
            if -len(obj) <= argument < len(obj):
                return obj[argument]
            return _Missing(obj=obj, name=argument)
        if isinstance(argument, str | int):
            # A key of digits may be written without quotes: t.2025
            return self.getattr(obj, str(argument))
        return _Missing(obj=obj, name=type(argument).__name__)

    def call(
        __self,
        __context: Context,
        __obj: object,
        *args: object,
        **kwargs: object,
    ) -> object:
        """Call a macro, ``range`` or ``namespace``; nothing else can be called."""
        if isinstance(__obj, Undefined):
            bool(__obj)
        if isinstance(__obj, Blank):
            __obj.refuse()
        named_only = __obj is Namespace and not args
        known = isinstance(__obj, Macro) or __obj is __self._range or named_only
        if not (known and callable(__obj)):
            raise Refusal(
                f"不能这样调用{kind_zh(__obj)}；只能调用宏、range 和 namespace(名=值)",
                f"a {type(__obj).__name__} cannot be called like this; call macros, range, and "
                "namespace(name=value)",
            )
        __self.meter.step()
        __self.meter.room_for(len(args) + len(kwargs))
        __self.meter.enter()
        try:
            return __context.call(__obj, *args, **kwargs)
        finally:
            __self.meter.leave()

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Calculate with two numbers."""
        for operand in (left, right):
            if isinstance(operand, Undefined):
                bool(operand)
        self.meter.step()
        return calculated(operator, left, right)

    def call_unop(self, context: Context, operator: str, arg: object) -> object:
        """A number, or a number with its sign turned."""
        if isinstance(arg, Undefined):
            bool(arg)
        self.meter.step()
        return negated(arg) if operator == "-" else exact(arg, "+")

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Let an error through as it is: its place is read from it by :mod:`.places`."""
        raise


def _bounded_range(most: int) -> Callable[..., range]:
    def bounded(*ends: object) -> range:
        numbers = [end for end in ends if type(end) is int]
        if len(numbers) != len(ends) or not 1 <= len(ends) <= 3 or numbers[2:] == [0]:
            raise Refusal("range 应为一至三个整数", "range takes one to three whole numbers")
        made = range(*numbers)
        # Not len(): that fails for ranges past the largest index.
        if made and abs(made[-1] - made[0]) // abs(made.step) >= most:
            raise LimitReached(f"range 超过 {most} 项", f"the range has more than {most} items")
        return made

    return bounded
