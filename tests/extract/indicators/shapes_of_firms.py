"""More invented target tables, as consultants, agencies, associations and municipalities set them out."""

from __future__ import annotations

from tests.extract.indicators.shapes import NOT, OK, OPEN, PART, Goal, Shape, nothing, table

ANY = -1.0

MORE_TARGETS: tuple[Shape, ...] = (
    Shape(
        "verdicts first, and no header",
        (
            "# Hvordan gik det?",
            table(
                "Overblik",
                "|||",
                "Nået | Flere borgere deltager i foreningslivet | 20 % | 46 %",
                "Ikke nået | Færre borgere føler sig ensomme | 61 % | 58 %",
                "Delvist nået | Borgere kender en kontaktperson | 30 % | 62 %",
            ),
        ),
        (
            Goal("Flere borgere", ANY, ANY, OK),
            Goal("Færre borgere", ANY, ANY, NOT),
            Goal("Borgere kender", ANY, ANY, PART),
        ),
    ),
    Shape(
        "VIVE virkninger",
        (
            "# Analyse",
            "## Forventede virkninger og deres indtræden",
            table(
                "Tabel 4.1 Forventede og observerede virkninger",
                "Forventet virkning | Tærskel | Observeret | Indtrådt?",
                "De unge møder stabilt i skole | 85 pct. fremmøde | 88 pct. | Ja",
                "De unge har en plan efter sommerferien | 90 pct. | 71 pct. | Delvist",
                "Forældrene deltager i møder | 75 pct. | 32 pct. | Nej",
            ),
        ),
        (
            Goal("De unge møder", 85, 88, OK),
            Goal("De unge har", 90, 71, PART),
            Goal("Forældrene", 75, 32, NOT),
        ),
    ),
    Shape(
        "Socialstyrelsen skabelon",
        (
            "# Afrapportering",
            table(
                "Skema 2: Resultater",
                "Resultatmål (fra ansøgningen) | Kriterium | Start | Ved projektslut | I hvor høj grad indfriet?",
                "Borgerne får færre indlæggelser | Højst 20 | 44 | 18 | I meget høj grad",
                "Borgerne oplever større mestring | 4,0 | 2,8 | 3,4 | I nogen grad",
                "Pårørende inddrages i planen | 100 pct. | 20 pct. | 35 pct. | I ringe grad",
            ),
        ),
        (
            Goal("Borgerne får", 20, 18, OK, level="outcome"),
            Goal("Borgerne oplever", 4.0, 3.4, PART),
            Goal("Pårørende", 100, 35, NOT),
        ),
    ),
    Shape(
        "Deloitte KPI",
        (
            "# KPI'er og gevinster",
            table(
                "Figur 3 KPI-oversigt",
                "KPI | Baseline | Mål 2021 | Status Q4 2021 | Δ | Trend",
                "Sagsbehandlingstid i dage | 42 | ≤ 30 | 28 | -14 | ↓",
                "Andel sager afsluttet rettidigt | 61 % | 85 % | 79 % | +18 | ↑",
                "Brugertilfredshed (1-5) | 3,1 | 4,0 | 4,2 | +1,1 | ↑",
            ),
        ),
        (
            Goal("Sagsbehandlingstid", 30, 28, OK),
            Goal("Andel sager", 85, 79, PART),
            Goal("Brugertilfredshed", 4.0, 4.2, OK),
        ),
    ),
    Shape(
        "LG Insight milepæle",
        (
            "# Fremdrift på milepælene",
            table(
                "Tabel 3 Milepæle",
                "Milepæl | Frist | Gennemført",
                "Kick-off med alle samarbejdspartnere er afholdt | marts 2018 | Ja",
                "Håndbog til mentorer er trykt og sendt ud | august 2018 | Ja, men først i november",
                "Netværk for ledere er etableret | januar 2019 | Nej",
            ),
        ),
        (
            Goal("Kick-off", None, ANY, OK, level="activity"),
            Goal("Håndbog", None, ANY, "?"),
            Goal("Netværk", None, ANY, NOT),
        ),
    ),
    Shape(
        "NGO promises",
        (
            "# Hvad vi lovede fonden",
            table(
                "Aktiviteter, vi lovede",
                "Aktivitet | Antal lovet | Antal holdt | Bemærkning",
                "Sommerlejr for børn | 2 | 2 | Begge med venteliste",
                "Besøgsvenner matchet | 50 | 37 | Svært at finde mænd",
                "Foredrag på skoler | 20 | 26 | ",
            ),
        ),
        (
            Goal("Sommerlejr", 2, 2, OK, level="activity"),
            Goal("Besøgsvenner", 50, 37, PART),
            Goal("Foredrag", 20, 26, OK),
        ),
    ),
    Shape(
        "COWI output outcome columns",
        (
            "# Målopnåelse i forhold til output",
            table(
                "Tabel 6 Outputmål",
                "Outputindikator | Enhed | Måltal | Resultat | Målopnåelse (%)",
                "Deltagende virksomheder | antal | 120 | 133 | 111",
                "Udviklede produkter | antal | 15 | 9 | 60",
                "Uddannelsesdage | dage | 300 | 290 | 97",
            ),
        ),
        (
            Goal("Deltagende", 120, 133, OK, level="activity"),
            Goal("Udviklede", 15, 9, PART),
            Goal("Uddannelsesdage", 300, 290, PART),
        ),
    ),
    Shape(
        "symbols",
        (
            "# Status på målene",
            table(
                "Målene i oversigt",
                "Nr. | Mål | ✓/✗",
                "1 | Alle borgere får en fast kontaktperson inden for 14 dage | ✓",
                "2 | Der holdes status hver tredje måned med borgeren | ✗",
                "3 | Personalet er uddannet i metoden | (✓)",
            ),
        ),
        (
            Goal("Alle borgere", ANY, ANY, OK, id="1"),
            Goal("Der holdes", ANY, ANY, NOT, id="2"),
            Goal("Personalet", ANY, ANY, PART, id="3"),
        ),
    ),
    Shape(
        "merged groups",
        (
            "# Resultater",
            table(
                "Tabel 5 Målopfyldelse",
                "Overordnet mål | Delmål | Succeskriterium | Resultat | Vurdering",
                "Flere i job | Borgere er i praktik | 40 | 44 | Opfyldt",
                "Flere i job | Borgere er i ordinær ansættelse | 20 | 8 | Ikke opfyldt",
                "Bedre helbred | Borgere dyrker motion ugentligt | 60 % | 52 % | Næsten opfyldt",
            ),
        ),
        (
            Goal("Borgere er i praktik", 40, 44, OK),
            Goal("Borgere er i ordinær", 20, 8, NOT),
            Goal("Borgere dyrker", 60, 52, PART),
        ),
    ),
    Shape(
        "two verdict years",
        (
            "# Målopfyldelse over tid",
            table(
                "Tabel 9 Mål og vurdering",
                "Mål | Vurdering 2018 | Vurdering 2019",
                "Lokal samarbejdsaftale er indgået i alle kommuner | Delvist opfyldt | Opfyldt",
                "Fælles journal er taget i brug af alle parter | Ikke opfyldt | Delvist opfyldt",
            ),
        ),
        (
            Goal("Lokal samarb", ANY, ANY, OK),
            Goal("Fælles journal", ANY, ANY, PART),
        ),
    ),
    Shape(
        "amount targets",
        (
            "# Effektmål",
            table(
                "Tabel 2 Effektmål",
                "Effektmål | Mål | Resultat",
                "Øget omsætning i virksomhederne | 12 mio. kr. | 9,5 mio. kr.",
                "Nye arbejdspladser i området | 25 | 31",
                "Sparet CO2 om året | 200 ton | 90 ton",
            ),
        ),
        (
            Goal("Øget oms", ANY, ANY, PART, level="impact"),
            Goal("Nye arb", 25, 31, OK),
            Goal("Sparet", 200, 90, NOT),
        ),
    ),
    Shape(
        "status column free words",
        (
            "# Aktiviteter",
            table(
                "Tabel 3 Planlagte aktiviteter",
                "Planlagt aktivitet | Hvordan er det gået?",
                "Undervisning af 60 medarbejdere i metoden | Gennemført. 64 medarbejdere har deltaget",
                "Oversættelse af materialer til fem sprog | Ikke gennemført på grund af manglende tid",
                "Månedlige møder i følgegruppen | Delvist gennemført, mødet blev aflyst i sommeren",
            ),
        ),
        (
            Goal("Undervisning", 60, ANY, OK, level="activity"),
            Goal("Oversættelse", ANY, ANY, NOT),
            Goal("Månedlige", ANY, ANY, PART),
        ),
    ),
    Shape(
        "header in capitals, first col id+text",
        (
            "# 3 MÅL OG MÅLOPFYLDELSE",
            table(
                "TABEL 3",
                "MÅL | SUCCESKRITERIUM | STATUS",
                "1. Flere unge gennemfører en uddannelse | 70 % | 62 %",
                "2. Færre unge er på kontanthjælp | Højst 15 % | 13 %",
                "3. Alle unge har en mentor | 100 % | 100 %",
            ),
        ),
        (
            Goal("Flere unge", 70, 62, PART, id="1"),
            Goal("Færre unge", 15, 13, OK, id="2"),
            Goal("Alle unge", 100, 100, OK, id="3"),
        ),
    ),
    Shape(
        "turned",
        (
            "# Målopfyldelse",
            table(
                "Tabel 4 Mål",
                " | Mål 1: Flere i praktik | Mål 2: Flere i job",
                "Måltal | 30 | 20",
                "Opnået | 33 | 11",
                "Vurdering | Opfyldt | Delvist opfyldt",
            ),
        ),
        (
            Goal("Flere i praktik", 30, 33, OK),
            Goal("Flere i job", 20, 11, PART),
        ),
    ),
    Shape(
        "sentence actual with verdict",
        (
            "# Opfølgning på succeskriterier",
            table(
                "Tabel 1 Opfølgning",
                "Succeskriterie | Opfølgning",
                "75 pct. af deltagerne gennemfører forløbet | 68 pct. har gennemført. Kriteriet er ikke opfyldt",
                "Mindst 10 deltagere får et småjob | 12 deltagere har fået småjob, og kriteriet er opfyldt",
            ),
        ),
        (
            Goal("75 pct.", 75, ANY, NOT),
            Goal("Mindst 10", 10, ANY, OK),
        ),
    ),
    Shape(
        "midterm traffic",
        (
            "# Fremdriftsrapport",
            table(
                "Status på leverancer",
                "Leverance | Forventet færdig | Status",
                "Kortlægning af målgruppen | Q1 2020 | Grøn",
                "Uddannelsesforløb for mentorer | Q3 2020 | Gul",
                "IT-understøttelse | Q4 2020 | Forsinket",
            ),
        ),
        (
            Goal("Kortlægning", ANY, ANY, OK, level="activity"),
            Goal("Uddannelsesforløb", ANY, ANY, OPEN),
            Goal("IT-", ANY, ANY, OPEN),
        ),
        "midterm_evaluation",
    ),
)

