"""The text of the fictional report "Sundbro": every name, place of work and figure is invented."""
from maker import Doc, Indicator, Table

doc = Doc()
TITLE = "Slutevaluering af Sundbro"
TOWNS = ["Assens", "Nyborg", "Faaborg-Midtfyn", "Kerteminde", "Nordfyns"]
# targets (citizens, jobs), then begun and in job for 2020, 2021 and 2022-23, then visits to workplaces
NUMBERS = {"Assens": (40, 22, 8, 2, 15, 7, 16, 9, 84), "Nyborg": (30, 16, 7, 3, 12, 6, 14, 8, 71), "Faaborg-Midtfyn": (45, 25, 9, 3, 16, 8, 15, 9, 96), "Kerteminde": (20, 11, 3, 1, 8, 3, 7, 4, 38), "Nordfyns": (25, 14, 6, 2, 9, 5, 13, 7, 55)}
begun = lambda r: r[2] + r[4] + r[6]
jobs = lambda r: r[3] + r[5] + r[7]
TOTAL = tuple(sum(r[k] for r in NUMBERS.values()) for k in range(9))
FRONT = ["Mikrostillinger til borgere med gigt eller kroniske smerter", "Gigtforeningens Fynsnetværk", "Evaluator: Tværsnit Evaluering ApS", "Juni 2023"]
doc.front = [(x, 1) for x in FRONT]

doc.h(1, "1.", "Resumé")
doc.p("Sundbro har i tre år hjulpet borgere med gigt eller kroniske smerter ind i stillinger på få timer om ugen, såkaldte mikrostillinger, i små fynske virksomheder. Idéen er, at mange korte arbejdsdage er lettere at holde til end få lange, og at en lille virksomhed bedre kan bruge seks gode timer end tyve usikre.")
doc.p("158 borgere er begyndt i et forløb. 77 af de 158 borgere er kommet i fleksjob eller ordinært job (44 pct.), og de fleste er blevet der. Projektet har fået langt flere virksomheder med, end nogen havde turdet håbe. Til gengæld er det ikke lykkedes at uddanne de gigtambassadører, som skulle holde liv i ordningen bagefter.")

doc.h(1, "2.", "Projektet")
doc.h(2, "2.1", "Ramme og formål")
doc.p("Sundbro er gennemført af Gigtforeningens Fynsnetværk fra den 1. april 2020 til den 31. marts 2023. Midlerne kommer fra puljen »Korte veje til job«, 2020, som administreres af Styrelsen for Arbejdsmarked og Rekruttering.[[1]] Der er søgt om og givet 5.860.000 kr. Projektet er født midt i en nedlukning, og de første to måneder gik med at flytte opstartsmøder fra mødelokaler til skærme.")
doc.note("1", "Finanslovskonto 17.46.21.30. Ansøgningen blev indsendt den 14. november 2019.")
doc.p("Formålet er, at borgere med smerter får et arbejdsliv, der kan holde. Det forudsætter, at jobcentret tør regne i timer i stedet for i stillinger, og at virksomheden ved, hvad den kan bede om. Begge dele kræver øvelse, og den øvelse har projektet organiseret.")
doc.h(2, "2.2", "Målgrupper og kommuner")
doc.p("Den primære målgruppe er borgere mellem 30 og 64 år med gigt eller kroniske smerter, som er sygemeldte eller visiteret til fleksjob. De sekundære målgrupper er virksomheder med under 20 ansatte og kommunernes jobkonsulenter. Ved starten var hver anden borger sygemeldt på anden måned eller længere, og 71 af de 158 (45 pct.) ventede på en afgørelse om førtids- eller seniorpension, fleksjob eller ressourceforløb.")
doc.p("Assens, Nyborg, Faaborg-Midtfyn, Kerteminde og Nordfyns Kommune har deltaget fra først til sidst. Langeland Kommune trak sig i januar 2021, fordi jobcentret blev lagt om og ikke kunne afse en jobkonsulent. Måltallet blev ikke ændret, da Langeland endnu ikke havde henvist nogen borgere.")
doc.h(2, "2.3", "Forandringsteori")
doc.p("Tabel 1 viser, hvordan aktiviteterne skulle føre til varige job. Den bærende tanke er, at borgeren skal kunne sætte ord på sit skånebehov, før jobkonsulenten ringer til virksomheden. Rækkefølgen har vist sig at være vigtigere end selve redskaberne, og den er den del af teorien, der er bedst underbygget i vores data.")
EFFECT = "Borgerne kommer i job på få timer, og de bliver i jobbet"
theory = Table("Tabel 1", "Sundbros forandringsteori", ["Aktiviteter", "Resultater på kort sigt", "Resultater på lang sigt", "Effekt"], [
    ["Smerteskole for jobkonsulenter", "Konsulenterne bruger den fælles samtaleguide", "Borgerne fastholder deres timetal", EFFECT],
    ["Forløb med fem samtaler og en prøveuge", "Borgerne kan selv beskrive deres skånebehov", "Borgerne fastholder deres timetal", EFFECT],
    ["Morgenmøder og besøg hos små virksomheder", "Virksomhederne opretter mikrostillinger", "Virksomhederne opretter endnu en stilling", EFFECT],
], "theory_of_change", spans=[(0, 2, 2, 1), (0, 3, 3, 1)], widths=[3, 3, 3, 2.4], options={"wide": True})
doc.table(theory)

