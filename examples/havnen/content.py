"""The text of the fictional report "Kajplads": every name, place of work and figure is invented."""
from maker import Doc, Indicator, Table

doc = Doc()
TITLE = "Slutevaluering af Kajplads"
TOWNS = ["Helsingør", "Fredensborg", "Gribskov", "Halsnæs"]
YOUNG = {"Helsingør": (50, 54, 41, 26), "Fredensborg": (25, 19, 12, 5), "Gribskov": (35, 32, 25, 14), "Halsnæs": (30, 26, 21, 11)}
total = lambda k: sum(r[k] for r in YOUNG.values())
FRONT = ["Et forløb på havnen for unge med psykiske lidelser", "Udarbejdet af Østenvind Analyse for Fonden Kajfolket", "24. februar 2023", "Fotos og tekst må bruges frit med angivelse af kilde"]
doc.front = [(x, 1) for x in FRONT]

doc.h(1, None, "Det korte af det lange")
doc.p("Kajplads har i tre et halvt år åbnet havnens værksteder, kraner og fiskekuttere for unge, som jobcentret havde svært ved at finde plads til. 131 unge er begyndt, 99 har gennemført, og 56 er i dag i job eller uddannelse. De unge kommer, fordi der er brug for dem, og de bliver, fordi de har en makker.")
doc.p("Det er lykkedes at få virksomhederne med. Det er ikke lykkedes at få kommunernes sagsbehandlere med om bord, og håndbogen til andre havnebyer blev aldrig skrevet. Vores vigtigste råd er, at kommunen sætter navn på én sagsbehandler, før den første unge møder på kajen.", learn="kommunen sætter navn på én sagsbehandler, før den første unge møder på kajen")

doc.h(1, None, "Om Kajplads")
doc.box("Fakta om Kajplads", ["Projektejer: Fonden Kajfolket", "Periode: 1. august 2019 – 31. december 2022", "Budget: 6,1 mio. kr. i alt", "Pulje: Flere unge om bord, 2019 (finanslovskonto 17.38.21.40)", "Kommuner: Helsingør, Fredensborg, Gribskov og Halsnæs"])
doc.h(2, None, "Hvorfor havnen?")
doc.p("På en havn er der altid noget, der skal males, bøjes, bæres eller svejses. Arbejdet er synligt, det er færdigt om aftenen, og man kan se, hvem der har lavet det. Derfor fik Fonden Kajfolket i 2018 idéen til at lade unge med psykiske lidelser følge en svend eller en formand på en havnevirksomhed i stedet for at sidde på et vejledningskursus. Idéen blev til et projekt med støtte fra puljen »Flere unge om bord«, 2019.[[1]]", probe=["det er færdigt om aftenen, og man kan se, hvem der har lavet det"])
doc.p("Projektet begyndte med fem kommuner. Hørsholm Kommune meldte sig ud i juni 2020, fordi den havde for få unge i målgruppen. De fire øvrige kommuner har været med hele vejen, og måltallene er ikke ændret af den grund: Hørsholm havde kun budt ind med fire unge, og dem tog Fredensborg.")
doc.h(2, None, "Hvem er de unge?")
doc.p("Målgruppen er unge mellem 18 og 29 år med psykiske lidelser, som hverken er i job eller uddannelse. De fleste har angst, depression eller ADHD, og mange har flere diagnoser på én gang. Projektets sekundære målgruppe er formænd og svende på havnevirksomhederne samt sagsbehandlere i de kommunale ungeteams. Hver fjerde havde aldrig haft et lønnet arbejde, heller ikke et fritidsjob, og godt halvdelen boede stadig hos deres forældre, da de begyndte i forløbet. Af de 131 unge var 83 mænd (63 procent) og 48 kvinder (37 procent).")
doc.h(2, None, "Sådan skulle det virke")
doc.p("Forandringsteorien hviler på fem antagelser om, hvad der får en ung til at møde op igen i morgen:")
doc.ul(["Arbejdet skal være rigtigt, så den unge mærker, at nogen ville savne det.", "Den unge skal have én fast makker og ikke en hel afdeling at forholde sig til.", "Mødetiden kan være kort, men den skal være den samme hver dag.", "Sagsbehandleren skal komme ud på kajen, så aftalerne laves, hvor arbejdet er."], ordered=True)
doc.p("Når antagelserne holder, får den unge på kort sigt et stabilt fremmøde og på længere sigt lyst til at gennemføre. Virksomheden får blik for en arbejdskraft, den ikke kendte. Effekten skal vise sig ved, at flere unge får job eller begynder på en uddannelse, og at de bliver der. Teorien blev til på en workshop i det gamle pakhus i september 2019, og den er siden kun ændret på ét punkt: Det stod oprindeligt, at den unge skulle prøve flere virksomheder.")
doc.note("1", "Puljen administreres af Styrelsen for Arbejdsmarked og Rekruttering. Tilskuddet dækker 4,4 mio. kr., og resten er betalt af kommunerne.")
doc.raw("notes", numbers=["1"])

