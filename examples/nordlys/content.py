"""The text of the fictional report "Nordlys": every name, place of work and figure is invented."""
from maker import Doc, Indicator, Table

doc = Doc()
TITLE = "Slutevaluering af projektet \"Nordlys\""
TOWNS = ["Skive", "Holstebro", "Herning", "Struer"]
BEGUN = {"Skive": (30, 33, 27, 15, 15), "Holstebro": (35, 29, 22, 17, 11), "Herning": (35, 38, 31, 18, 17), "Struer": (20, 16, 12, 10, 6)}
CONTACT = {"Skive": (48, 21, 17), "Holstebro": (41, 16, 12), "Herning": (55, 27, 22), "Struer": (26, 9, 8)}
total = lambda rows, k: sum(r[k] for r in rows.values())

FRONT = ["Projekt støttet af Styrelsen for Arbejdsmarked og Rekruttering", "Strandgaard & Holt", "Kilen 11, 1. sal", "7500 Holstebro"]
STRIP = [["PROJEKTNR.", "DOKUMENTNR.", "VERSION", "UDGIVELSESDATO", "UDARBEJDET", "GODKENDT"], ["3118", "SH-3118-04", "2.0", "16. september 2022", "Mette Strandgaard", "Jonas Holt"]]
doc.front = [("Projekt støttet af Styrelsen for Arbejdsmarked og Rekruttering", 1), ("Kilen 11, 1. sal", 1), ("16. september 2022", 1), ("SH-3118-04", 1), ("Rapporten må gengives med tydelig kildeangivelse", 2)]
COLOPHON = "Rapporten er udarbejdet af Strandgaard & Holt for Foreningen Epilepsiliv. Rapporten må gengives med tydelig kildeangivelse."

doc.h(1, None, "Sammenfatning")
doc.p("Projektet Nordlys har i godt tre år afprøvet, om borgere med epilepsi lettere får og beholder et arbejde, når anfaldene bliver noget, arbejdspladsen er forberedt på. 116 borgere har været med, og 92 har gennemført et jobforløb. Af de 92 borgere, der gennemførte, er 49 kommet i job eller uddannelse, svarende til 48 pct.", margin="Resultatet kort")
doc.p("Kollegamøderne er projektets stærkeste greb. Der, hvor hele afdelingen har prøvet at hjælpe under et anfald, taler deltagerne åbent om deres epilepsi, og ingen af dem er blevet opsagt på grund af et anfald. Samspillet med jobcentrenes sagsbehandlere er derimod kun lykkedes i to af de fire kommuner.")

doc.h(1, "1", "Indledning")
doc.p("Dette notat er slutevalueringen af projektet \"Nordlys\", som Foreningen Epilepsiliv har gennemført fra den 1. marts 2019 til den 30. juni 2022. Projektet er støttet af puljen \"Usynlige handicap på arbejdsmarkedet\", 2018.[[1]] Evalueringen er foretaget af Strandgaard & Holt og bygger videre på den midtvejsevaluering, som vi afleverede i december 2020.", margin="Indhold")
doc.note("1", "Finanslovens konto 17.46.52.30. Tilsagnet blev givet den 18. december 2018 og forlænget med seks måneder i foråret 2021 på grund af COVID-19.")
doc.p("Notatet samler op på projektets aktivitets- og resultatmål, på de foreløbige effekter og på det, som parterne har lært undervejs. Vi har lagt vægt på at skrive kort. Den, der vil vide mere om metoden, kan få spørgeskemaer og interviewguider udleveret hos foreningen.")
doc.h(2, "1.1", "Metode og datagrundlag")
doc.p("Evalueringen er virkningsbaseret. Forandringsteorien, der blev formuleret sammen med kommunerne på en workshop i maj 2019, har været rettesnoren, og vi har for hvert led spurgt, om det skete, og om det skyldtes projektet.", margin="Virkningsevaluering")
doc.p("Vi har gennemført 26 interview i maj og juni 2022: tolv med deltagere, otte med ledere, fire med jobguider og to med epilepsirådgivere. Hertil kommer et spørgeskema til alle 116 deltagere, som 94 har besvaret (81 pct.), og et kort skema til kollegerne, som har givet 214 svar.[[2]] Tal om forløb og job er trukket fra Foreningen Epilepsilivs forløbsregister, som jobguiderne har ført måned for måned. Registeret er efter vores vurdering komplet, men tre deltagere har bedt om at få slettet oplysninger om deres diagnose.", margin="Interview, spørgeskemaer og register")
doc.note("2", "Skemaet til kollegerne blev delt ud på papir ved kollegamødet og igen tre måneder senere. Kun svar fra personer, der deltog begge gange, er talt med. På fem arbejdspladser måtte det andet skema sendes med posten, fordi virksomheden var lukket under nedlukningen i 2021, og her er svarprocenten lavere end på de øvrige arbejdspladser. Vi har derfor regnet resultatet ud både med og uden de fem arbejdspladser; forskellen er under ét procentpoint, og vi har valgt at lade svarene indgå. Svar fra ledere er ikke talt med, og vikarer med under fire ugers ansættelse har ikke fået skemaet. Enkelte kolleger har besvaret skemaet mundtligt over for jobguiden, og det kan have trukket i retning af lidt mere positive svar.")