doc.h(1, "3.", "Metode")
doc.p("Evalueringen bygger på forløbsskemaer for alle 158 borgere, et spørgeskema ved forløbets afslutning, som 132 borgere har besvaret (84 pct.), og interview med elleve borgere, ti arbejdsgivere, otte jobkonsulenter og projektlederen. Interviewene er foretaget i februar og marts 2023. Citater er gengivet med tilladelse.")
doc.p("Vi har ikke haft en kontrolgruppe. Når vi alligevel tør sige noget om virkningen, skyldes det, at borgerne er fulgt måned for måned, og at vi har kunnet se, hvad der skete lige før og lige efter hvert enkelt skift i timetal.[[2]] Tallene for Kerteminde er så små, at de kun bør læses sammen med de øvrige.")
doc.note("2", "Opgørelsen er lavet på baggrund af 1.146 månedlige indberetninger. I 38 tilfælde manglede timetallet, og så er det sat til det samme som måneden før. Resultatet ændrer sig ikke, hvis de 38 indberetninger udelades.")

doc.h(1, "4.", "Målopfyldelse")
doc.h(2, "4.1", "Procesmål")
PROC = [
    Indicator("P1", "activity", "Borgere er begyndt i et forløb", "160", "158", "partly_achieved", verdict="Delvist opfyldt", breakdown={t: (r[0], begun(r)) for t, r in NUMBERS.items()}),
    Indicator("P2", "activity", "Virksomheder har oprettet en mikrostilling", "50", "53", "achieved", verdict="Opfyldt"),
    Indicator("P3", "activity", "Jobkonsulenter har gennemført smerteskolen", "25", "25", "achieved", verdict="Opfyldt"),
    Indicator("P4", "activity", "Der er holdt morgenmøder for små virksomheder", "2 pr. halvår", "2 pr. halvår", "achieved", verdict="Opfyldt"),
    Indicator("P5", "activity", "Der er uddannet gigtambassadører på arbejdspladserne", "30", "14", "not_achieved", verdict="Ikke opfyldt"),
]


def goals(label, caption, word, items, baseline=False):
    columns = ["Nr.", word, *(["Baseline"] if baseline else []), "Måltal", "Opnået", "Vurdering"]
    rows = [[g.id, g.text, *([g.baseline or "-"] if baseline else []), g.target, g.actual, g.verdict] for g in items]
    doc.table(Table(label, caption, columns, rows, "indicators", widths=[0.7, 4.6, *([1.3] if baseline else []), 1.5, 1.5, 2.1], options={"wide": True}))
    doc.indicators.extend((g, label, k) for k, g in enumerate(items))