doc.h(1, None, "Sådan har vi undersøgt det")
doc.p("Vi har fulgt projektet fra oktober 2020 til januar 2023. De unge har svaret på et spørgeskema i anden måned og igen ved afslutningen; 104 af de 131 har svaret begge gange (79 procent). Makkerne har svaret én gang. Hertil kommer interview med 14 unge, ni makkere, fem mestre og seks sagsbehandlere.")
doc.p("Fremmøde, gennemførelse og job stammer fra Kajfolkets eget register, som vi har sammenholdt med de fire kommuners oplysninger. Der var uoverensstemmelser i 11 forløb, og de er rettet efter samtale med kommunen. COVID-19 lukkede værkstederne i ti uger i begyndelsen af 2021, og de uger er holdt ude af beregningen af fremmødet. Læseren bør huske, at tallene for de mindste kommuner er små, og at et enkelt forløb kan flytte en andel med flere procentpoint.")

doc.h(1, None, "Aktiviteter og leverancer")
doc.p("Projektet lovede puljen seks leverancer. Tre er nået, to er delvist nået, og én er ikke nået. De er vist i Tabel 1, og det følgende gennemgår dem én for én.", margin="Seks leverancer")
ACT = [
    Indicator(None, "activity", "Unge er begyndt i et forløb på en havnevirksomhed", "140", "131", "partly_achieved", verdict="Delvist nået", breakdown={t: YOUNG[t][:2] for t in TOWNS}),
    Indicator(None, "activity", "Havnevirksomheder har skrevet under på en pladsaftale", "30", "34", "achieved", verdict="Nået"),
    Indicator(None, "activity", "Formænd og svende har gennemført kurset »Makker på kajen«", "60", "47", "partly_achieved", verdict="Delvist nået"),
    Indicator(None, "activity", "Der er holdt havnedage for unge og forældre", "2 pr. år", "2 pr. år", "achieved", verdict="Nået"),
    Indicator(None, "activity", "Der er indrettet et værksted i hver kommune", "4", "4", "achieved", verdict="Nået"),
    Indicator(None, "activity", "Der er udgivet en håndbog til andre havnebyer", "1", "Nej", "not_achieved", verdict="Ikke nået"),
]


def goal_table(label, caption, goals, look, source_column=None, first="Mål"):
    columns = [first, *(["Datakilde"] if source_column else []), "Succeskriterium", "Resultat", "Status"]
    rows = [[g.text, *([source_column[k]] if source_column else []), g.target, g.actual, g.verdict] for k, g in enumerate(goals)]
    t = Table(label, caption, columns, rows, "indicators", options={"look": look, "dots": True})
    doc.table(t)
    doc.indicators.extend((g, label, k) for k, g in enumerate(goals))