doc.h(1, "2", "Projektet")
doc.h(2, "2.1", "Baggrund, mål og målgruppe")
doc.p("Omkring 38.000 danskere lever med epilepsi. De fleste er anfaldsfri med medicin, men mange står alligevel uden for arbejdsmarkedet, fordi de selv eller arbejdspladsen frygter det næste anfald. Epilepsi ses ikke, før den ses, og derfor bliver den ofte fortiet ved ansættelsen og opdaget på det værst tænkelige tidspunkt.", margin="Baggrund")
facts = Table("Tabel 2-1", "Projektets basisoplysninger", ["Emne", "Oplysning"], [
    ["Projektperiode", "1. marts 2019 - 30. juni 2022"],
    ["Bevilget tilskud", "4.275.000 kr."],
    ["Tilskudsmodtager", "Foreningen Epilepsiliv"],
    ["Pulje", "Usynlige handicap på arbejdsmarkedet, 2018 (finanslovskonto 17.46.52.30)"],
    ["Primær målgruppe", "Borgere mellem 18 og 55 år med epilepsi, som er ledige eller sygemeldte"],
    ["Sekundær målgruppe", "Ledere og kolleger på arbejdspladserne"],
    ["Deltagende kommuner", "Skive, Holstebro, Herning og Struer"],
], "facts", widths=[4.2, 9.1])
doc.table(facts)
doc.p("Den primære målgruppe er borgere mellem 18 og 55 år med epilepsi, som er ledige eller sygemeldte. Blandt de 116 deltagere var 17 under 25 år (15 pct.), 52 mellem 25 og 39 år (45 pct.) og 47 mellem 40 og 55 år (41 pct.). To ud af tre havde ikke haft et arbejde i mere end to år, og hver femte havde aldrig haft et.", margin="De, som projektet er til for")
doc.p("Fem kommuner skrev under på ansøgningen. Lemvig Kommune trådte ud i september 2019, fordi jobcentret ikke kunne genbesætte stillingen som projektansvarlig. De fire tilbageværende kommuner overtog de planlagte forløb, så måltallet på 120 borgere er uændret. Otte borgere fra Lemvig, der allerede var visiteret, fik tilbudt et forløb i Struer, og fem af dem tog imod.", margin="Kommunen, der forlod projektet")
doc.h(2, "2.2", "Forandringsteori")
doc.p("Projektets bærende antagelse er, at frygten for anfaldet fylder mere end anfaldet. Når borgeren har ord for sin epilepsi, og kollegerne har øvet sig i at hjælpe, bliver anfaldet en kendt hændelse, som arbejdspladsen kan håndtere på linje med en næse, der bløder. Så kan jobcentret også turde visitere til arbejdspladser med maskiner, kunder og skiftende vagter. Teorien er vist i Tabel 2-2.", margin="Den bærende antagelse")
EFFECT = "Flere borgere med epilepsi er i job eller uddannelse og bliver der"
theory = Table("Tabel 2-2", "Nordlys' forandringsteori", ["Aktiviteter", "Resultater på kort sigt", "Resultater på lang sigt", "Effekt"], [
    ["Jobguider ansættes og uddannes i de fire jobcentre", "Deltagerne ved, hvad de vil fortælle om deres epilepsi", "Deltagerne gennemfører forløbet", EFFECT],
    ["Kollegamøder med øvelse i at hjælpe under et anfald", "Kollegerne er trygge ved at hjælpe", "Virksomhederne ændrer arbejdsgange varigt", EFFECT],
    ["Tryghedsaftaler mellem borger, leder og kolleger", "Aftalerne bruges, når et anfald indtræffer", "Jobcentrene har en fast procedure for anfald i praktik", EFFECT],
], "theory_of_change", spans=[(0, 3, 3, 1)], widths=[3.6, 3.4, 3.4, 2.9])
doc.table(theory)