goals("Tabel 2", "Procesmål", "Procesmål", PROC)
doc.p("Projektet har fem procesmål, og de er vist i Tabel 2. Tre er opfyldt, ét er delvist opfyldt, og ét er ikke opfyldt. 158 borgere er begyndt, to færre end målet på 160, svarende til 99 pct. Flest borgere er begyndt i Assens, hvor en praktiserende læge har henvist patienter direkte til jobkonsulenten. Tallene for hver kommune og hvert år findes i Bilag A.")
doc.p("53 virksomheder har oprettet en mikrostilling. Det er tre flere end målet, og mange af dem fandt vej til projektet, fordi en anden virksomhed på vejen havde prøvet det. Stillingerne spænder fra bogholderi og bagværk til klargøring af udlejningsbiler. Morgenmøderne er holdt to gange i halvåret og har samlet mellem 20 og 35 deltagere.")
doc.p("Alle 25 jobkonsulenter har gennemført smerteskolen. Smerteskolen blev holdt fra november 2021 til marts 2021 med fem mødegange på skift mellem kommunerne. Derimod er der kun uddannet 14 gigtambassadører mod de ønskede 30. Små virksomheder kan ikke undvære en medarbejder til en rolle, der ikke giver kunder i butikken, og ambassadørerne manglede nogen at tale med; se også afsnit 4.5.")
doc.h(2, "4.2", "Resultatmål")
RES = [
    Indicator("R1", "outcome_short", "Borgerne kan selv beskrive deres skånebehov", "75 pct.", "83 pct.", "achieved", verdict="Opfyldt"),
    Indicator("R2", "outcome_short", "Jobkonsulenterne bruger den fælles samtaleguide", "90 pct.", "68 pct.", "partly_achieved", verdict="Delvist opfyldt"),
]
goals("Tabel 3", "Resultatmål på kort sigt", "Resultatmål", RES)
doc.p("Borgerne er blevet bedre til at beskrive, hvad de kan og ikke kan. 110 af de 132 borgere, der har svaret, siger, at de selv kan beskrive deres skånebehov over for en arbejdsgiver (83 pct.). Samtaleguiden bruges af 17 af de 25 jobkonsulenter, svarende til 68 pct. De øvrige bruger deres egen, og de har gode grunde til det: Guiden tager halvanden time, og kalenderen siger 45 minutter.")
doc.quote("Før sagde jeg, at jeg havde ondt. Nu siger jeg, at jeg kan stå op i tyve minutter og sidde i fyrre, og at jeg skal kunne gå en tur imellem. Det er noget, en mester kan bruge.")
LONG = [
    Indicator("R3", "outcome_long", "Borgerne fastholder deres timetal efter et halvt år", "60 pct.", "64 pct.", "achieved", verdict="Opfyldt"),
    Indicator("R4", "outcome_long", "Virksomheder har oprettet endnu en mikrostilling", "15", "9", "partly_achieved", verdict="Delvist opfyldt"),
]
goals("Tabel 4", "Resultatmål på lang sigt", "Resultatmål", LONG)
doc.p("På lang sigt er det ene mål opfyldt og det andet delvist opfyldt, jf. Tabel 4. 49 af de 77 borgere i job har fastholdt deres timetal efter et halvt år (64 pct.). Ni virksomheder har oprettet endnu en stilling. Det er 60 pct. af måltallet, og de seks, der mangler, venter ifølge projektlederen på, at sagsbehandlingstiden for fleksløntilskud bliver kortere.")
doc.h(2, "4.3", "Effektmål")
EFF = [
    Indicator("E1", "impact", "Borgere er kommet i fleksjob eller ordinært job", "88", "77", "partly_achieved", verdict="Delvist opfyldt", breakdown={t: (r[1], jobs(r)) for t, r in NUMBERS.items()}),
    Indicator("E2", "impact", "Borgerne vurderer deres helbred som godt", "35 pct.", "37 pct.", "achieved", verdict="Opfyldt", baseline="22 pct."),
]
goals("Tabel 5", "Effektmål", "Effektmål", EFF, baseline=True)
doc.p("77 borgere er kommet i job mod et mål på 88, og målopfyldelsen er dermed 88 pct. Blandt de borgere, der har besvaret spørgeskemaet, vurderer 37 pct. deres helbred som godt mod 22 pct. ved starten. Det er en fremgang på 15 procentpoint. Fremgangen er størst hos dem, der har fået færrest timer, og det er tankevækkende: Det er arbejdet og ikke timetallet, der gør forskellen.")

