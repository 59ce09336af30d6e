"""A place in an XML document: an element that knows its XPath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from renderer.bill.documents import Document, Raw
from renderer.bill.pointer import text_of
from renderer.bill.strict_xml import NAMESPACES


@dataclass(frozen=True, slots=True)
class XmlNode:
    """One element of a UBL document with its absolute XPath."""

    document: Document
    path: str
    element: etree._Element

    @classmethod
    def root(cls, document: Document, element: etree._Element) -> XmlNode:
        """Start at the document's root."""
        return cls(document, f"/ubl:{etree.QName(element).localname}", element)

    @property
    def where(self) -> str:
        """Name the place, for people."""
        return f"{self.document.name}#{self.path}"

    def each(self, name: str) -> Iterator[XmlNode]:
        """Walk the children of one name ("cac:InvoiceLine")."""
        prefix, local = name.split(":")
        found = self.element.findall(f"{{{NAMESPACES[prefix]}}}{local}")
        for number, element in enumerate(found, start=1):
            place = f"[{number}]" if len(found) > 1 else ""
            yield XmlNode(self.document, f"{self.path}/{name}{place}", element)

    def at(self, path: str) -> XmlNode | None:
        """Follow the first child of each name ("cac:Item/cbc:Name"); `None` where one is absent."""
        node: XmlNode | None = self
        for name in path.split("/"):
            if node is None:
                return None
            node = next(node.each(name), None)
        return node

    def raw(self) -> Raw:
        """Return the element's text as the document writes it."""
        return Raw(self.document, self.path, text_of(self.element))

    def scalar(self, *paths: str) -> Raw | None:
        """Return the first of these that is there and not blank."""
        for path in paths:
            node = self.at(path)
            if node is not None:
                raw = node.raw()
                if raw.text.strip():
                    return raw
        return None

    def attribute(self, name: str) -> str | None:
        """Return an attribute's value."""
        value = self.element.get(name)
        return None if value is None else str(value)
