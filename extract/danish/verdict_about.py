"""Whether a verdict's word speaks of a goal, and whether it says what is or only what is wished, asked or expected."""

from __future__ import annotations

from extract.danish.verdict_clauses import Clauses
from extract.danish.verdict_terms import MET, Term

_INFINITIVES = frozenset({
    "nå", "opnå", "opfylde", "indfri", "realisere", "gennemføre", "overgå", "virkeliggøre",
    "komme i mål", "nå i mål", "leve op til",
})  # fmt: skip
_DEMANDS = ("kriteri", "betingels", "krav", "behov", "kvalifikation", "forventning", "forudsætning", "pligt")
_WHETHER = frozenset(
    {
        "om",
        "hvorvidt",
        "hvornår",
        "hvor",
        "hvordan",
        "hvis",
        "når",
        "såfremt",
        "inden",
        "før",
        "indtil",
        "medmindre",
        "førend",
    }
)
_COUNTING = frozenset({"some", "every", "finite", "negation", "partly", "only", "far", "fully", "not_yet", "not_now"})
_DETERMINERS = frozenset({"det", "den", "de", "disse", "og", "af", "projektets", "deres", "eller"})
_ONE = frozenset({"ét", "én", "et", "en"})
_ASSERTING = 5
"""Words between a modal verb and the verb of saying that makes it one ("kan således siges at være nået")."""
_NEAR = 9


def about_goal(clauses: Clauses, kernel: Term, reach: tuple[int, int], kept: list[Term]) -> bool:
    """Whether a kernel speaks of a goal, within the part of the sentence that it may say something of."""
    if _is_conjunction(clauses, kernel) or _names_it(clauses, kernel) or _governed(clauses, kernel, kept):
        return False
    goals = clauses.labelled({"goal"}, *reach)
    if kernel.label in {"full", "part", "met"}:
        return kernel.label != "met" or not _of_people(clauses, kernel)
    if kernel.label == "exceeded":
        return bool(clauses.labelled({"goal"}, 0, reach[1]))
    if kernel.label == "reached":
        own = bool(goals) and _own_goal(clauses, kernel, goals)
        return own or _counted(clauses, kernel, reach[0]) or _it(clauses, kernel)
    return _near_goal(clauses, kernel)


def _near_goal(clauses: Clauses, kernel: Term) -> bool:
    """Whether a goal is the subject of a word that is said of much else: "i proces", "opgivet", "kan ikke opgøres"."""
    start = clauses.before(kernel)[-1][0]
    if kernel.label == "unknowable" and _asks(clauses, kernel):
        return bool(clauses.labelled({"goal"}, kernel.end, len(clauses.words)))
    subjects = {"goal", "activity"} if kernel.label == "dropped" else {"goal"}
    near = [t for t in clauses.labelled(subjects, start, kernel.start) if kernel.start - t.end <= _NEAR]
    if kernel.label == "dropped":
        near += clauses.labelled(subjects, kernel.end, min(kernel.end + 3, len(clauses.words)))
    return (bool(near) and kernel.label != "done") or any(0 <= kernel.start - t.end <= 4 for t in near)


def _own_goal(clauses: Clauses, kernel: Term, goals: tuple[Term, ...]) -> bool:
    """Whether the kernel's clause names a goal, or has its subject before a parenthesis ("målet om, at …, er nået")."""
    word = clauses.words[kernel.start]
    before = clauses.words[kernel.start - 1] if kernel.start else ""
    nearly = any(kernel.end <= goal.start <= kernel.end + 2 for goal in goals)
    if word.endswith(("ede", "te")) and before in _DETERMINERS and not nearly:
        return False
    start = clauses.before(kernel)[-1][0]
    _, end = clauses.clause(kernel.start)
    first = clauses.first_word(start, kernel.end)
    headless = bool(clauses.labelled({"finite"}, first, first + 1)) and first < kernel.start
    return headless or any(start <= goal.start < end for goal in goals)