doc.h(1, "5.", "Læringer")
doc.h(2, "5.1", "Borger og jobkonsulent")
doc.p("Skånebehovet skal formuleres af borgeren selv. De forløb, hvor jobkonsulenten skrev det for borgeren, endte oftere med en afbrudt prøveuge, fordi arbejdsgiveren stillede et spørgsmål, som borgeren ikke kunne svare på.", learn="Skånebehovet skal formuleres af borgeren selv")
doc.p("Fem samtaler er nok, hvis de ligger tæt. Forløb med to uger mellem samtalerne varede i gennemsnit fire måneder, og forløb med fem uger imellem varede næsten et år uden at føre til flere job.", learn="Fem samtaler er nok, hvis de ligger tæt")
doc.p("Gode dage må ikke bruges til at teste grænser. Flere borgere øgede timetallet efter en god uge og måtte holde pause i den næste. Små skridt på højst én time om måneden gav de mest stabile forløb.", learn="Gode dage må ikke bruges til at teste grænser")
doc.h(2, "5.2", "Virksomhederne")
doc.p("Spørg efter opgaver og ikke efter stillinger. Når jobkonsulenten spurgte, hvad der altid bliver liggende til fredag, kom der næsten altid et svar. Når hun spurgte efter en ledig stilling, kom der næsten aldrig et.", learn="Spørg efter opgaver og ikke efter stillinger")
doc.p("Den lille virksomhed har brug for ét telefonnummer. Løntilskuds-, fleksjob- og hjælpemiddelreglerne er håndterlige, når en anden holder styr på dem, og uoverskuelige, når man selv skal. I Nyborg svarede den samme jobkonsulent på det hele, og her blev ingen aftaler opgivet undervejs.", learn="Den lille virksomhed har brug for ét telefonnummer")
doc.p("Ambassadører kræver et fællesskab. De 14 ambassadører var spredt over fem kommuner og kendte ikke hinanden. Vi anbefaler, at rollen gives til brancheforeninger, som i forvejen mødes.", learn="Ambassadører kræver et fællesskab")

doc.h(1, "6.", "Forankring")
doc.p("Det er ved projektets afslutning aftalt følgende om, hvad der skal leve videre:")
doc.ul([
    ("Samtaleguiden er lagt ind i fagsystemet i alle fem kommuner og anvendes fortsat.", {"keep": [("Samtaleguiden er lagt ind i fagsystemet i alle fem kommuner", "continues")]}),
    ("Nyborg og Assens fortsætter de fulde forløb med egne midler.", {"keep": [("Nyborg og Assens fortsætter de fulde forløb med egne midler", "continues")]}),
    ("Faaborg-Midtfyn og Nordfyns viderefører forløbene til udgangen af 2023, dog kun for sygemeldte borgere.", {"keep": [("Faaborg-Midtfyn og Nordfyns viderefører forløbene til udgangen af 2023, dog kun", "partly_continues")]}),
    ("Kerteminde har nedlagt ordningen, da jobkonsulenten er fratrådt.", {"keep": [("Kerteminde har nedlagt ordningen, da jobkonsulenten er fratrådt", "does_not_continue")]}),
    ("Om morgenmøderne kan fortsætte, afhænger af erhvervsrådenes budget og er uafklaret.", {"keep": [("Om morgenmøderne kan fortsætte, afhænger af erhvervsrådenes budget", "unknown")]}),
])

doc.h(1, "7.", "Samlet vurdering")
doc.p("Sundbro er efter vores vurdering et vellykket projekt. Mikrostillingen har vist sig at være en form, som små virksomheder forstår, og som borgere med smerter kan holde til. Effekten på helbredet var der kun få, der havde ventet, og den fortjener at blive undersøgt i et større forsøg med en kontrolgruppe.")
doc.p("Svagheden er, at så meget hviler på den enkelte jobkonsulent. Hvor konsulenten blev, blev virksomhederne også. Vi anbefaler, at kommuner, der vil gøre det samme, altid lader to konsulenter dele en virksomhed, så der er en til at tage telefonen.", learn="altid lader to konsulenter dele en virksomhed")

