"""A report's text, tables and document properties → what it is about.

Every kind of evidence proposes readings with a weight and a place; the heaviest wins. What nobody states stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extract.metadata import dropouts as leaving
from extract.metadata.candidates import Choice, choose, disagreement
from extract.metadata.entries import Entry, entries
from extract.metadata.facts import facts
from extract.metadata.funding import funding
from extract.metadata.kind import kind_of
from extract.metadata.labels import field_of
from extract.metadata.participants import participants
from extract.metadata.parties import addressees, authors, front_dates, front_organisations, letterhead, running_names
from extract.metadata.passages import Passage, passages
from extract.metadata.periods import periods
from extract.metadata.projects import projects
from extract.metadata.roles import roles
from extract.metadata.settle import Chosen, settled, sure, without_own_evaluators
from extract.metadata.target_groups import target_groups
from extract.metadata.titles import front, is_junk, subtitle_projects, titles
from extract.report import (
    Budget,
    Dropout,
    Metadata,
    Period,
    Pool,
    ReadingWarning,
    Region,
    Report,
    ReportKind,
    TargetGroups,
)

WARNED = (
    "title",
    "project",
    "grantee",
    "evaluator",
    "funder",
    "pool_name",
    "account",
    "published",
    "period",
    "budget",
    "municipalities",
)
"""Fields whose second good reading is worth a warning."""


def read_metadata(report: Report, properties: Mapping[str, str]) -> tuple[Metadata, tuple[ReadingWarning, ...]]:
    """The metadata of a report and a warning (``metadata_disagree``) for each field that is told in two ways.

    ``properties``: the file's own (title, author, subject, company; dates in ISO form); may be empty.
    """
    found, labelled = passages(report), entries(report)
    candidates = [
        *titles(report, properties), *facts(labelled), *funding(found), *periods(found),
        *participants(report, found), *target_groups(found), *front_dates(report), *front_organisations(report),
        *letterhead(report, found), *addressees(report), *authors(properties), *running_names(report),
    ]  # fmt: skip
    title = choose(candidates, "title")
    kind = kind_of(_names(report, properties, title), found)
    candidates += projects(title.candidate if title and kind != "other" else None, found, subtitle_projects(report))
    name = choose(candidates, "project")
    candidates += roles(found, (str(name.candidate.value),) if name else ())
    candidates = without_own_evaluators(candidates)
    chosen = Chosen({f: c for f in {one.field for one in candidates} if (c := choose(candidates, f))})
    if kind == "other":
        chosen = sure(chosen)
    left = _dropouts(labelled, found)
    chosen = settled(chosen, candidates, left, leaving.joiners(found))
    warnings = [w for field in WARNED if field in chosen.choices and (w := disagreement(chosen.choices[field]))]
    metadata = _metadata(chosen, kind, left)
    if kind == "programme_evaluation":
        evidence = {name: places for name, places in metadata.evidence.items() if name != "project"}
        metadata = replace(metadata, project=None, evidence=evidence)
        warnings.append(
            ReadingWarning("several_projects", None, "The report evaluates several projects; none is named.")
        )
    return metadata, tuple(warnings)


def _names(report: Report, properties: Mapping[str, str], title: Choice | None) -> Iterable[str]:
    """What the report calls itself: title, front page, running headers, properties."""
    yield str(title.candidate.value) if title else ""
    yield from (one.block.text for one in front(report))
    yield from (section.title for section in report.sections[:2])
    yield from (item.text for item in report.furniture if item.kind in ("header", "footer") and item.page <= 4)
    for key in ("title", "subject"):
        if not is_junk(properties.get(key, "")):
            yield properties.get(key, "")


def _dropouts(labelled: tuple[Entry, ...], found: tuple[Passage, ...]) -> tuple[Dropout, ...]:
    told = {one.name: one for one in leaving.dropouts(found)}
    for entry in labelled:
        if field_of(entry.label) == "dropouts":
            for one in leaving.from_label(entry.value):
                place = entry.regions[0] if entry.regions else None
                old = told.get(one.name, one)
                told[one.name] = replace(
                    old, when=old.when or one.when, reason=old.reason or one.reason, region=old.region or place
                )
    return tuple(told.values())


def _metadata(chosen: Chosen, kind: ReportKind, left: tuple[Dropout, ...]) -> Metadata:
    pool = Pool(chosen.value("pool_name", str), chosen.value("pool_year", int), chosen.value("account", str))
    groups = TargetGroups(chosen.value("primary", str), chosen.value("secondary", tuple) or ())
    return Metadata(
        title=chosen.value("title", str),
        kind=kind,
        project=chosen.value("project", str),
        grantee=chosen.value("grantee", str),
        evaluator=chosen.value("evaluator", str),
        funder=chosen.value("funder", str),
        pool=pool if pool.name or pool.account else None,
        published=chosen.value("published", str),
        period=chosen.value("period", Period),
        budget=chosen.value("budget", Budget),
        municipalities=chosen.value("municipalities", tuple) or (),
        dropouts=left,
        target_groups=groups if groups.primary or groups.secondary else None,
        document_number=chosen.value("document_number", str),
        version=chosen.value("version", str),
        evidence=_evidence(chosen, left),
    )


def _evidence(chosen: Chosen, left: tuple[Dropout, ...]) -> dict[str, tuple[Region, ...]]:
    """The places of every field that was read from a page."""
    sources = {
        "pool": ("pool_name", "pool_year", "account"),
        "target_groups": ("primary", "secondary"),
        **{name: (name,) for name in ("title", "project", "grantee", "evaluator", "funder", "published", "period",
                                      "budget", "municipalities", "document_number", "version")},
    }  # fmt: skip
    places = {
        name: tuple(dict.fromkeys(r for f in fields for r in chosen.regions(f))) for name, fields in sources.items()
    }
    places["dropouts"] = tuple(one.region for one in left if one.region)
    return {name: regions for name, regions in sorted(places.items()) if regions}
