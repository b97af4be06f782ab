"""Questions after targets by their verdict: how many are met, which are not, are all of them."""

from __future__ import annotations

from collections.abc import Sequence

from index.passage import Passage
from index.said import LEVELS, STATUS, Said, target_said
from index.stated import listed
from qa.asked import Asked
from qa.holding import words_of
from qa.stated import Stated
from qa.wording import record_words

LEFT = 0.45
"""Weight from which another word of the question asks for more than verdicts tell."""
NAMED = 3
"""Targets without a printed id that are named of each verdict, at most."""
NAMED_WORDS = 8
"""Words by which a target without a printed id is named."""


def target_verdicts(asked: Asked, passages: Sequence[Passage], *, brief: bool = False) -> Stated | None:
    """How many targets of the level asked for have which verdict; ``None`` where that is not what is asked.

    ``brief`` leaves out the names of those that have no printed id.
    """
    lower = asked.lower
    words = record_words()
    if not words["targets"].search(lower) or asked.asks("why") or _asks_for_more(asked):
        return None
    held = [(passage, said) for passage in passages if (said := target_said(passage)) is not None]
    level = next((name for name in LEVELS if words[f"levels.{name}"].search(lower)), None)
    chosen = [one for one in held if level is None or one[1].level.startswith(level)] or held
    if not chosen:
        return None
    verdict = next((name for name in _ORDER if words[f"verdicts.{name}"].search(lower)), None)
    lead = [one for one in chosen if verdict in (None, one[1].status)]
    others = [one for one in chosen if one not in lead]
    return Stated(_told(chosen, verdict, level, brief=brief), tuple(passage for passage, _ in (*lead, *others)))


_AFTER = ("not_achieved", "partly_achieved", "dropped", "ongoing", "unknown", "achieved")
"""The verdicts as somebody wants to know them who asks what was not met."""
_ORDER = ("dropped", "unknown", "partly_achieved", "not_achieved", "ongoing", "achieved")


def _asks_for_more(asked: Asked) -> bool:
    """Whether the question has words beyond targets and verdicts: then it is about one of them."""
    own = words_of(" ".join((*LEVELS.values(), *STATUS.values(), _VERDICT_WORDS)))
    return bool(asked.targets) or any(
        term.weight >= LEFT and not (term.stems | term.parts) & own.all and not any(o <= own.all for o in term.others)
        for term in asked.terms
    )


_VERDICT_WORDS = (
    "mål målsætning delmål succeskriterium projektmål nået opnået indfriet realiseret lykkedes målopfyldelse procesmål "
    "outputmål forsinket opgivet droppet udgået mangler opstillede fastsatte oprindelige"
)


def _told(chosen: Sequence[tuple[Passage, Said]], verdict: str | None, level: str | None, *, brief: bool) -> str:
    name = LEVELS[level] if level else "mål"
    after = _AFTER if verdict == "not_achieved" else tuple(STATUS)
    order = sorted(STATUS, key=lambda status: (status != verdict, after.index(status)))
    groups = {status: [said for _, said in chosen if said.status == status] for status in order}
    said = [f"{len(found)} er {STATUS[status]}{_names(found, brief)}" for status, found in groups.items() if found]
    if verdict and not groups[verdict]:
        said.insert(0, f"ingen er {STATUS[verdict]}")
    return f"Af {len(chosen)} {name}: {'; '.join(said)}.".replace(" er kan ikke vurderes", " kan ikke vurderes")


def _names(found: Sequence[Said], brief: bool) -> str:
    """The targets in brackets: by their ids, those without a printed one by their first words, or not."""
    if brief and any(said.id.startswith("i") for said in found):
        return ""
    unnamed = [said for said in found if said.id.startswith("i")]
    told = [said for said in found if said not in unnamed[NAMED:]]
    names = [said.id if said not in unnamed else f"“{_short(said.text)}”" for said in told]
    more = (f"{len(found) - len(told)} til",) if len(told) < len(found) else ()
    return f" ({listed((*names, *more))})"


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= NAMED_WORDS else f"{' '.join(words[:NAMED_WORDS])} …"