doc.h(1, "3", "Resultater og mål")
doc.h(2, "3.1", "Status på aktivitetsmålene")
doc.p("Der er fastlagt ti aktivitetsmål for projektet, og de er gengivet i Tabel 3-1. Målene blev justeret en enkelt gang, i januar 2020, da antallet af kollegamøder blev sat op fra 40 til mellem 60 og 80, fordi mødet viste sig at være det, virksomhederne spurgte efter.", margin="Overordnet status")
A = [
    Indicator("A1", "activity", "Der er ansat en jobguide i hvert jobcenter", "4", "4", "achieved", "text"),
    Indicator("A2", "activity", "Jobguiderne har gennemført uddannelsen i epilepsi og arbejdsliv", "100 pct.", "100 pct.", "achieved", "text"),
    Indicator("A3", "activity", "Borgere med epilepsi er begyndt i et jobforløb", "120", "116", "partly_achieved", "text", breakdown={t: BEGUN[t][:2] for t in TOWNS}),
    Indicator("A4", "activity", "Der er holdt kollegamøder på arbejdspladserne", "60-80", "73", "achieved", "text", breakdown={t: (None, CONTACT[t][1]) for t in TOWNS}),
    Indicator("A5", "activity", "Der er indgået tryghedsaftaler", "75", "59", "partly_achieved", "text", breakdown={t: (None, CONTACT[t][2]) for t in TOWNS}),
    Indicator("A6", "activity", "Der er holdt netværksmøder for jobguiderne", "1 pr. kvartal", "1 pr. kvartal", "achieved", "text"),
    Indicator("A7", "activity", "Der er udviklet en digital værktøjskasse til jobcentre og virksomheder", "1", "Ja", "achieved", "text"),
    Indicator("A8", "activity", "Værktøjskassen er præsenteret på et webinar for landets øvrige jobcentre", "1", "Nej", "not_achieved", "text"),
    Indicator("A9", "activity", "Der er nedsat et brugerpanel af borgere med epilepsi", "1", "Ja", "achieved", "text"),
]
a_table = Table("Tabel 3-1", "Status på aktivitetsmålene", ["Aktivitetsmål", "Målsætning for hele perioden", "Status ved slutevalueringen"], [[f"{i.id}: {i.text}", i.target, i.actual] for i in A], "indicators", widths=[7.3, 3.0, 3.0])
doc.table(a_table)
doc.indicators += [(i, "Tabel 3-1", k) for k, i in enumerate(A)]
doc.p("Alle fire jobcentre har haft en jobguide ansat i hele perioden, og alle fire har gennemført den uddannelse på ni dage, som Foreningen Epilepsiliv har tilrettelagt. Begge mål er således opfyldt. I Holstebro har der dog været to skift på posten, og det har kostet tid i begyndelsen af hvert forløb.", margin="Jobguiderne og deres uddannelse")
doc.p("116 borgere er begyndt i et forløb, fire færre end de 120, der var målet, svarende til en målopfyldelse på 97 pct. Aktivitetsmålet om borgere i forløb (A3) er dermed kun delvist opfyldt. Skive og Herning ligger over deres måltal, mens Holstebro og Struer ligger under. Fordelingen fremgår af Tabel 3-2. Ifølge jobguiderne skyldes forskellen især, om sygedagpenge- eller jobafklaringsteamet har siddet på samme gang som jobguiden, for henvisningerne kommer fra den kollega, man møder ved kaffemaskinen, og ikke fra en liste i et af kommunens IT-systemer.", margin="Borgere i forløb")
heads = ["Kommune", "Forløb / Mål", "Forløb / Begyndt", "Forløb / Begyndt i pct. af mål", "Forløb / Gennemført", "Job eller uddannelse / Mål", "Job eller uddannelse / Opnået"]
line = lambda name, r: [name, str(r[0]), str(r[1]), f"{round(100 * r[1] / r[0])} pct.", str(r[2]), str(r[3]), str(r[4])]
people = Table("Tabel 3-2", "Borgere i forløb og i job eller uddannelse, fordelt på kommuner", heads, [line(t, BEGUN[t]) for t in TOWNS] + [line("I alt", [total(BEGUN, k) for k in range(5)])], "measures", notes=["Anm.: Fem borgere fra Lemvig er talt med under Struer."], source="Foreningen Epilepsilivs forløbsregister pr. 30. juni 2022", widths=[2.5, 1.6, 1.8, 2.1, 2.0, 1.6, 1.7], options={"total": True})
doc.table(people)
doc.p("Der er holdt 73 kollegamøder, og målet på 60 til 80 møder er opfyldt. Mødet varer halvanden time og ligger altid i arbejdstiden. Deltageren er med til at planlægge det og bestemmer selv, hvad der skal siges. Der er indgået 59 tryghedsaftaler mod de ønskede 75, og målet er derfor kun delvist opfyldt. En tryghedsaftale beskriver på én side, hvad kollegerne gør, hvem de ringer til, og hvornår deltageren er klar til at arbejde igen. Flere mindre virksomheder har fundet det for formelt at skrive under, også selv om de gjorde det, der stod i aftalen.", margin="Kollegamøder og tryghedsaftaler på arbejdspladsen")
contact = Table("Tabel 3-3", "Virksomhedskontakt fordelt på kommuner", ["Kommune", "Virksomheder kontaktet", "Kollegamøder holdt", "Tryghedsaftaler indgået"], [[t, *map(str, CONTACT[t])] for t in TOWNS] + [["I alt", "176", str(total(CONTACT, 1)), str(total(CONTACT, 2))]], "measures", source="Foreningen Epilepsilivs forløbsregister pr. 30. juni 2022", widths=[3.4, 3.3, 3.3, 3.3], options={"total": True})
doc.table(contact)
doc.p("Jobguiderne har mødtes én gang i kvartalet, under nedlukningerne på skærm, og målet om netværksmøder er opfyldt. Den digitale værktøjskasse er udviklet og lå klar i oktober 2021. Den rummer film, skabeloner til tryghedsaftaler og et program for kollegamødet. Målet er opfyldt. Værktøjskassen er derimod ikke præsenteret på et webinar for landets øvrige jobcentre. Webinaret blev udskudt to gange, fordi oplægsholderen blev syg, og det nåede ikke at blive holdt inden projektets udløb. Dette mål er ikke opfyldt. Brugerpanelet er nedsat og har været samlet seks gange, og målet er opfyldt.", margin="Netværk, værktøjskasse og brugerpanel")
doc.h(2, "3.2", "Status på resultatmålene på kort sigt")
doc.p("Tabel 3-4 viser de fire resultatmål på kort sigt. To er opfyldt, ét er delvist opfyldt, og ét er ikke opfyldt.", margin="Overordnet status")
B = [
    Indicator("B1", "outcome_short", "Deltagerne ved, hvad de vil fortælle om deres epilepsi på arbejdspladsen", "80 pct.", "87 pct.", "achieved", verdict="Opfyldt"),
    Indicator("B2", "outcome_short", "Kollegerne er trygge ved at hjælpe under et anfald", "75 pct.", "71 pct.", "partly_achieved", verdict="Delvist opfyldt"),
    Indicator("B3", "outcome_short", "Sagsbehandlerne inddrager epilepsirådgiveren, før de visiterer", "70 pct.", "33 pct.", "not_achieved", verdict="Ikke opfyldt"),
    Indicator("B4", "outcome_short", "Tryghedsaftalerne bruges, når et anfald indtræffer", "Kvalitativt", "Interview", "achieved", verdict="Opfyldt"),
]
b_table = Table("Tabel 3-4", "Status på resultatmålene på kort sigt", ["Resultatmål på kort sigt", "Målsætning", "Opnået", "Status"], [[f"{i.id}: {i.text}", i.target, i.actual, i.verdict] for i in B], "indicators", widths=[6.4, 2.2, 2.2, 2.5])
doc.table(b_table)
doc.indicators += [(i, "Tabel 3-4", k) for k, i in enumerate(B)]
doc.p("82 af de 94 deltagere, der har svaret, ved, hvad de vil fortælle om deres epilepsi (87 pct.). Flere siger, at de for første gang selv har bestemt, hvem der skal vide hvad. Blandt kollegerne er 152 af 214 trygge ved at hjælpe under et anfald. Det er 71 pct. og dermed lidt under målet på 75 pct. Utrygheden er størst i butikker og på lagre, hvor man ofte er alene på vagt.", margin="Deltagernes og kollegernes tryghed")
doc.quote("Jeg havde altid troet, at de ville blive bange for mig. Så viste det sig, at de bare ikke vidste, om de måtte røre ved mig. Det tog ti minutter at få på plads, og siden har vi ikke talt mere om det.")
doc.p("Epilepsirådgiveren er kun inddraget før visitationen i 38 af de 116 forløb (33 pct.). I Skive og Herning sker det som regel; i Holstebro og Struer har sagsbehandlerne ikke fundet tid til det møde på en halv time, som var aftalt. Målet er ikke opfyldt. Hvor der er en tryghedsaftale, er den til gengæld blevet brugt: I interviewene er der ingen eksempler på, at nogen har ringet efter en ambulance uden grund.", margin="Sagsbehandlernes brug af epilepsirådgiveren")
doc.h(2, "3.3", "Status på resultatmålene på lang sigt")
C = [
    Indicator("C1", "outcome_long", "Deltagerne gennemfører forløbet", "80 pct.", "79 pct.", "partly_achieved", verdict="Delvist opfyldt"),
    Indicator("C2", "outcome_long", "Virksomheder har ændret deres arbejdsgange varigt", "20", "22", "achieved", verdict="Opfyldt"),
    Indicator("C3", "outcome_long", "Jobcentrene har en skriftlig procedure for anfald i praktik", "4", "2", "partly_achieved", verdict="Delvist opfyldt"),
]
c_table = Table("Tabel 3-5", "Status på resultatmålene på lang sigt", ["Resultatmål på lang sigt", "Målsætning", "Opnået", "Status"], [[f"{i.id}: {i.text}", i.target, i.actual, i.verdict] for i in C], "indicators", widths=[6.4, 2.2, 2.2, 2.5])
doc.table(c_table)
doc.indicators += [(i, "Tabel 3-5", k) for k, i in enumerate(C)]
doc.p("92 af de 116 deltagere har gennemført forløbet (79 pct.), så målet på 80 pct. er delvist opfyldt. 22 virksomheder har ændret noget varigt, typisk vagtplaner, alenearbejde eller placeringen af maskiner. Kun jobcentrene i Skive og Herning har skrevet en procedure for anfald i praktik; de to andre jobcentre vil afvente en fælles vejledning.", margin="Gennemførelse og varige ændringer")
doc.h(2, "3.4", "Status på effektmålene")
D = [
    Indicator("D1", "impact", "Deltagere er kommet i job eller uddannelse", "60", "49", "partly_achieved", verdict="Delvist opfyldt", breakdown={t: BEGUN[t][3:5] for t in TOWNS}),
    Indicator("D2", "impact", "Deltagere, der er kommet i job eller uddannelse, er der fortsat efter ni måneder", "60 pct.", "65 pct.", "achieved", verdict="Opfyldt"),
]
d_table = Table("Tabel 3-6", "Status på effektmålene", ["Effektmål", "Målsætning", "Opnået", "Status"], [[f"{i.id}: {i.text}", i.target, i.actual, i.verdict] for i in D], "indicators", widths=[6.4, 2.2, 2.2, 2.5])
doc.table(d_table)
doc.indicators += [(i, "Tabel 3-6", k) for k, i in enumerate(D)]
doc.p("49 deltagere er kommet i job eller uddannelse, 82 pct. af de 60, der var målet. 32 af de 49 er der fortsat efter ni måneder. Det er 65 pct. og bedre end ventet. Fordelingen på ansættelsesformer er vist i Figur 3-1. De ni måneder er for de sidste elleve deltagere opgjort på baggrund af jobguidernes skøn i juni 2022.", margin="Job, og job der holder")
doc.figure("figur.png", "Figur 3-1", "De 49 borgere i job eller uddannelse, fordelt på ansættelsesform")

