"""A template's source to code, or an error that names its line."""

from __future__ import annotations

from types import CodeType
from typing import NamedTuple

from jinja2 import TemplateSyntaxError
from jinja2.loaders import DictLoader

from govdocs.errors import TemplateError
from govdocs.inputs.sandbox.environment import Sandbox
from govdocs.inputs.sandbox.language import macro_names
from govdocs.inputs.sandbox.limits import Meter, TemplateLimits
from govdocs.inputs.sandbox.refusal import Refusal


class Compiled(NamedTuple):
    """A template ready to run.

    Attributes:
        code: made by Jinja; runs in any :class:`Sandbox`.
        macros: names of the macros at its top level.
    """

    code: CodeType
    macros: frozenset[str]


def compiled(source: str, shown: str, name: str, limits: TemplateLimits) -> Compiled:
    """Compile a source.

    Args:
        source: the template's text.
        shown: what errors call it: a path, or the name that the caller gave.
        name: what other templates and :func:`.files.joined` call it.
        limits: its length is bounded by the characters that may be made.

    Raises:
        TemplateError: no template, not in the language, or past a limit; with ``at`` as
            ``shown:line``.
    """
    if len(source) > limits.characters:
        raise TemplateError(
            f"模板超过 {limits.characters} 个字符",
            f"the template has more than {limits.characters} characters",
            at=shown,
        )
    sandbox = Sandbox({}, Meter(limits), DictLoader({}))
    try:
        tree = sandbox.parse(source, name, shown)
        code = sandbox.compile(tree, name, shown.replace("\0", " "))
    except TemplateSyntaxError as error:
        raise _broken(error.message or "", f"{shown}:{error.lineno}") from error
    except Refusal as error:
        at = f"{shown}:{error.line}" if error.line else shown
        raise TemplateError(error.zh, error.en, at=at, field=error.field) from error
    except (RecursionError, MemoryError) as error:
        raise TemplateError(
            "模板嵌套太深；请拆分", "the template is nested too deeply; split it", at=shown
        ) from error
    except Exception as error:
        # Names that Python cannot take, numbers of thousands of digits: Jinja leaves them to it.
        message = error.msg if isinstance(error, SyntaxError) else str(error)
        raise _broken(message, shown) from error
    assert isinstance(code, CodeType)
    return Compiled(code, macro_names(tree))


def _broken(message: str, at: str) -> TemplateError:
    return TemplateError(
        f"模板语法错误（{message:.120}）；请核对 {{{{ }}}} 与 {{% %}} 是否成对",
        f"the template's syntax is wrong ({message:.120}); check that {{{{ }}}} and {{% %}} pair",
        at=at,
    )
