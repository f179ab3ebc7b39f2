"""Every text of the program can be translated, and the Russian translation is complete."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import dev

SOURCES = sorted((dev.ROOT / "partners_app").rglob("*.py"))
TO_MEND = "run: python3 dev.py translate"
PLACEHOLDER = re.compile(r"%L?(?:\d+|n)")
MNEMONIC = re.compile(r"&(?=[^&\s])")


class Message(NamedTuple):
    """One text of the program as Qt looks it up; the comment tells equal texts apart."""

    context: str
    source: str
    comment: str


def messages() -> Iterator[tuple[Message, ElementTree.Element]]:
    for context in ElementTree.parse(dev.TRANSLATION).iterfind("context"):
        for element in context.iterfind("message"):
            message = Message(
                context.findtext("name", ""),
                element.findtext("source", ""),
                element.findtext("comment", ""),
            )
            yield message, element


def translations(element: ElementTree.Element) -> list[str]:
    """Return the Russian of a message: one text, or one for each of the three plural forms."""
    translation = element.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def is_looked_up(text: ast.expr) -> bool:
    """Tell whether a text comes from a variable or a table, as it stands there."""
    match text:
        case ast.Call(func=ast.Name(id="str"), args=[inner]):
            return is_looked_up(inner)
        case _:
            return isinstance(text, ast.Name | ast.Attribute | ast.Subscript)


class TextCalls(ast.NodeVisitor):
    """Collect the texts a module asks Qt to translate, and the calls lupdate would misread."""

    def __init__(self) -> None:
        self.found: set[Message] = set()
        self.misread: list[str] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Attribute(value=receiver, attr="tr"), args=arguments):
                if not self._classes or ast.unparse(receiver) != "self":
                    self._refuse(node, "tr() is for self: elsewhere translate(context, text)")
                else:
                    context = ast.Constant(self._classes[-1])
                    self._collect(node, [context, *arguments], may_be_looked_up=False)
            case ast.Call(func=ast.Name(id="QT_TRANSLATE_NOOP"), args=arguments):
                self._collect(node, arguments, may_be_looked_up=False)
            case ast.Call(
                func=ast.Name(id="translate") | ast.Attribute(attr="translate"),
                args=[_, _, *_] as arguments,
            ):
                self._collect(node, arguments, may_be_looked_up=True)

    def _collect(
        self, node: ast.Call, arguments: list[ast.expr], *, may_be_looked_up: bool
    ) -> None:
        match arguments[:3]:
            case [ast.Constant(value=str(context)), ast.Constant(value=str(source)), *rest]:
                comment = rest[0].value if rest and isinstance(rest[0], ast.Constant) else ""
                self.found.add(Message(context, source, str(comment or "")))
            # A text from a table: its entry is a QT_TRANSLATE_NOOP, which is checked by itself.
            case [_, text, *_] if may_be_looked_up and is_looked_up(text):
                pass
            case _:
                self._refuse(node, "the text is put together at run time: lupdate cannot see it")

    def _refuse(self, node: ast.Call, why: str) -> None:
        self.misread.append(f"line {node.lineno}: {why}: {ast.unparse(node)}")


def text_calls(code: str) -> TextCalls:
    calls = TextCalls()
    calls.visit(ast.parse(code))
    return calls


@pytest.mark.parametrize(
    "call",
    [
        'self.tr(f"{name} saved")',
        'self.tr("Saved " + name)',
        'self.tr("Saved {}".format(name))',
        "self.tr(name)",
        'parent.tr("Saved")',
        'QCoreApplication.translate("Menu", f"{name} saved")',
        'translate("Menu", "Saved " + name)',
        'QT_TRANSLATE_NOOP("Menu", name)',
    ],
)
def test_a_text_put_together_at_run_time_is_noticed(call: str) -> None:
    assert text_calls(f"class Menu:\n    def shown(self):\n        return {call}").misread


def test_texts_are_literal_where_lupdate_reads_them() -> None:
    assert [
        f"{source.relative_to(dev.ROOT)}, {misread}"
        for source in SOURCES
        for misread in text_calls(source.read_text(encoding="utf-8")).misread
    ] == []


def test_translation_holds_the_texts_of_the_program() -> None:
    """lupdate files a text under a wrong context and says nothing: compare with Python's reading.

    Seen: the first `self.tr()` after a `QCoreApplication.translate()` in the same function comes
    under "QCoreApplication.self"; `translate = QCoreApplication.translate` before it avoids that.
    """
    asked = {
        message
        for source in SOURCES
        for message in text_calls(source.read_text(encoding="utf-8")).found
    }
    held = {message for message, _ in messages()}
    assert (sorted(asked - held), sorted(held - asked)) == ([], []), TO_MEND


def test_translation_is_what_lupdate_makes(tmp_path: Path) -> None:
    fresh = tmp_path / dev.TRANSLATION.name
    fresh.write_bytes(dev.TRANSLATION.read_bytes())
    dev.update_translation(fresh)
    assert fresh.read_text("utf-8") == dev.TRANSLATION.read_text("utf-8"), TO_MEND


def test_compiled_translation_is_what_lrelease_makes(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    dev.release_translation(dev.TRANSLATION, fresh)
    assert fresh.read_bytes() == dev.TRANSLATION.with_suffix(".qm").read_bytes(), TO_MEND


def test_every_text_is_translated() -> None:
    assert [
        message
        for message, element in messages()
        if element.find("translation[@type]") is not None  # unfinished, vanished or obsolete
        or not all(text.strip() for text in translations(element))
        or len(translations(element)) != (3 if element.get("numerus") else 1)
    ] == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    assert [
        (message, text)
        for message, element in messages()
        for text in translations(element)
        if text and sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(message.source))
    ] == []


def test_a_text_with_an_access_key_has_one_in_russian() -> None:
    assert [
        (message, text)
        for message, element in messages()
        for text in translations(element)
        if text and len(MNEMONIC.findall(text)) != len(MNEMONIC.findall(message.source))
    ] == []