doc.h(1, "4", "Læringer og erfaringer")
doc.h(2, "4.1", "Arbejdspladsen")
doc.p("Kollegamødet skal ligge før den første arbejdsdag. På de 19 arbejdspladser, hvor mødet først blev holdt efter et anfald, brugte deltageren og lederen uger på at genskabe tilliden. Hvor det lå før, var der intet at genskabe.", margin="Timingen er afgørende", learn="Kollegamødet skal ligge før den første arbejdsdag")
doc.p("Øvelsen virker bedre end oplægget. Kolleger, der selv har lagt en person i aflåst sideleje, husker det et år senere, mens kun få kan gengive det, som epilepsirådgiveren fortalte.", learn="Øvelsen virker bedre end oplægget")
doc.p("Alenearbejde er den reelle barriere. Projektet har lært, at det sjældent er anfaldene, der forhindrer ansættelsen, men de timer på dagen, hvor der ikke er andre til stede. Der er tre veje rundt om barrieren:", margin="Når man er alene på vagt", learn="Alenearbejde er den reelle barriere")
doc.ul(["vagtplanen kan lægges om, så der altid er to på arbejde;", "opgaverne kan flyttes, især", ["arbejde i højden og ved åbne maskiner,", "kørsel af truck og varevogn, som også kræver kørekort;"], "en alarm om håndleddet kan give besked til en kollega i nærheden, uden at deltageren behøver at tale om det i det daglige."])
doc.h(2, "4.2", "Samspillet med jobcenter og sygehus")
doc.p("Jobguiden skal sidde i jobcentret og ikke i foreningen. Henvisningerne kom i gang i Skive, da jobguiden fik sin egen plads mellem sygedagpenge- og ressourceforløbsteamet, og de gik i stå i Struer, da jobguiden flyttede til et andet hus.", margin="Jobguidens plads i organisationen", learn="Jobguiden skal sidde i jobcentret og ikke i foreningen")
doc.p("Lægelige oplysninger bør indhentes med det samme. I en tredjedel af forløbene ventede jobcentret mere end otte uger på svar fra neurologisk afdeling, og i den tid skete der ikke noget. Herning løste det ved at lade borgeren selv medbringe sin seneste journaludskrift, herunder svar på EEG- og MR-undersøgelser.", learn="Lægelige oplysninger bør indhentes med det samme")
doc.h(2, "4.3", "Borgerne")
doc.p("Borgerne har brug for at øve samtalen, ikke for mere viden om epilepsi. De fleste kender deres sygdom ud og ind, men de har aldrig sagt det højt til en arbejdsgiver. For- og eftersamtaler med en jobguide på 20 minutter var nok.", margin="At fortælle det selv", learn="Borgerne har brug for at øve samtalen")

