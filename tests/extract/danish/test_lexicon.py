from __future__ import annotations

from extract.danish.lexicon import Lexicon, bare


def test_a_document_counts_its_own_words() -> None:
    lexicon = Lexicon.of(["Borgere", "borgere,", "(borgere)", "IT-systemer", "arbejds-"])
    assert lexicon.count("borgere") == 3
    assert lexicon.count("IT-systemer") == 1
    assert lexicon.count("arbejds") == 0
    assert "it" in lexicon.heads


def test_names_are_words_that_always_stand_with_a_capital() -> None:
    lexicon = Lexicon.of(["Silkeborg", "Projektet", "projektet"])
    assert lexicon.names == {"silkeborg"}


def test_broken_words_at_line_ends_are_no_words() -> None:
    lexicon = Lexicon.of_lines(["alle bor-", "gere i kom\u00ad", "", "munen deltog"])
    assert set(lexicon.words) == {"alle", "i", "deltog"}


def test_the_parts_of_a_string_without_spaces_count() -> None:
    lexicon = Lexicon.of(["og/eller", "MessageHeader.id"])
    assert lexicon.count("eller") == 1
    assert lexicon.count("messageheader") == 1
    assert lexicon.count("og/eller") == 1


def test_danish_words_and_their_endings_are_known() -> None:
    lexicon = Lexicon()
    assert all(map(lexicon.danish, ("borgere", "Kommunen", "besøgene", "rådgiverne", "tabellerne")))
    assert not any(map(lexicon.danish, ("skæftigelse", "mune", "lesråd")))


def test_compounds_are_known_by_their_parts() -> None:
    lexicon = Lexicon.of(["mentor"])
    assert all(map(lexicon.compound, ("mentorordning", "arbejdsmarkedsindsats", "sygedagpengeteamet")))
    assert not lexicon.compound("mentorqwrtz")


def test_the_danish_list_is_loaded_only_when_the_document_does_not_decide() -> None:
    import subprocess
    import sys

    code = "import sys; import extract.danish.hyphens as h; from extract.danish.lexicon import Lexicon as L;"
    code += (
        "h.join_lines(['bor-', 'gere'], L.of(['borgere'])); print('msgpack' in sys.modules, 'wordfreq' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_bare_words() -> None:
    assert bare("”(borgere),") == "borgere"
    assert bare("– ") == ""
