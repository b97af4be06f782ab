"""What a report is about, from invented reports of other layouts and words, and from the examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.metadata.read import read_metadata
from extract.read import read_report
from extract.report import Budget, Furniture, Metadata, Period, Pool, TargetGroups
from tests.extract.metadata.made import BOX_OF_HEADER, chapter, front, report, table

NOTE = report(
    front(
        ("Notat", 12.0),
        ("Evaluering af Vej til Fleksjob", 20.0),
        "Udarbejdet for Social- og Boligstyrelsen af Nordlund Consult ApS",
        "Dato: 14. maj 2020",
        "Dokumentnr.: 20/04512-3",
        "Version: 0.9",
    ),
    chapter(
        1,
        "Baggrund",
        "introduction",
        "Projektet Vej til Fleksjob har modtaget 2,4 mio. kr. fra Social- og Boligstyrelsen.",
        "Silkeborg Kommune har gennemført projektet i perioden fra august 2017 til december 2019.",
        "Vi har interviewet ledere i Horsens Kommune og Vejle Kommune, som ikke deltog i projektet.",
    ),
)
FACTS = report(
    front(("Jobspor", 30.0), ("Afsluttende rapport", 14.0)),
    chapter(1, "Projektet kort", "project", "Her er projektet beskrevet."),
    tables=[
        table(
            [
                ["Projektets navn", "Jobspor"],
                ["Bevillingshaver", "Fonden Stien"],
                ["Ansøgt beløb", "5.000.000 kr."],
                ["Støttebeløb", "4.150.000 kr."],
                ["Løbetid", "1.1.2018 - 31.12.2020"],
                ["Medvirkende kommuner", "Aabenraa, Vejen og Tønder Kommuner"],
                ["Finansieringskilde", "Sundhedsstyrelsen"],
                ["Pulje", "Trivsel og job, 2017, § 16.21.44.10"],
                ["Evalueret af", "Havblik Analyse (HA)"],
                ["Hovedmålgruppe", "Unge med angst, der står uden for arbejdsmarkedet"],
                ["Øvrige målgrupper", "Forældre; praktiserende læger"],
                ["Udtrådte kommuner", "Haderslev (marts 2019)"],
            ],
            ["Emne", "Indhold"],
        )
    ],
)
PROSE = report(
    front(("Afsluttende evaluering af projekt Medvind", 22.0), "Foreningen Kystliv", "November 2021"),
    chapter(
        1,
        "Forord",
        "introduction",
        "Projekt Medvind er udviklet og gennemført af Foreningen Kystliv med støtte fra Velux Fonden. Foreningen fik "
        "bevilget 6,75 mio. kr. til projektet, der løb fra den 1. oktober 2018 til den 30. september 2021.",
        "Evalueringen er gennemført af analysefirmaet Havblik i perioden januar 2019 til oktober 2021.",
        "Projektet er gennemført i samarbejde med kommunerne Esbjerg, Varde og Fanø.",
    ),
    chapter(
        2,
        "Om projektet",
        "project",
        "Målgruppen består af langtidssygemeldte med stress. Jobcentermedarbejdere og praktiserende læger udgør "
        "projektets sekundære målgruppe.",
        "Billund Kommune valgte i marts 2019 at forlade projektet, fordi kommunen manglede henvisninger.",
        "Odense Kommune har tidligere gennemført et lignende projekt.",
    ),
)
FORM = report(
    front(
        ("Faglig slutrapport", 18.0),
        "Tilskudsmodtager",
        "Guldborgsund Kommune",
        "Projektets navn",
        "Sammen om job",
        "Projektperiode",
        "1. januar 2020 - 30. juni 2022",
        "Puljens navn",
        "Særlig indsats for førtidspensionister",
    ),
    chapter(1, "Resumé", "summary", "Projektet er et samarbejde mellem Guldborgsund Kommune og Lolland Kommune."),
)
BOX = report(
    front(
        ("Klar til start", 28.0),
        ("Midtvejsevaluering for perioden 2021-2022", 14.0),
        "Udarbejdet af Center for Socialt Arbejde, København, d. 3. februar 2023",
    ),
    chapter(
        1,
        "Fakta",
        "project",
        "Projektejer: Landsforeningen Ståsted",
        "Bevilget beløb: 3.200 t.kr.",
        "Projektperiode: 2021-2024",
        "Kommuner: Gladsaxe, Herlev og Rødovre (Ballerup udtrådte i juni 2022 grundet sparekrav)",
        'Støttet af: Styrelsen for Arbejdsmarked og Rekruttering, puljen "Flere i job" 2020',
    ),
)
NOTHING = report(
    front(("Håndbog i mødeledelse", 20.0), "Kontoret, 2000 Frederiksberg"),
    chapter(1, "Indledning", "introduction", "Om møder i Herning og Vejle, og hvad 500.000 kr. kan bruges til."),
)


def of(made: object, properties: dict[str, str] | None = None) -> Metadata:
    return read_metadata(made, properties or {})[0]  # type: ignore[arg-type]


def test_a_ministry_note_with_a_colophon() -> None:
    read = of(NOTE)
    assert (read.title, read.kind, read.project) == ("Evaluering af Vej til Fleksjob", "evaluation", "Vej til Fleksjob")
    assert (read.grantee, read.evaluator) == ("Silkeborg Kommune", "Nordlund Consult ApS")
    assert read.funder == "Social- og Boligstyrelsen"
    assert (read.document_number, read.version, read.published) == ("20/04512-3", "0.9", "2020-05-14")
    assert read.period == Period("2017-08", "2019-12")
    assert read.budget == Budget(2_400_000, "DKK", "granted")
    assert read.municipalities == ("Silkeborg",)
    assert read.dropouts == ()


def test_a_fact_table_with_other_labels() -> None:
    read = of(FACTS, {"title": "Microsoft Word - rapport_v3.docx", "author": "mhn"})
    assert (read.title, read.kind, read.project) == ("Jobspor", "final_evaluation", "Jobspor")
    assert (read.grantee, read.evaluator, read.funder) == ("Fonden Stien", "Havblik Analyse", "Sundhedsstyrelsen")
    assert read.pool == Pool("Trivsel og job", 2017, "16.21.44.10")
    assert read.budget == Budget(4_150_000, "DKK", "granted")
    assert read.period == Period("2018-01-01", "2020-12-31")
    assert read.municipalities == ("Aabenraa", "Vejen", "Tønder")
    assert [(left.name, left.when) for left in read.dropouts] == [("Haderslev", "2019-03")]
    assert read.target_groups == TargetGroups(
        "Unge med angst, der står uden for arbejdsmarkedet", ("Forældre", "Praktiserende læger")
    )
    assert (read.published, read.version, read.document_number) == (None, None, None)


def test_prose_alone() -> None:
    read = of(PROSE)
    assert (read.project, read.kind, read.published) == ("Medvind", "final_evaluation", "2021-11")
    assert (read.grantee, read.evaluator, read.funder) == ("Foreningen Kystliv", "Havblik", "Velux Fonden")
    assert read.period == Period("2018-10-01", "2021-09-30")
    assert read.budget == Budget(6_750_000, "DKK", "granted")
    assert read.municipalities == ("Esbjerg", "Varde", "Fanø")
    assert [(left.name, left.when, left.reason) for left in read.dropouts] == [
        ("Billund", "2019-03", "kommunen manglede henvisninger")
    ]
    assert read.target_groups == TargetGroups(
        "Langtidssygemeldte med stress", ("Jobcentermedarbejdere", "Praktiserende læger")
    )
    assert read.pool is None


def test_a_form_with_labels_over_their_values() -> None:
    read = of(FORM)
    assert (read.grantee, read.project) == ("Guldborgsund Kommune", "Sammen om job")
    assert read.pool == Pool("Særlig indsats for førtidspensionister", None, None)
    assert read.period == Period("2020-01-01", "2022-06-30")
    assert read.municipalities == ("Guldborgsund", "Lolland")
    assert (read.evaluator, read.funder, read.budget) == (None, None, None)


def test_a_fact_box() -> None:
    read = of(BOX)
    assert (read.title, read.kind) == ("Klar til start", "midterm_evaluation")
    assert (read.evaluator, read.grantee) == ("Center for Socialt Arbejde", "Landsforeningen Ståsted")
    assert read.pool == Pool("Flere i job", 2020, None)
    assert read.funder == "Styrelsen for Arbejdsmarked og Rekruttering"
    assert read.budget == Budget(3_200_000, "DKK", "granted")
    assert read.period == Period("2021", "2024")
    assert read.municipalities == ("Gladsaxe", "Herlev", "Rødovre")
    assert [(left.name, left.when, left.reason) for left in read.dropouts] == [("Ballerup", "2022-06", "sparekrav")]


def test_what_is_not_stated_stays_empty() -> None:
    read = of(NOTHING, {"title": "untitled", "created": "2020-01-01", "author": "Kirstine Holm"})
    assert read.title == "Håndbog i mødeledelse"
    assert read == Metadata(title=read.title, kind="other", evidence=read.evidence)


def test_a_report_of_nothing() -> None:
    assert of(report()) == Metadata()


@pytest.mark.parametrize("made", [NOTE, FACTS, PROSE, FORM, BOX], ids=["note", "facts", "prose", "form", "box"])
def test_every_value_read_from_a_page_has_its_place(made: object) -> None:
    read = of(made)
    told = {
        name for name in ("title", "project", "grantee", "evaluator", "funder", "pool", "published", "period", "budget")
        if getattr(read, name)
    }  # fmt: skip
    assert told <= set(read.evidence)
    assert all(region.page >= 1 for regions in read.evidence.values() for region in regions)


def test_a_version_strip_of_single_blocks_and_a_title_of_two() -> None:
    made = report(
        front(
            "Åboulevarden 22",
            "8000 Aarhus C",
            "www.nordlund.dk",
            ("Evaluering af", 24.0),
            ("Mentorer i mål", 24.0),
            *("PROJEKTNR.", "DOKUMENTNR.", "VERSION", "UDGIVELSESDATO", "A1234-7", "ND-77", "3.0", "Maj 2019"),
        ),
        chapter(
            1,
            "Indledning",
            "introduction",
            "Nordlund har på vegne af Styrelsen for Arbejdsmarked og Rekruttering evalueret projektet Mentorer i mål.",
            "De deltagende kommuner er:",
            *("- Aalborg", "- Rebild", "- Jammerbugt"),
            "Aalborg Kommune har fået midler fra puljen ”Mentor til flere” (2016), jf. § 17.46.55.10.",
        ),
    )
    read = of(made)
    assert (read.title, read.project) == ("Evaluering af Mentorer i mål", "Mentorer i mål")
    assert (read.document_number, read.version, read.published) == ("ND-77", "3.0", "2019-05")
    assert (read.evaluator, read.grantee, read.funder) == ("Nordlund", "Aalborg Kommune", None)
    assert read.municipalities == ("Aalborg", "Rebild", "Jammerbugt")
    assert read.pool == Pool("Mentor til flere", 2016, "17.46.55.10")


def test_people_of_a_firm_an_extension_and_a_name_in_capitals() -> None:
    made = report(
        front(
            ("PROJEKT NYE VEJE", 26.0),
            ("EVALUERINGSRAPPORT", 16.0),
            "Udarbejdet af Lene Holm og Per Dam, Analyse & Tal, for Foreningen Nye Veje",
            "Udgivet december 2019",
        ),
        chapter(
            1,
            "Om projektet",
            "project",
            "Nye Veje er et projekt under Foreningen Nye Veje. Projektperioden er 2017-2019 (forlænget til juni 2020). "
            "Projektet har en samlet bevilling på 8.400.000 kr. fra Den Grønne Støttefond.",
            "Fire kommuner deltager i projektet: Ishøj, Greve, Køge og Solrød.",
        ),
    )
    read = of(made)
    assert (read.project, read.evaluator, read.grantee) == ("Nye Veje", "Analyse & Tal", "Foreningen Nye Veje")
    assert (read.funder, read.published) == ("Den Grønne Støttefond", "2019-12")
    assert read.period == Period("2017", "2020-06")
    assert read.municipalities == ("Ishøj", "Greve", "Køge", "Solrød")


def test_a_subtitle_names_the_project_where_the_text_knows_it() -> None:
    told = "I tre år har vi drevet Nabohaven for mennesker, der er gået i stå. Puljen bestyres af Socialstyrelsen."
    facts = ("For hvem: voksne med langvarig stress", "Hvor: Odsherred og Lejre")
    own = (("Hvad blev det til?", 30.0), ("Vores egen evaluering af Nabohaven 2020-2023", 14.0), "Foreningen Spaden")
    known = read_metadata(report(front(*own), chapter(1, "Kort sagt", "summary", told, *facts)), {})[0]
    assert (known.title, known.project, known.kind) == ("Hvad blev det til?", "Nabohaven", "self_evaluation")
    assert known.funder == "Socialstyrelsen"
    assert known.target_groups is not None
    assert known.target_groups.primary == "Voksne med langvarig stress"
    other = read_metadata(report(front(*own), chapter(1, "Kort sagt", "summary", "Her er intet navn.")), {})[0]
    assert other.project != "Nabohaven"


def test_several_projects_have_no_name() -> None:
    made = report(
        front(("Tværgående evaluering af puljen Flere i arbejde", 24.0), "2020"),
        chapter(1, "Sammenfatning", "summary", "Puljen blev udmøntet af Socialstyrelsen i 2016 til otte projekter."),
    )
    read, warnings = read_metadata(made, {})
    assert (read.kind, read.project, read.funder) == ("programme_evaluation", None, "Socialstyrelsen")
    assert read.pool == Pool("Flere i arbejde", None, None)
    assert "several_projects" in [warning.code for warning in warnings]


def test_two_good_readings_give_a_warning() -> None:
    made = report(
        front(("Slutevaluering af Lyset", 20.0), "Evaluator: Havblik Analyse"),
        chapter(1, "Indledning", "introduction", "Evalueringen er gennemført af Nordlund Consult ApS."),
    )
    read, warnings = read_metadata(made, {})
    assert read.evaluator == "Havblik Analyse"
    assert [warning.code for warning in warnings] == ["metadata_disagree"]
    assert "Nordlund Consult ApS" in warnings[0].message


def test_a_running_header_tells_the_date() -> None:
    header = Furniture("header", "Lyset · Slutevaluering, juni 2023", 2, BOX_OF_HEADER)
    assert of(report(front(("Lyset", 20.0)), furniture=[header])).published == "2023-06"


@pytest.mark.reader
@pytest.mark.parametrize("name", ["nordlys", "broerne", "havnen"])
def test_the_examples(root: Path, name: str) -> None:
    folder = root / "examples" / name
    gold = json.loads((folder / f"{name}.gold.json").read_text("utf-8"))["metadata"]
    read = of(read_report(folder / f"{name}.pdf"))
    assert (read.kind, read.project, read.grantee) == (gold["kind"], gold["project"], gold["grantee"])
    assert (read.evaluator, read.funder) == (gold["evaluator"], gold["funder"])
    assert read.pool == Pool(**gold["pool"])
    assert read.period == Period(**gold["period"])
    assert read.published == gold["published"]
    assert sorted(read.municipalities) == sorted(gold["municipalities"])
    assert [left.name for left in read.dropouts] == [left["name"] for left in gold["dropouts"]]
