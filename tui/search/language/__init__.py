"""The query language: from what is typed to a syntax tree, and back."""

from tui.search.language.parser import Parsed, parse
from tui.search.language.printing import unparse
from tui.search.language.questions import half_typed
from tui.search.language.tree import Fault, Node
from tui.search.language.understanding import understood

__all__ = ["Fault", "Node", "Parsed", "half_typed", "parse", "understood", "unparse"]
