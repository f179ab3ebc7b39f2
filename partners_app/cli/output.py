"""What the command line prints: data on stdout, messages on stderr, both in UTF-8."""

import io
import json
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from partners_app.domain.findings import Finding
from partners_app.services.register import Operation
from partners_app.texts.findings import finding_place, finding_text
from partners_app.texts.language import translate
from partners_app.texts.operations import operation_text


def speak_utf8() -> None:
    """Make both streams UTF-8: Windows gives a pipe its old code page, which lacks «–» and «ё»."""
    for stream in (sys.stdout, sys.stderr):
        # A program without a console has no streams at all.
        if isinstance(stream, io.TextIOWrapper):
            # A name of a file may hold bytes that are no UTF-8.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Print a line of data."""
    print(text)


def say_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object, readable for people too."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def note(text: str) -> None:
    """Print one line of a message."""
    print(" ".join(text.split()), file=sys.stderr)


def operation_line(step: Operation, known: Mapping[int, Operation]) -> str:
    """Return a step as number, local date and time, author and text, with tabs between."""
    text = _step_text(step, known)
    if step.undone:
        text += " " + translate("cli", "(undone)")
    return "\t".join([str(step.id), local_time(step.at), step.author, text])


def local_time(at: datetime) -> str:
    """Return a moment as a clerk reads it."""
    return at.astimezone().strftime("%d.%m.%Y %H:%M")


def operation_json(step: Operation, known: Mapping[int, Operation]) -> dict[str, Any]:
    """Return a step as ``history --json`` prints it."""
    return {
        "id": step.id,
        "uuid": step.uuid,
        "kind": step.kind.value,
        "subject": step.subject,
        "label": step.label,
        "author": step.author,
        "at": step.at.isoformat(),
        "reverts": step.reverts,
        "undone": step.undone,
        "text": _step_text(step, known),
    }


def _step_text(step: Operation, known: Mapping[int, Operation]) -> str:
    reverted = None if step.reverts is None else known.get(step.reverts)
    if reverted is not None and reverted.reverts is not None:
        # A redo reverts the undo of a step: the step is what the reader knows.
        reverted = known.get(reverted.reverts, reverted)
    return operation_text(step, reverted)


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as ``check --json`` prints it."""
    title, sentence = finding_text(finding)
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "table": finding.table,
        "record": finding.record,
        "field": finding.field,
        "place": finding_place(finding),
        "title": title,
        "sentence": sentence,
        "values": {name: value for name, value in finding.values.items() if name != "place"},
    }