doc.h(1, "5", "Forankring")
doc.p("Ved projektets udgang er forankringen aftalt således i de fire kommuner og i foreningen:", margin="Det, der lever videre, og det, der ikke gør")
doc.ul([
    ("Skive og Herning fastansætter jobguiden og betaler stillingen af den ordinære driftsramme fra den 1. juli 2022.", {"keep": [("Skive og Herning fastansætter jobguiden og betaler stillingen", "continues")]}),
    ("I Struer lægges opgaven ind under handicapkonsulenten, dog kun med fem timer om ugen og uden kollegamøder.", {"keep": [("I Struer lægges opgaven ind under handicapkonsulenten, dog kun", "partly_continues")]}),
    ("Holstebro Kommune viderefører ikke jobguiden, fordi beskæftigelsesudvalget har afvist at finde penge til stillingen.", {"keep": [("Holstebro Kommune viderefører ikke jobguiden", "does_not_continue")]}),
    ("Værktøjskassen vedligeholdes af Foreningen Epilepsiliv og er fortsat gratis for alle jobcentre.", {"keep": [("Værktøjskassen vedligeholdes af Foreningen Epilepsiliv og er fortsat gratis", "continues")]}),
    ("Brugerpanelet er nedlagt, da der ikke er midler til transport og mødeudgifter.", {"keep": [("Brugerpanelet er nedlagt, da der ikke er midler", "does_not_continue")]}),
    ("Om netværket for jobguider fortsætter, er endnu ikke afgjort.[[3]]", {"keep": [("Om netværket for jobguider fortsætter, er endnu ikke afgjort", "unknown")]}),
])
doc.note("3", "Skive Kommune har tilbudt at være vært for ét møde om året, hvis de øvrige kommuner selv dækker deres udgifter.")

