"""What a cell's text is: a number, a placeholder for one, or words."""

from __future__ import annotations

import re

NUMBER = re.compile(
    r"^(?:ca\.|c\.|[<>≤≥~±+\-–—−(\[€$£*]|DKK|EUR|USD|kr\.)*\s*\d[\d.,’'/:\s –-]*"
    r"(?:\s?(?:%|‰|pct\.?|procent|kr\.?|mio\.?|mia\.?|DKK|EUR|[a-z]\b|[*†‡)\]]|\(\w{1,2}\)))*[*†‡)\].,;]*$",
    re.IGNORECASE,
)
NUMBER_AND_SHARE = re.compile(r"^[\d.,\s]+\(\s?[\d.,]+\s?%?\s?\)$")
PLACEHOLDER = re.compile(r"^(?:[-–—−.:*•x✓✔]|\.\.+|n\.?\s?a\.?|n/a|i\.o\.|u\.?o\.?)$", re.IGNORECASE)
CURRENCY = re.compile(r"^(?:[$€£(<>±+~≤≥-]|DKK|EUR|USD|kr\.?)+$")
TRAILING = re.compile(r"^(?:[%‰)\]*†‡]|\(?\w\)|pct\.?)+$")


def is_number(text: str) -> bool:
    """Whether the text is one number, with a sign, a unit or marks around it."""
    return bool(NUMBER.match(text) or NUMBER_AND_SHARE.match(text))


def is_value(text: str) -> bool:
    """A number, or what stands in a number's place (a dash, n.a., a cross)."""
    return is_number(text) or bool(PLACEHOLDER.match(text))
