"""`contested explain`: one report with its claims marked in place, and why each was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from contested.cli.common import JsonOption, PackOption

if TYPE_CHECKING:
    from rich.text import Text

    from contested.model import Claim, Extraction

STYLES = {"source": "bold cyan", "cue": "bold yellow", "content": "green"}


def explain(
    path: Annotated[str, typer.Argument(help="A report: a file, or - for standard input.")],
    pack: PackOption = None,
    json: JsonOption = False,
) -> None:
    """Show one report with its claims in place: source, cue, content, and the rule behind each.

    Example: contested explain dispatch.txt
    """
    from contested.cli.common import out, print_json
    from contested.errors import InputError
    from contested.model import Document
    from contested.packs import load
    from contested.pipeline import extract
    from contested.sources import SourceOptions, read_documents

    packs = [load(name) for name in pack] if pack else None
    found = False
    for item in read_documents([path], SourceOptions()):
        if not isinstance(item, Document):
            out.print(item.message, markup=False, highlight=False)
            continue
        found = True
        extraction = extract(item, packs)
        if json:
            print_json({"document": item.id, "path": item.path, "claims": explanations(extraction)})
        else:
            _print(extraction)
    if not found:
        raise InputError(f"Nothing was read from {path}.", "See the message above.")


def explanations(extraction: Extraction) -> list[dict[str, Any]]:
    """Return one plain record a claim: its words by role, and the rule that found it."""
    return [_explanation(number, claim, extraction) for number, claim in enumerate(extraction.claims, 1)]


def _explanation(number: int, claim: Claim, extraction: Extraction) -> dict[str, Any]:
    numbers = {other.id: i for i, other in enumerate(extraction.claims, 1)}
    cue = claim.cue
    return {
        "number": number,
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "source": claim.source.text,
        "name": claim.source.name,
        "kind": claim.source.kind,
        "party": claim.source.party,
        "party_reason": claim.source.party_reason,
        "chain": [source.name for source in claim.chain],
        "cue": _words(extraction, cue.words) if cue else "",
        "lemma": cue.lemma if cue else "",
        "class": cue.cue_class if cue else "none",
        "rule": _rule(claim),
        "directness": claim.directness,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "verification": claim.verification,
        "content": _words(extraction, claim.content),
        "inside": numbers.get(claim.parent) if claim.parent else None,
        "continued": claim.continued,
        "events": len(claim.events),
    }


def _rule(claim: Claim) -> str:
    if claim.cue is not None:
        return claim.cue.rule
    return "continuation" if claim.continued else "own voice"


def _words(extraction: Extraction, spans: Sequence[Any]) -> str:
    text = extraction.document.text
    return " … ".join(" ".join(text[span.start : span.end].split()) for span in spans)


def _print(extraction: Extraction) -> None:
    """Print each paragraph with its claims coloured, and below it one line a claim."""
    from contested.cli.common import out

    document = extraction.document
    out.print(f"{document.path}  {document.published or 'no date'}  {document.outlet}", markup=False, highlight=False)
    out.print(_legend())
    rows = explanations(extraction)
    for start, end in _paragraphs(document.text):
        out.print(_coloured(extraction, start, end), soft_wrap=False)
        for claim, row in zip(extraction.claims, rows, strict=True):
            if start <= claim.start < end:
                out.print(_line(row), soft_wrap=False)
        out.print()


def _legend() -> Text:
    from rich.text import Text

    legend = Text()
    for role, style in STYLES.items():
        legend.append(role, style=style)
        legend.append("  ")
    return legend


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    from contested.text.sentences import find_paragraphs

    yield from find_paragraphs(text)


def _coloured(extraction: Extraction, start: int, end: int) -> Text:
    """Return one paragraph with content, source and cue of its claims in colour."""
    from rich.text import Text

    view = Text(extraction.document.text[start:end])
    for role in ("content", "source", "cue"):
        for claim in extraction.claims:
            for span_start, span_end in _spans(claim, role):
                if span_start < end and span_end > start:
                    view.stylize(STYLES[role], max(span_start, start) - start, min(span_end, end) - start)
    return view


def _spans(claim: Claim, role: str) -> list[tuple[int, int]]:
    if claim.source.own_voice:
        return []
    if role == "content":
        return [(span.start, span.end) for span in claim.content]
    if role == "cue":
        return [(word.start, word.end) for word in claim.cue.words] if claim.cue else []
    source = claim.source
    return [(source.start, source.end)] if source.start is not None and source.end is not None else []


def _line(row: dict[str, Any]) -> Text:
    """Return one claim in a line: number, who, how, why, what."""
    from rich.text import Text

    line = Text("  ")
    line.append(f"{row['number']:>3} ")
    who = row["name"] if row["party"] in ("unknown", "none") else f"{row['name']} ({row['party']})"
    line.append(who, style=STYLES["source"])
    line.append(f"  {row['class']}", style=STYLES["cue"])
    notes = [row["rule"], str(row["directness"])]
    notes += [f"{row['polarity']}"] if row["polarity"] != "positive" else []
    notes += [f"inside {row['inside']}"] if row["inside"] else []
    notes += [f"via {', '.join(row['chain'])}"] if row["chain"] else []
    line.append(f"  [{', '.join(notes)}]  ", style="dim")
    line.append(row["content"], style=STYLES["content"])
    return line