def asked(clauses: Clauses, kernel: Term) -> bool:
    """Whether the kernel's clause is a question, a condition or an explanation of words."""
    start = clauses.before(kernel)[-1][0]
    if clauses.opener(kernel) in _WHETHER and not _about_phrase(clauses, start):
        return kernel.label in MET
    return _asked(clauses, kernel, start) or _explained(clauses, kernel)


def supposed(clauses: Clauses, kernel: Term, left: int) -> bool:
    """Whether the kernel's clause is a wish, a forecast, or an earlier state."""
    if _infinitive(clauses, kernel):
        return not clauses.labelled({"governor"}, left, kernel.start)
    if kernel.label not in MET:
        return False
    matrix = clauses.matrix(kernel)
    spans = [*clauses.before(kernel), *([matrix] if matrix else [])]
    if matrix and clauses.words[matrix[1] - 1] == "i" and "mangler" in clauses.words[matrix[0] : matrix[1]]:
        return True
    earlier = clauses.labelled({"earlier"}, kernel.end, clauses.clause(kernel.start)[1])
    return bool(earlier) or any(_wished(clauses, span) or _modal(clauses, span, kernel) for span in spans)


def _modal(clauses: Clauses, span: tuple[int, int], kernel: Term) -> bool:
    for modal in clauses.labelled({"modal"}, *span):
        said = clauses.labelled({"say", "prove"}, modal.end, min(modal.end + _ASSERTING, kernel.start))
        past = clauses.words[modal.start] == "kunne" and clauses.labelled({"negation"}, modal.end, kernel.start)
        if not said and not past:
            return True
    return False


def _wished(clauses: Clauses, span: tuple[int, int]) -> bool:
    for term in clauses.labelled({"expect", "condition", "earlier"}, *span):
        said = clauses.labelled({"say"}, max(span[0], term.start - 3), term.start)
        if not (said and clauses.words[term.start : term.end] == ("for", "at")):
            return True
    return False


def _is_conjunction(clauses: Clauses, kernel: Term) -> bool:
    """Whether "når" is the conjunction: first in its clause, or after "først", "kun"."""
    if clauses.words[kernel.start] != "når" or kernel.end - kernel.start > 1:
        return False
    before = clauses.words[kernel.start - 1] if kernel.start else ","
    goal_before = clauses.labelled({"goal"}, max(0, kernel.start - 4), kernel.start)
    return before in {",", "først", "kun", "også", "selv", "og", "men", "især", "("} or (
        not goal_before and not clauses.labelled({"goal"}, kernel.end, min(kernel.end + 3, len(clauses.words)))
    )


def _names_it(clauses: Clauses, kernel: Term) -> bool:
    """Whether the kernel stands inside the goal's own words: "Målet om, at 80 pct. gennemfører forløbet, er nået"."""
    start, end = clauses.clause(kernel.start)
    first = clauses.first_word(start, end)
    while first < end and clauses.words[first] == "at" and start:
        upper = clauses.clause(start - 1)[0]
        if clauses.words[clauses.first_word(upper, start)] != "at":
            break
        start, first = upper, clauses.first_word(upper, start)
    if first < end and clauses.words[first] == "at" and start:
        above = clauses.clause(start - 1)
        last = above[1] - 1
        goals = clauses.labelled({"goal"}, *above)
        verbs = clauses.labelled({"finite"}, *above)
        if (
            goals
            and clauses.words[last] in {"om", "på", "for", "er", "var", "blev", "været"}
            and last - goals[-1].end <= 4
        ):
            return True
        return bool(goals) and not verbs
    at = [i for i in range(start, kernel.start) if clauses.words[i] == "at"]
    if (
        at
        and clauses.words[at[0] - 1] in {"om", "var", "er"}
        and clauses.labelled({"goal"}, max(start, at[0] - 5), at[0])
    ):
        later = [t for t in clauses.terms if t.label in MET and t.start >= kernel.end and t.end <= end]
        verbs = clauses.labelled({"finite"}, at[0], kernel.start)
        return bool(later) or not verbs or clauses.words[at[0] - 1] in {"var", "er"}
    return False


