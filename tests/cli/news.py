"""Pages for tests of the command line: short news about an invented dam."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SAID = '<p>"The wall is sound," said Mara Quist, a spokeswoman for the board.</p>'
TOLD = "<p>The water board of Oster said on Monday that the gates would stay shut.</p>"


def news(title: str = "Dam wall holds in Oster", more: str = "") -> str:
    """A page of HTML with one article; `more` goes into its running text."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{title}</title></head><body><article><h1>{title}</h1>"
        f"{TOLD}{SAID}<p>Residents below the wall were told to stay away from the "
        f"river until Wednesday, when the gates are tested again.</p>{more}"
        f"</article></body></html>"
    )


def write_news(folder: Path, count: int) -> list[Path]:
    """So many different pages in a folder, named in order."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = [folder / f"page{number}.html" for number in range(count)]
    for number, page in enumerate(pages):
        page.write_text(news(f"Dam wall holds for day {number}"), encoding="utf-8")
    return pages


SPANISH = """<!doctype html><html lang="es"><head><title>La presa resiste</title></head>
<body><article><h1>La presa de Oster resiste la crecida</h1>
<p>La presa de Oster resistió la noche del lunes, según informó la junta de aguas.</p>
<p>«El muro está en buen estado», dijo Mara Quist, portavoz de la junta.</p>
<p>Los vecinos deben mantenerse lejos del río hasta el miércoles.</p>
</article></body></html>"""