doc.raw("annex")
doc.h(1, None, "Bilag A. Forløb og job fordelt på kommuner og år")
row = lambda name, r, visits: [name, str(r[0]), str(r[1]), *[str(x) for x in r[2:8]], str(begun(r)), str(jobs(r)), visits]
annex = Table("Tabel A.1", "Borgere begyndt i forløb og kommet i job, 2020-2023", ["Kommune", "Måltal / Forløb", "Måltal / Job", "2020 / Begyndt", "2020 / I job", "2021 / Begyndt", "2021 / I job", "2022-23 / Begyndt", "2022-23 / I job", "Hele perioden / Begyndt", "Hele perioden / I job", "Besøg på virksomheder"], [row(t, r, str(r[8])) for t, r in NUMBERS.items()] + [row("I alt", TOTAL, "354")], "measures", notes=["Anm.: 2020 dækker april til december, og 2022-23 dækker januar 2022 til marts 2023."], source="Forløbsskemaer, opgjort den 3. april 2023", widths=[3, 1.4, 1.2, 1.5, 1.2, 1.5, 1.2, 1.5, 1.2, 1.5, 1.2, 3.6], options={"landscape": True})
doc.table(annex)
doc.p("En borger er talt med i det år, hvor forløbet begyndte, og i det år, hvor jobbet begyndte; de to kan være forskellige. Borgere, der er flyttet mellem to af kommunerne undervejs, er talt med i den kommune, hvor de begyndte.")
doc.raw("portrait")
doc.h(1, None, "Bilag B. Interviewede")
inter = Table("Tabel B.1", "Interviewede fordelt på grupper", ["Gruppe", "Antal", "Form"], [["Borgere", "11", "Enkeltvis"], ["Arbejdsgivere", "10", "På virksomheden"], ["Jobkonsulenter", "8", "To gruppeinterview"], ["Projektleder", "1", "Telefon"], ["I alt", "30", ""]], "other", widths=[3, 1.3, 3])
doc.table(inter)
doc.p("Borgerne er udvalgt, så alle fem kommuner og både kvinder og mænd er repræsenteret. To borgere, der afbrød forløbet, indgår blandt de elleve. Arbejdsgiverne er udvalgt af projektlederen, og det kan have givet et lidt for lyst billede af virksomhedernes holdning.")

