"""The status of statements on embedding, in wordings of many kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.statements.status import is_limited, status_of

CONTINUES = """
Hillerød Kommune har gjort mentorordningen til en fast del af jobcentrets tilbud.
Metoden er nu forankret i alle tre jobcentre og indgår i introduktionen af nye medarbejdere.
Efter projektets udløb er netværket overdraget til Erhvervshus Sjælland, som driver det videre.
Indsatsen overgår til almindelig drift pr. 1. januar 2023.
Kommunen har afsat midler på budgettet for 2022 til at fastholde de to jobkonsulenter.
Samarbejdet med virksomhederne fortsætter uændret efter projektperioden.
Tilbuddet er ikke lukket, men kører videre i jobcentrets regi.
Forummet kører videre efter projektets afslutning, men uden deltagelse af foreningen.
Organisationen har implementeret redskabet som standard i alle afdelinger.
Buddy-ordningen er mainstreamet og kører som business as usual.
Håndbogen ligger frit tilgængelig på foreningens hjemmeside.
Værkstedet er overtaget af en lokal socialøkonomisk virksomhed.
De frivillige fortsætter på eget initiativ.
Jobcoachen fortsætter i sin stilling, som nu er finansieret af kommunen.
De fire jobcentre anvender fortsat samtaleskemaet.
Ballerup fører ordningen videre, og i Greve er der afsat midler til en konsulent på halv tid til og med 2024.
"""
PARTLY = """
Viborg Kommune viderefører dele af indsatsen.
Holdundervisningen videreføres, men uden den individuelle samtale.
To af de fem kommuner viderefører indsatsen.
Caféen holder åbent indtil udgangen af 2024, hvor der tages stilling til den videre drift.
Konsulentfunktionen videreføres på halv tid.
Indsatsen fortsætter i en nedskaleret form.
Netværket fortsætter i Aarhus, mens det er nedlagt i Skanderborg.
Peer-støtten er kun forankret i Vejen.
Aftalen med sygehuset er forlænget til og med 2024.
Samarbejdsaftalen er fornyet for en treårig periode.
Ud af de seks aktiviteter videreføres fire.
Virksomhedsnetværket består, om end i en mere uformel form.
Rådgivningen fortsætter telefonisk, men ikke længere med fremmøde.
"""
ENDS = """
Projektets hjemmeside bliver lukket ned, når domænet udløber.
Kommunen har ikke fundet midler til at videreføre indsatsen.
Jobcentret har valgt ikke at fortsætte samarbejdet.
Det er ikke lykkedes at forankre metoden i kommunerne.
Ingen af kommunerne har ønsket at videreføre tilbuddet.
Aktiviteterne ophører med projektets afslutning.
Forløbene føres ikke videre i Lemvig.
Konsulenten er opsagt, og opgaven varetages ikke længere.
Det forventes ikke, at tilbuddet videreføres.
Kommunen har sagt nej til at overtage ordningen.
Kurserne kan formentlig ikke fortsætte i deres nuværende form.
Aftalen blev ikke fornyet.
Rådgivningslinjen måtte lukke, da fonden trak sin støtte.
Der er ingen planer om at fortsætte forløbene.
Panelet er nedlagt, da der ikke er midler til transport.
"""
UNDECIDED = """
Det er endnu uvist, om indsatsen fortsætter.
Byrådet tager først stilling til en videreførelse ved budgetforhandlingerne i efteråret.
Hvorvidt kurset videreføres, afhænger af om der kan findes finansiering.
Fonden arbejder på at finde midler til en fortsættelse.
Der er ansøgt om midler til at fortsætte, men svar foreligger ikke.
Det er tvivlsomt, om ordningen overlever.
Kommunen overvejer, om stillingen skal gøres permanent.
Om modellen udbredes til de øvrige afdelinger, besluttes i foråret.
Videreførelsen er betinget af, at der findes ekstern finansiering.
"""
EXPECTED = {
    "continues": CONTINUES, "partly_continues": PARTLY, "does_not_continue": ENDS, "unknown": UNDECIDED,
}  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "status"),
    [(line, status) for status, lines in EXPECTED.items() for line in lines.strip().splitlines()],
)
def test_status_of_a_sentence(sentence: str, status: str) -> None:
    assert status_of(sentence) == status


def test_words_on_other_things_have_no_status() -> None:
    assert status_of("Mødet blev holdt en torsdag i regnvejr.") is None


def test_other_hands_are_no_limit() -> None:
    assert is_limited("Det fortsætter uden den samtale, som de unge satte pris på")
    assert not is_limited("Det fortsætter uden tilskud")
    assert not is_limited("Det fortsætter ikke kun i Horsens")


@given(st.text(max_size=200))
def test_any_text_has_a_status_or_none(text: str) -> None:
    assert status_of(text) in {None, "continues", "partly_continues", "does_not_continue", "unknown"}
