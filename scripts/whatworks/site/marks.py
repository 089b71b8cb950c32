"""The shapes that always stand beside a word: direction, evidence ladder, bars. No colour carries a meaning alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from markupsafe import Markup, escape

_RING = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 3.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6z"
SHAPES = {
    "improved": "M8 2 15 14H1z",
    "mixed": "M8 1l7 7-7 7-7-7z",
    "no-change": "M1 6h14v4H1z",
    "worsened": "M8 14 1 2h14z",
    "unclear": _RING,
    "forecast": _RING,
    "reach": _RING,
    "none": _RING,
}
WORDS = {
    "improved": "Improved",
    "mixed": "Mixed",
    "no-change": "No change",
    "worsened": "Worse",
    "unclear": "Not clear yet",
    "forecast": "Forecast only",
    "reach": "Use only",
    "none": "Nothing known",
}
_RUNGS = (
    "M0 14v-2h6v2z",
    "M8 14v-4h6v4z",
    "M16 14v-6.5h6v6.5z",
    "M24 14v-9h6v9z",
    "M32 14v-11.5h6v11.5z",
    "M40 14v-14h6v14z",
)
_BAR_WIDTH = 72.0
_BAR_GAP = 1.5
_BAR_PLACES = {"improved": (0, 8), "mixed": (4, 8), "no-change": (6, 4), "worsened": (8, 8)}
"""Top and height of each part of a bar: what improved stands high, what got worse hangs low."""


@cache
def shape(state: str, extra: str = "") -> Markup:
    """The shape of a state, for use beside its word."""
    css = f"sh {extra}".strip()
    return Markup(f'<svg class="{css}" viewBox="0 0 16 16" aria-hidden="true"><path d="{SHAPES[state]}"/></svg>')


@cache
def direction(state: str) -> Markup:
    """A state as shape and word."""
    return Markup(f'<span class="dir dir-{state}">{shape(state)}{WORDS[state]}</span>')


@cache
def ladder(level: int, label: str) -> Markup:
    """An evidence level as a ladder, its word and its place among the five."""
    on, off = "".join(_RUNGS[: level + 1]), "".join(_RUNGS[level + 1 :])
    rest = f'<path class="off" d="{off}"/>' if off else ""
    return Markup(
        f'<span class="ev"><svg class="ladder" viewBox="0 0 46 14" aria-hidden="true">'
        f'<path class="on" d="{on}"/>{rest}</svg>'
        f"<span>{escape(label)} <small>{level} of 5</small></span></span>"
    )


def bar(counts: Mapping[str, int]) -> Markup:
    """A small bar of directions, largest meaning first; its words are in the label."""
    shown = {state: counts.get(state, 0) for state in _BAR_PLACES}
    shown["unclear"] = sum(count for state, count in counts.items() if state not in _BAR_PLACES)
    parts = [(state, count) for state, count in shown.items() if count]
    total = sum(count for _, count in parts)
    if not total:
        return Markup()
    width = _BAR_WIDTH - _BAR_GAP * (len(parts) - 1)
    rects, x = [], 0.0
    for state, count in parts:
        top, height = _BAR_PLACES.get(state, (6, 4))
        length = width * count / total
        rects.append(f'<rect class="{state}" x="{x:.1f}" y="{top}" width="{length:.1f}" height="{height}"/>')
        x += length + _BAR_GAP
    said = ", ".join(f"{count} {WORDS[state].lower() if state != 'unclear' else 'not shown'}" for state, count in parts)
    return Markup(f'<svg class="bar" viewBox="0 0 72 16" role="img" aria-label="{said}">{"".join(rects)}</svg>')