METADATA = {"title": TITLE, "kind": "final_evaluation", "project": "Sundbro", "grantee": "Gigtforeningens Fynsnetværk", "evaluator": "Tværsnit Evaluering ApS", "funder": "Styrelsen for Arbejdsmarked og Rekruttering", "pool": {"name": "Korte veje til job", "year": 2020, "account": "17.46.21.30"}, "published": "2023-06", "period": {"start": "2020-04-01", "end": "2023-03-31"}, "budget": {"amount": 5860000, "currency": "DKK", "kind": "granted"}, "municipalities": TOWNS, "dropouts": [{"name": "Langeland", "when": "2021-01", "reason": "jobcentret blev lagt om og kunne ikke afse en jobkonsulent"}], "target_groups": {"primary": "Borgere mellem 30 og 64 år med gigt eller kroniske smerter, som er sygemeldte eller visiteret til fleksjob", "secondary": ["Virksomheder med under 20 ansatte", "Kommunernes jobkonsulenter"]}, "document_number": None, "version": None}
FINDINGS = [
    {"code": "percent_mismatch", "quote": "77 af de 158 borgere er kommet i fleksjob eller ordinært job (44 pct.)", "stated": 44, "computed": 49, "why": "77 af 158 er 48,7 pct."},
    {"code": "text_table_conflict", "quote": "Flest borgere er begyndt i Assens", "against": "Tabel A.1 Borgere begyndt i forløb", "stated": "Assens", "computed": "Faaborg-Midtfyn", "why": "Tabel A.1: Faaborg-Midtfyn har 40 begyndte, Assens 39"},
    {"code": "date_conflict", "quote": "Smerteskolen blev holdt fra november 2021 til marts 2021", "stated": "2021-11/2021-03", "computed": None, "why": "Slut før start"},
    {"code": "cross_reference", "quote": "se også afsnit 4.5", "stated": "afsnit 4.5", "computed": None, "why": "Kapitel 4 har afsnit 4.1-4.3"},
    {"code": "sum_mismatch", "quote": "Tabel A.1 Borgere begyndt i forløb", "against": "Tabel A.1 Borgere begyndt i forløb", "stated": 354, "computed": 344, "why": "84 + 71 + 96 + 38 + 55 = 344, men rækken I alt siger 354"},
]
FINE = [
    {"quote": "to færre end målet på 160, svarende til 99 pct.", "why": "158/160 = 98,75 pct."},
    {"quote": "77 borgere er kommet i job mod et mål på 88, og målopfyldelsen er dermed 88 pct.", "why": "77/88 = 87,5 pct., afrundet 88; at måltallet også er 88, er et tilfælde"},
    {"quote": "vurderer 37 pct. deres helbred som godt mod 22 pct. ved starten. Det er en fremgang på 15 procentpoint", "why": "37 - 22 = 15 procentpoint"},
    {"quote": "Der er søgt om og givet 5.860.000 kr.", "why": "Ansøgt og bevilget beløb er det samme"},
    {"quote": "(45 pct.) ventede på en afgørelse", "why": "71/158 = 44,9 pct."},
]
QUESTIONS = [
    {"question": "Hvem har gennemført projektet Sundbro?", "kind": "fact", "facts": [["Fynsnetværk"]], "where": ["Sundbro er gennemført af Gigtforeningens Fynsnetværk"]},
    {"question": "Hvor mange penge er der søgt om og givet?", "kind": "fact", "facts": [["5.860.000"]], "where": ["Der er søgt om og givet 5.860.000 kr."]},
    {"question": "Hvilken pulje er projektet finansieret af?", "kind": "fact", "facts": [["Korte veje til job"]], "where": ["fra puljen »Korte veje til job«"]},
    {"question": "Hvorfor trak Langeland Kommune sig?", "kind": "why", "facts": [["lagt om", "afse en jobkonsulent"]], "where": ["fordi jobcentret blev lagt om"]},
    {"question": "Hvilke fem kommuner har deltaget fra først til sidst?", "kind": "list", "facts": [["Assens"], ["Nyborg"], ["Faaborg-Midtfyn"], ["Kerteminde"], ["Nordfyns"]], "where": ["Assens, Nyborg, Faaborg-Midtfyn, Kerteminde og Nordfyns Kommune"]},
    {"question": "Hvor mange borgere i Faaborg-Midtfyn begyndte i 2021?", "kind": "table", "facts": [["16"]], "where": ["Faaborg-Midtfyn 45 25 9 3 16"]},
    {"question": "Hvor mange virksomheder har oprettet en mikrostilling?", "kind": "table", "facts": [["53"]], "where": ["53 virksomheder har oprettet en mikrostilling", "P2 Virksomheder har oprettet en mikrostilling"]},
    {"question": "Hvorfor er der uddannet så få gigtambassadører?", "kind": "why", "facts": [["undvære en medarbejder"]], "where": ["Små virksomheder kan ikke undvære en medarbejder"]},
    {"question": "Hvorfor bruger nogle jobkonsulenter deres egen samtaleguide?", "kind": "why", "facts": [["halvanden time"], ["45 minutter"]], "where": ["Guiden tager halvanden time"]},
    {"question": "Hvor stor en andel af borgerne vurderede deres helbred som godt ved starten?", "kind": "table", "facts": [["22 pct."]], "where": ["E2 Borgerne vurderer deres helbred som godt", "mod 22 pct. ved starten"]},
    {"question": "Hvad skal jobkonsulenten spørge virksomhederne om?", "kind": "learning", "facts": [["opgaver", "liggende til fredag"]], "where": ["Spørg efter opgaver og ikke efter stillinger"]},
    {"question": "Hvilke kommuner fortsætter de fulde forløb?", "kind": "list", "facts": [["Nyborg"], ["Assens"]], "where": ["Nyborg og Assens fortsætter de fulde forløb"]},
    {"question": "Hvad anbefaler evaluator kommuner, der vil gøre det samme?", "kind": "learning", "facts": [["to konsulenter"]], "where": ["altid lader to konsulenter dele en virksomhed"]},
    {"question": "Hvor mange arbejdsgivere er interviewet?", "kind": "table", "facts": [["10", "ti arbejdsgivere"]], "where": ["Arbejdsgivere 10", "ti arbejdsgivere"]},
    {"question": "Hvad var borgernes gennemsnitlige timeløn?", "kind": "none"},
    {"question": "Hvor mange af borgerne havde leddegigt?", "kind": "none"},
    {"question": "Hvem var projektets økonomiansvarlige?", "kind": "none"},
]