doc.h(1, "6", "Samlet vurdering")
doc.p("Det er vores samlede vurdering, at Nordlys har vist en farbar vej. Projektet har nået de fleste af sine aktivitetsmål, og deltagerne bliver i deres job. På kort sigt er både målet om deltagernes egen fortælling (B1) og målet om kollegernes tryghed (B2) opfyldt, og det er efter vores opfattelse forklaringen på, at så mange er fastholdt i 2019-2022 trods nedlukninger.", margin="En farbar vej")
doc.p("Projektets svage punkt er jobcentrenes visitation. Hvor epilepsirådgiveren ikke blev hørt, endte deltagerne oftere i en praktik, som måtte afbrydes. Vi anbefaler derfor, at andre kommuner begynder med at aftale, hvem der ringer til rådgiveren, før de ansætter en jobguide.", learn="andre kommuner begynder med at aftale, hvem der ringer til rådgiveren")

METADATA = {"title": TITLE, "kind": "final_evaluation", "project": "Nordlys", "grantee": "Foreningen Epilepsiliv", "evaluator": "Strandgaard & Holt", "funder": "Styrelsen for Arbejdsmarked og Rekruttering", "pool": {"name": "Usynlige handicap på arbejdsmarkedet", "year": 2018, "account": "17.46.52.30"}, "published": "2022-09-16", "period": {"start": "2019-03-01", "end": "2022-06-30"}, "budget": {"amount": 4275000, "currency": "DKK", "kind": "granted"}, "municipalities": TOWNS, "dropouts": [{"name": "Lemvig", "when": "2019-09", "reason": "jobcentret kunne ikke genbesætte stillingen som projektansvarlig"}], "target_groups": {"primary": "Borgere mellem 18 og 55 år med epilepsi, som er ledige eller sygemeldte", "secondary": ["Ledere og kolleger på arbejdspladserne"]}, "document_number": "SH-3118-04", "version": "2.0"}
HEADERS = {"left": "SLUTEVALUERING AF PROJEKTET \"NORDLYS\"", "right": "SLUTEVALUERING AF PROJEKTET \"STJERNESKUD\""}

