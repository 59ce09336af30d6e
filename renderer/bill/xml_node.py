"""A place in an XML document: an element that knows its XPath."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from lxml import etree

from renderer.bill.bounds import MOST_LINES, too_many_lines
from renderer.bill.documents import Document, Raw
from renderer.bill.xml_names import local_name, names_of, text_of


@dataclass(frozen=True, slots=True)
class XmlNode:
    """One element of an invoice with its absolute XPath, in the prefixes of `names`."""

    document: Document
    path: str
    element: etree._Element
    names: Mapping[str, str]

    @classmethod
    def root(cls, document: Document, element: etree._Element, prefix: str) -> XmlNode:
        """Start at the document's root, whose namespace has this prefix."""
        return cls(document, f"/{prefix}:{local_name(element)}", element, names_of(element))

    @property
    def where(self) -> str:
        """Name the place, for people."""
        return f"{self.document.name}#{self.path}"

    def each(self, name: str) -> Iterator[XmlNode]:
        """Walk the children of one name ("cac:InvoiceLine").

        Raises:
            BillError: `too-many-lines`.
        """
        found = self.element.findall(self._tag(name))
        if len(found) > MOST_LINES:
            raise too_many_lines(f"{self.where}/{name}[{MOST_LINES + 1}]")
        for number, element in enumerate(found, start=1):
            place = f"[{number}]" if len(found) > 1 else ""
            yield XmlNode(self.document, f"{self.path}/{name}{place}", element, self.names)

    def at(self, path: str) -> XmlNode | None:
        """Follow the first child of each name ("cac:Item/cbc:Name"); `None` where one is absent."""
        element, steps = self.element, [self.path]
        for name in path.split("/"):
            found = list(islice(element.iterchildren(self._tag(name)), 2))
            if not found:
                return None
            element = found[0]
            steps.append(f"{name}[1]" if len(found) > 1 else name)
        return XmlNode(self.document, "/".join(steps), element, self.names)

    def raw(self) -> Raw:
        """Return the element's text as the document writes it."""
        return Raw(self.document, self.path, text_of(self.element))

    def scalar(self, *paths: str) -> Raw | None:
        """Return the first of these that is there and not blank."""
        for path in paths:
            node = self.at(path)
            if node is not None:
                raw = node.raw()
                if raw.text and not raw.text.isspace():
                    return raw
        return None

    def attribute(self, name: str) -> str | None:
        """Return an attribute's value."""
        value = self.element.get(name)
        return None if value is None else str(value)

    def _tag(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return _qualified(self.names[prefix], local)


@cache
def _qualified(namespace: str, local: str) -> str:
    return f"{{{namespace}}}{local}"
