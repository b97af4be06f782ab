from __future__ import annotations

from extract.markdown import to_markdown
from tests.nouns import report


def test_markdown_holds_everything_in_order() -> None:
    assert to_markdown(report()) == (
        "# 1 Indledning\n"
        "\n"
        "**Baggrund**\n"
        "\n"
        "Projektet begyndte i 2019.\n"
        "\n"
        "- Et punkt\n"
        "- Endnu et punkt\n"
        "\n"
        "> “Det virkede”, siger en borger.\n"
        "\n"
        "# 2 Resultater \\[2\\]\n"
        "\n"
        "**Tabel 2-1: Forløb**\n"
        "\n"
        "| Kommune | Antal |\n"
        "| --- | --- |\n"
        "| Nørre\\|by | 12 |\n"
        "\n"
        "*Opgjort i maj.*\n"
        "\n"
        "*Figur 1: Forløb over tid*\n"
        "\n"
        "[^1]: Se bilag I.\n"
        "\n"
        "\\# 12 kommuner\n"
    )
