"""An XML document as text: indented, with its declaration, values in the spelling of XML Schema."""

from xml.etree import ElementTree as ET

from graph.exports.rows import Value


def document(root: ET.Element) -> str:
    """The document of ``root``, to be written as UTF-8."""
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def as_text(value: Value) -> str:
    """The value as XML Schema spells it: true and false in lower case."""
    return str(value).lower() if isinstance(value, bool) else str(value)