goal_table("Tabel 1", "Aktiviteter og leverancer", ACT, "rules")
doc.p("131 unge er begyndt mod de 140, der var målet. Der mangler således ni, og målopfyldelsen er 94 procent. Helsingør har fået flere unge med end aftalt, fordi ungeteamet flyttede ind på første sal over værkstedet. I Fredensborg gik det trægt fra begyndelsen: Kommunen har ingen erhvervshavn, og de unge skulle med bus til Helsingør eller Nivå, inden klokken var otte. Tabel 2 viser tallene for hver kommune.", margin="Unge om bord")
people = Table("Tabel 2", "Unge i forløb og deres vej videre, fordelt på kommuner", ["Kommune", "Mål for antal unge", "Begyndt", "Målopfyldelse", "Gennemført", "I job eller uddannelse", "Andel af gennemførte"], [[t, str(r[0]), str(r[1]), "78 pct." if t == "Halsnæs" else f"{round(100 * r[1] / r[0])} pct.", str(r[2]), str(r[3]), f"{round(100 * r[3] / r[2])} pct."] for t, r in [*YOUNG.items(), ("I alt", tuple(total(k) for k in range(4)))]], "measures", source="Kajfolkets register, 31. december 2022", options={"look": "rules", "total": True})
doc.table(people)
doc.p("37 havnevirksomheder har skrevet under på en pladsaftale, og det er flere end de 30, projektet gik efter. Listen spænder fra et skibsværft med 90 ansatte til en enmandsvirksomhed, der reparerer sejl. Pladsaftalen fylder en halv side og binder ikke mesteren til andet end at stille en makker til rådighed.", margin="Pladsaftaler", probe="skibsværft med 90 ansatte til en enmandsvirksomhed, der reparerer sejl")
doc.p("47 formænd og svende har gennemført kurset »Makker på kajen«. Kurset var oprindelig på to dage, men ingen mester kunne undvære en svend så længe, og først da det blev skåret ned til fire morgener fra klokken syv til ni, kom der deltagere. Målet på 60 blev derfor kun delvist nået. Kursets indhold er beskrevet i boksen på side 12.", margin="Makkerne og deres kursus")
doc.p("Havnedagene er holdt to gange om året i alle årene, og der er indrettet et værksted i hver af de fire kommuner. Håndbogen til andre havnebyer er ikke udgivet. Forfatteren sagde op i foråret 2022, og styregruppen valgte at bruge pengene på busbilletter til de unge. Projektet sluttede med et farvel på kajen: Den 14. april 2023 samledes 60 unge, makkere og mestre til et sidste måltid i Pakhuset, hvor fire unge fortalte om deres nye job.", margin="Havnedage, værksteder og en håndbog, der ikke kom")

doc.h(1, None, "Resultater")
doc.h(2, None, "På kort sigt")
SHORT = [
    Indicator(None, "outcome_short", "De unge møder mindst fire dage om ugen i anden måned", "70 pct.", "74 pct.", "achieved", verdict="Nået"),
    Indicator(None, "outcome_short", "De unge har en makker, de kan sige tingene til", "80 pct.", "85 pct.", "achieved", verdict="Nået"),
    Indicator(None, "outcome_short", "Makkerne er trygge ved at tale om psykisk sygdom", "75 pct.", "58 pct.", "partly_achieved", verdict="Delvist nået"),
    Indicator(None, "outcome_short", "Sagsbehandleren deltager i opstartsmødet på kajen", "90 pct.", "41 pct.", "not_achieved", verdict="Ikke nået"),
    Indicator(None, "outcome_short", "Ventetiden fra henvisning til første arbejdsdag er kort", "Højst 30 dage", "22 dage", "achieved", verdict="Nået"),
]
goal_table("Tabel 3", "Resultatmål på kort sigt", SHORT, "bands", ["Fremmøderegister", "Spørgeskema", "Spørgeskema", "Sagsregister", "Fremmøderegister"])
doc.p("De unge kommer. I anden måned møder 74 procent mindst fire dage om ugen, og det er bedre end målet på 70 procent. 88 af de 104 unge, der har svaret, siger, at de har en makker, de kan sige tingene til. Det er 85 procent. Makkerne er mere usikre, end de unge tror: Kun 58 procent er trygge ved at tale om psykisk sygdom, og målet er delvist nået.")
doc.quote("Jeg ved godt, hvad man gør, når en vinsj sætter sig fast. Men da han sagde, at han ikke kunne trække vejret, stod jeg bare der. Nu ved jeg, at det er nok at blive stående.")
doc.p("Sagsbehandleren har deltaget i opstartsmødet på kajen i 54 af de 131 forløb, svarende til 41 procent. Målet er ikke nået. Sagsbehandlerne nævner selv tid og transport, og en enkelt siger, at hun ikke vidste, hvad hun skulle sige til en skibsbygger.[[2]] Ventetiden er i gennemsnit 22 dage, så dér er målet nået med god margen.")
doc.note("2", "Sagsbehandlerne er interviewet i gruppe. Citatet er godkendt af den pågældende.")
doc.h(2, None, "På længere sigt")
LONG = [
    Indicator(None, "outcome_long", "De unge gennemfører forløbet", "75 pct.", "76 pct.", "achieved", verdict="Nået"),
    Indicator(None, "outcome_long", "Virksomheder tager imod en ny ung efter den første", "20", "18", "partly_achieved", verdict="Delvist nået"),
]
goal_table("Tabel 4", "Resultatmål på længere sigt", LONG, "bands")
doc.p("99 af de 131 unge har gennemført, og det svarer til 76 procent. 18 virksomheder har taget imod en ny ung efter den første, to færre end målet. De, der sagde nej, har især henvist til, at ordrebogen var tynd i vinteren 2021-2022, og ikke til dårlige erfaringer.[[3]]")
doc.note("3", "Virksomheder, der lukkede eller flyttede fra havnen i perioden, er ikke spurgt. Det drejer sig om fire virksomheder.")
doc.raw("notes", numbers=["2", "3"])