FINDINGS = [
    {"code": "percent_mismatch", "quote": "er 49 kommet i job eller uddannelse, svarende til 48 pct.", "stated": 48, "computed": 53, "why": "49 af 92 er 53,3 pct."},
    {"code": "count_mismatch", "quote": "Der er fastlagt ti aktivitetsmål for projektet", "against": "Tabel 3-1 Status på aktivitetsmålene", "stated": 10, "computed": 9, "why": "Tabel 3-1 har ni aktivitetsmål, A1-A9"},
    {"code": "sum_mismatch", "quote": "Tabel 3-3 Virksomhedskontakt fordelt på kommuner", "against": "Tabel 3-3 Virksomhedskontakt fordelt på kommuner", "stated": 176, "computed": 170, "why": "48 + 41 + 55 + 26 = 170, men rækken I alt siger 176"},
    {"code": "status_conflict", "quote": "målet om kollegernes tryghed (B2) opfyldt", "against": "Tabel 3-4 Status på resultatmålene på kort sigt", "stated": "achieved", "computed": "partly_achieved", "why": "Tabel 3-4 siger, at B2 er delvist opfyldt (71 mod 75 pct.)"},
    {"code": "running_header_mismatch", "page": 3, "against_page": 1, "quote": "", "stated": HEADERS["right"], "computed": HEADERS["left"], "why": "Sidehovedet på ulige sider nævner projektet Stjerneskud; titlen og lige sider nævner Nordlys"},
]
FINE = [
    {"quote": "17 under 25 år (15 pct.), 52 mellem 25 og 39 år (45 pct.) og 47 mellem 40 og 55 år (41 pct.)", "why": "15 + 45 + 41 = 101 er afrunding; 17 + 52 + 47 = 116 passer"},
    {"quote": "fire færre end de 120, der var målet, svarende til en målopfyldelse på 97 pct.", "why": "120 - 116 = 4, og 116/120 = 96,7 pct."},
    {"quote": "49 deltagere er kommet i job eller uddannelse, 82 pct. af de 60", "why": "49/60 = 81,7 pct.; et andet grundlag end de 92, der gennemførte"},
    {"quote": "som 94 har besvaret (81 pct.)", "why": "94/116 = 81,0 pct."},
    {"quote": "antallet af kollegamøder blev sat op fra 40 til mellem 60 og 80", "why": "Det gamle måltal 40 nævnes som historie; målet i tabellen er 60-80"},
    {"quote": "Otte borgere fra Lemvig, der allerede var visiteret, fik tilbudt et forløb i Struer, og fem af dem tog imod", "why": "Fem tog imod, og anmærkningen til Tabel 3-2 siger også fem; de otte er dem, der fik tilbuddet"},
]
QUESTIONS = [
    {"question": "Hvem har gennemført projektet Nordlys?", "kind": "fact", "facts": [["Epilepsiliv"]], "where": ["som Foreningen Epilepsiliv har gennemført", "Tilskudsmodtager Foreningen Epilepsiliv"]},
    {"question": "Hvor stort et tilskud er projektet bevilget?", "kind": "table", "facts": [["4.275.000"]], "where": ["4.275.000 kr."]},
    {"question": "Hvilken pulje og hvilken finanslovskonto er projektet støttet af?", "kind": "fact", "facts": [["Usynlige handicap på arbejdsmarkedet"], ["17.46.52.30"]], "where": ["støttet af puljen \"Usynlige handicap på arbejdsmarkedet\"", "Finanslovens konto 17.46.52.30", "(finanslovskonto 17.46.52.30)"]},
    {"question": "Hvorfor forlod Lemvig Kommune projektet?", "kind": "why", "facts": [["genbesætte stillingen"]], "where": ["fordi jobcentret ikke kunne genbesætte stillingen"]},
    {"question": "Hvilke kommuner deltog i projektet?", "kind": "list", "facts": [["Skive"], ["Holstebro"], ["Herning"], ["Struer"]], "where": ["Skive, Holstebro, Herning og Struer"]},
    {"question": "Hvor mange borgere i Herning gennemførte et forløb?", "kind": "table", "facts": [["31"]], "where": ["Herning 35 38 109 pct. 31"]},
    {"question": "Hvor mange tryghedsaftaler er der indgået, og hvad var målet?", "kind": "table", "facts": [["59"], ["75"]], "where": ["Der er indgået 59 tryghedsaftaler mod de ønskede 75", "A5: Der er indgået tryghedsaftaler"]},
    {"question": "Hvorfor er værktøjskassen ikke præsenteret på et webinar?", "kind": "why", "facts": [["oplægsholderen blev syg"]], "where": ["fordi oplægsholderen blev syg"]},
    {"question": "Hvor stor en andel af kollegerne er trygge ved at hjælpe under et anfald?", "kind": "table", "facts": [["71 pct.", "152 af 214"]], "where": ["B2: Kollegerne er trygge", "152 af 214 trygge"]},
    {"question": "Hvilke jobcentre har skrevet en procedure for anfald i praktik?", "kind": "list", "facts": [["Skive"], ["Herning"]], "where": ["Kun jobcentrene i Skive og Herning har skrevet en procedure"]},
    {"question": "Hvad har projektet lært om, hvornår kollegamødet skal holdes?", "kind": "learning", "facts": [["før den første arbejdsdag"]], "where": ["Kollegamødet skal ligge før den første arbejdsdag"]},
    {"question": "Hvad er ifølge evaluator projektets svage punkt?", "kind": "learning", "facts": [["visitation"]], "where": ["Projektets svage punkt er jobcentrenes visitation"]},
    {"question": "Hvorfor fører Holstebro ikke jobguiden videre?", "kind": "why", "facts": [["afvist at finde penge"]], "where": ["Holstebro Kommune viderefører ikke jobguiden"]},
    {"question": "Hvad kostede et kollegamøde i gennemsnit?", "kind": "none"},
    {"question": "Hvor mange af deltagerne tog medicin mod epilepsi?", "kind": "none"},
    {"question": "Hvem er borgmester i Struer?", "kind": "none"},
]