def _governed(clauses: Clauses, kernel: Term, kept: list[Term]) -> bool:
    """Whether an infinitive only completes a kernel before it: "lykkedes at nå"."""
    if kept and kept[-1].label not in MET and kernel.start - kept[-1].end <= 3:
        return not {",", "og", "men", "mens"} & set(clauses.words[kept[-1].end : kernel.start])
    if not kept or not _infinitive(clauses, kernel):
        return False
    return (
        kept[-1].label == "reached"
        and clauses.words[kept[-1].start].startswith(("lykke", "nåede", "nået"))
        and not any(clauses.words[i] in {"men", "mens"} for i in range(kept[-1].end, kernel.start))
    )


def _infinitive(clauses: Clauses, kernel: Term) -> bool:
    words = clauses.words
    plain = " ".join(words[kernel.start : kernel.end]) in _INFINITIVES
    before = words[max(0, kernel.start - 3) : kernel.start]
    return plain and ("at" in before or "kunnet" in before)


def _of_people(clauses: Clauses, kernel: Term) -> bool:
    """Whether persons meet demands: "borgere, der opfylder kriterierne"; no goal is in sight."""
    start, end = clauses.clause(kernel.start)
    if clauses.labelled({"goal"}, start, end):
        return False
    return any(word.startswith(_DEMANDS) for word in clauses.words[start:end]) or clauses.words[kernel.start].endswith(
        "nde"
    )


def _counted(clauses: Clauses, kernel: Term, left: int) -> bool:
    """Whether only a number stands before it: "Tre er nået, to er delvist nået"."""
    words = {word for word in clauses.words[left : kernel.start] if word.isalpha()}
    known = {clauses.words[i] for t in clauses.terms if t.label in _COUNTING for i in range(t.start, t.end)}
    numbers = {clauses.words[t.start] for t in clauses.labelled({"some"}, left, kernel.start)} | (words & _ONE)
    return bool(numbers) and words <= known | _ONE | {"og", "mens", "er", "dem"}


def _it(clauses: Clauses, kernel: Term) -> bool:
    """Whether "det" stands for a goal that the sentence names: "… og vi vurderer det som nået"."""
    start = clauses.before(kernel)[-1][0]
    says = clauses.labelled({"say"}, start, kernel.start)
    pronoun = {"det", "dette", "den", "denne"} & set(clauses.words[start : kernel.start])
    return bool(says and pronoun and clauses.labelled({"goal"}, 0, kernel.start))


def _asks(clauses: Clauses, kernel: Term) -> bool:
    after = clauses.words[kernel.end : kernel.end + 8]
    return bool({"om", "hvorvidt", "hvor"} & set(after))


def _asked(clauses: Clauses, kernel: Term, start: int) -> bool:
    """Whether an indirect question holds the kernel: "vurdere om målet er nået"."""
    for i in range(start + 1, kernel.start):
        if clauses.words[i] in {"om", "hvorvidt"} and clauses.labelled({"goal"}, i + 1, min(i + 4, len(clauses.words))):
            named = clauses.labelled({"goal"}, max(0, i - 1), i)
            if not named:
                return True
    return False


def _about_phrase(clauses: Clauses, start: int) -> bool:
    """Whether "om" continues a goal's name over a comma: "målet, om at …" (a rare comma)."""
    return bool(start and clauses.labelled({"goal"}, max(0, start - 1), start)) and clauses.words[start + 1] == "om"


def _explained(clauses: Clauses, kernel: Term) -> bool:
    """Whether the sentence says what the word means: "Nået betyder, at …", "Opfyldt bruges, når …"."""
    legends = clauses.labelled({"legend"}, 0, len(clauses.words))
    return any(
        legend.start <= 4
        and not clauses.labelled({"finite"} - {"legend"}, 0, legend.start)
        and clauses.labelled({*MET, "ongoing", "dropped", "failed", "delayed", "partly", "unknowable"}, 0, legend.start)
        and (kernel.start > legend.start or kernel.end <= legend.start)
        for legend in legends
    )