doc.h(1, None, "Effekter")
EFF = [
    Indicator(None, "impact", "Unge er kommet i job eller uddannelse efter forløbet", "70", "56", "partly_achieved", verdict="Delvist nået", breakdown={t: (None, YOUNG[t][3]) for t in TOWNS}),
    Indicator(None, "impact", "Unge, der er kommet i job eller uddannelse, er der fortsat efter seks måneder", "65 pct.", "71 pct.", "achieved", verdict="Nået"),
]
goal_table("Tabel 5", "Effektmål", EFF, "rules")
doc.p("56 unge er kommet i job eller uddannelse, og dermed er effektmålet om 70 unge delvist nået (80 procent). Af de 56 var 40 der fortsat efter seks måneder, svarende til 71 procent. Det er over målet. Flere mestre fortæller, at de har fået en lærling, som de ellers ikke ville have fundet, og at det har smittet af på resten af sjakket. Tabel 6 viser, hvad alle de 131 unge lavede ved udgangen af 2022.")
after = Table("Tabel 6", "De unges situation ved udgangen af 2022", ["Situation", "Antal unge", "Andel"], [["I ordinært job", "21", "16 pct."], ["I fleksjob eller løntilskud", "19", "15 pct."], ["Under uddannelse", "16", "12 pct."], ["I et andet tilbud", "43", "33 pct."], ["Uden tilbud", "32", "24 pct."], ["I alt", "131", "100 pct."]], "measures", source="Kajfolkets register, 31. december 2022", options={"look": "bare"})
doc.table(after)

doc.h(1, None, "Hvad har vi lært?", columns=True)
doc.h(2, None, "På kajen")
doc.p("Makkeren skal have tid i timesedlen. De svende, der fik tyve minutter om dagen skrevet ind i timesedlen, blev ved med at være makkere. De andre holdt op efter den første unge, uden at nogen lagde mærke til det.", learn="Makkeren skal have tid i timesedlen")
doc.p("Begynd med en opgave, der kan ses. En ung, der har malet en dæksbro, viser den frem i weekenden. De, der begyndte med at feje, kom sjældnere igen, og de fortalte i interviewene, at de ikke kunne mærke, om de var der.", learn="Begynd med en opgave, der kan ses")
doc.p("Faste mødetider er vigtigere end mange timer. To timer hver dag gav et bedre fremmøde end seks timer to gange om ugen, også for unge med ADHD eller angst.", learn="Faste mødetider er vigtigere end mange timer", probe="gav et bedre fremmøde end seks timer to gange om ugen")
doc.h(2, None, "Mellem kaj og kommune")
doc.p("Transporten afgør, hvem der kommer. I Fredensborg faldt hver tredje fra, før de var begyndt, fordi bussen ikke passede. Busbilletter hjalp, men en cykel- eller knallertordning ville have været billigere.", learn="Transporten afgør, hvem der kommer")
doc.p("Sagsbehandleren skal se værkstedet én gang. Hvor det skete, blev planer og støtte- og kontaktpersonordninger lavet om, så de passede til arbejdsdagen; hvor det ikke skete, lå de fast, og den unge måtte gå fra arbejde for at nå samtalen.", learn="Sagsbehandleren skal se værkstedet én gang")
doc.p("Forældrene skal inviteres med på havnen. De unge, hvis forældre kom til en havnedag, gennemførte oftere, og det gælder især dem under 22 år.", learn="Forældrene skal inviteres med på havnen")