MORE_WITHOUT: tuple[Shape, ...] = (
    nothing(
        "tasks",
        "# Projektets opgaver",
        table(
            "Opgaver",
            "Opgave | Timer | Medarbejdere",
            "Kontakt til virksomheder i lokalområdet | 400 | 3",
            "Samtaler med borgere | 900 | 5",
        ),
    ),
    nothing(
        "quotes",
        "# Det siger borgerne",
        table(
            "Citater",
            "Tema | Citat",
            "Mødet med mentoren | Han har altid tid til at lytte, og det er guld værd for mig",
            "Arbejdspladsen | Det gik faktisk godt, og jeg blev klar til mere",
        ),
    ),
    nothing(
        "response",
        "# Metode",
        table(
            "Tabel 1 Svarprocenter",
            "Gruppe | Udsendt | Besvaret | Svarprocent",
            "Borgere i målgruppen | 200 | 120 | 60 %",
            "Ledere i kommunerne | 20 | 18 | 90 %",
        ),
    ),
    nothing(
        "recommendations",
        "# Anbefalinger",
        table(
            "Anbefalinger",
            "Nr. | Anbefaling | Ansvarlig",
            "1 | Kommunerne bør give mere tid til opstart | Ledelsen",
            "2 | Mentorerne bør have supervision hver måned | Projektleder",
        ),
    ),
    nothing(
        "municipality verdicts",
        "# Kommuner",
        table(
            "Tabel 3 Kommunernes forankring",
            "Kommune | Fortsætter indsatsen | Bemærkning",
            "Vejle | Ja | Finansieres over driften",
            "Kolding | Nej | Stopper ved årets udgang",
        ),
    ),
    nothing(
        "forløb types",
        "# Indsatsen",
        table(
            "Tabel 2 Forløbstyper",
            "Forløb | Antal borgere | Gennemført | Afbrudt",
            "Korte forløb på seks uger | 80 | 66 | 14",
            "Lange forløb på et halvt år | 40 | 21 | 19",
        ),
    ),
    nothing(
        "fidelity",
        "# Implementering",
        table(
            "Tabel 5 Metodetrofasthed",
            "Kerneelement | 2018 | 2019",
            "Ugentlig samtale med borgeren | 3,2 | 4,1",
            "Tæt kontakt til arbejdspladsen | 2,8 | 3,5",
        ),
    ),
)