doc.h(1, None, "Hvad bliver liggende ved kaj?", end_columns=True)
doc.p("Vi spurgte i januar 2023 kommunerne og fonden, hvad der lever videre, når projektpengene er brugt:")
doc.ul([
    ("Værkstedet i Helsingør drives videre af kommunen med to faste medarbejdere.", {"keep": [("Værkstedet i Helsingør drives videre af kommunen", "continues")]}),
    ("Gribskov og Halsnæs slår deres værksteder sammen til ét i Hundested, så der bliver plads til halvt så mange unge.", {"keep": [("Gribskov og Halsnæs slår deres værksteder sammen til ét", "partly_continues")]}),
    ("Værkstedet i Fredensborg er lukket, og kommunen viderefører ikke indsatsen.", {"keep": [("Værkstedet i Fredensborg er lukket, og kommunen viderefører ikke", "does_not_continue")]}),
    ("Kurset »Makker på kajen« er overtaget af erhvervsskolen, som udbyder det to gange om året.", {"keep": [("er overtaget af erhvervsskolen, som udbyder det to gange", "continues")]}),
    ("Det er ikke afklaret, om der igen bliver holdt havnedage.", {"keep": [("Det er ikke afklaret, om der igen bliver holdt havnedage", "unknown")]}),
])
doc.h(1, None, "Samlet vurdering")
doc.p("Kajplads har vist, at unge, som ingen havde regnet med, kan blive regnet med på en havn. Projektet har fået virksomhederne med, de unge gennemfører, og de, der kommer i job eller uddannelse, bliver der. Set i det lys er det underordnet, at der mangler ni unge i regnskabet.")
doc.p("Det afgørende minus er, at kommunerne ikke fulgte med. Opstartsmøderne blev holdt uden sagsbehandler i mere end halvdelen af forløbene, og uden en håndbog er der ikke noget at give videre til den næste havneby. Vi anbefaler, at puljen ved en gentagelse gør sagsbehandlerens fremmøde til en betingelse for udbetaling af tilskuddet.", learn="gør sagsbehandlerens fremmøde til en betingelse for udbetaling")

doc.h(1, None, "Bilag: Sådan er tallene talt op")
doc.p("En ung er begyndt, når han eller hun har været på virksomheden i mindst tre dage. En ung har gennemført, når forløbet har varet i mindst 13 uger, eller når det er afløst af job eller uddannelse inden da. Unge, der er begyndt to gange, tæller én gang, og det gælder også de fem, som skiftede kommune undervejs.")
doc.p("Job omfatter ordinær ansættelse, fleksjob og ansættelse med løntilskud i mindst otte timer om ugen. Uddannelse omfatter også forberedende grunduddannelse og adgangsgivende kurser. Oplysningerne er indhentet af Kajfolket hos de unge selv og efterprøvet af os i hver femte sag.", probe="også forberedende grunduddannelse og adgangsgivende kurser")

METADATA = {"title": TITLE, "kind": "final_evaluation", "project": "Kajplads", "grantee": "Fonden Kajfolket", "evaluator": "Østenvind Analyse", "funder": "Styrelsen for Arbejdsmarked og Rekruttering", "pool": {"name": "Flere unge om bord", "year": 2019, "account": "17.38.21.40"}, "published": "2023-02-24", "period": {"start": "2019-08-01", "end": "2022-12-31"}, "budget": {"amount": 6100000, "currency": "DKK", "kind": "total"}, "municipalities": TOWNS, "dropouts": [{"name": "Hørsholm", "when": "2020-06", "reason": "havde for få unge i målgruppen"}], "target_groups": {"primary": "Unge mellem 18 og 29 år med psykiske lidelser, som hverken er i job eller uddannelse", "secondary": ["Formænd og svende på havnevirksomhederne", "Sagsbehandlere i de kommunale ungeteams"]}, "document_number": None, "version": None}
FINDINGS = [
    {"code": "count_mismatch", "quote": "Forandringsteorien hviler på fem antagelser", "stated": 5, "computed": 4, "why": "Listen har fire antagelser"},
    {"code": "percent_mismatch", "quote": "Tabel 2. Unge i forløb og deres vej videre", "stated": 78, "computed": 87, "why": "Halsnæs: 26 af 30 er 86,7 pct., tabellen siger 78"},
    {"code": "text_table_conflict", "quote": "37 havnevirksomheder har skrevet under", "against": "Tabel 1. Aktiviteter og leverancer", "stated": 37, "computed": 34, "why": "Tabel 1 har 34 pladsaftaler"},
    {"code": "cross_reference", "quote": "Kursets indhold er beskrevet i boksen på side 12", "stated": "side 12", "computed": None, "why": "Rapporten har ingen side 12"},
    {"code": "date_conflict", "quote": "Den 14. april 2023 samledes 60 unge", "against_page": 1, "stated": "2023-04-14", "computed": "2023-02-24", "why": "Rapporten er dateret 24. februar 2023, men omtaler måltidet den 14. april 2023 som holdt"},
]
FINE = [
    {"quote": "Der mangler således ni, og målopfyldelsen er 94 procent", "why": "140 - 131 = 9 og 131/140 = 93,6 pct."},
    {"quote": "dermed er effektmålet om 70 unge delvist nået (80 procent)", "why": "56/70 = 80 pct.; andelen 57 pct. i Tabel 2 er af de 99, der gennemførte"},
    {"quote": "Hørsholm havde kun budt ind med fire unge, og dem tog Fredensborg", "why": "Fem kommuner begyndte, fire er tilbage; måltallet er uændret"},
    {"quote": "Tilskuddet dækker 4,4 mio. kr., og resten er betalt af kommunerne", "why": "De 6,1 mio. kr. er hele budgettet, ikke tilskuddet"},
    {"quote": "104 af de 131 har svaret begge gange (79 procent)", "why": "104/131 = 79,4 pct."},
]
QUESTIONS = [
    {"question": "Hvilken organisation ejer projektet Kajplads?", "kind": "fact", "facts": [["Kajfolket"]], "where": ["Projektejer: Fonden Kajfolket", "for Fonden Kajfolket"]},
    {"question": "Hvor stort er projektets samlede budget?", "kind": "fact", "facts": [["6,1 mio."]], "where": ["Budget: 6,1 mio. kr. i alt"]},
    {"question": "Hvor meget af budgettet dækkes af tilskuddet?", "kind": "fact", "facts": [["4,4 mio."]], "where": ["Tilskuddet dækker 4,4 mio. kr."]},
    {"question": "Hvorfor meldte Hørsholm Kommune sig ud?", "kind": "why", "facts": [["for få unge"]], "where": ["fordi den havde for få unge i målgruppen"]},
    {"question": "Hvilke kommuner har været med hele vejen?", "kind": "list", "facts": [["Helsingør"], ["Fredensborg"], ["Gribskov"], ["Halsnæs"]], "where": ["Kommuner: Helsingør, Fredensborg, Gribskov og Halsnæs"], "page": 2},
    {"question": "Hvor mange unge i Gribskov gennemførte forløbet?", "kind": "table", "facts": [["25"]], "where": ["Gribskov 35 32 91 pct. 25"]},
    {"question": "Hvor mange unge var under uddannelse ved udgangen af 2022?", "kind": "table", "facts": [["16"]], "where": ["Under uddannelse 16"]},
    {"question": "Hvorfor blev håndbogen til andre havnebyer ikke udgivet?", "kind": "why", "facts": [["sagde op"], ["busbilletter"]], "where": ["Forfatteren sagde op i foråret 2022"]},
    {"question": "Hvorfor nåede kurset for makkere ikke sit mål?", "kind": "why", "facts": [["undvære en svend"]], "where": ["ingen mester kunne undvære en svend"]},
    {"question": "I hvor mange forløb deltog sagsbehandleren i opstartsmødet?", "kind": "table", "facts": [["54", "41 procent", "41 pct."]], "where": ["i 54 af de 131 forløb", "Sagsbehandleren deltager i opstartsmødet på kajen"]},
    {"question": "Hvad har projektet lært om de unges mødetider?", "kind": "learning", "facts": [["To timer hver dag", "Faste mødetider"]], "where": ["Faste mødetider er vigtigere end mange timer"]},
    {"question": "Hvad sker der med værkstedet i Fredensborg?", "kind": "fact", "facts": [["lukket"]], "where": ["Værkstedet i Fredensborg er lukket"]},
    {"question": "Hvad anbefaler evaluator, hvis puljen gentages?", "kind": "learning", "facts": [["betingelse for udbetaling"]], "where": ["gør sagsbehandlerens fremmøde til en betingelse"]},
    {"question": "Hvor mange af de unge fik kørekort i løbet af projektet?", "kind": "none"},
    {"question": "Hvad fik mestrene i lønkompensation pr. ung?", "kind": "none"},
    {"question": "Hvor mange unge fra Hørsholm er kommet i job?", "kind": "none"},
]
