"""Strangers' XML: no entities, no outside, no more than the limits."""

from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from werkboek_desktop.errors import DocumentDamaged, DocumentTooLarge
from werkboek_desktop.interchange import limits

__all__ = ["Element", "children", "local", "parse"]


def parse(content: bytes, where: str) -> Element:
    """The root of a part; raises DocumentDamaged, DocumentTooLarge."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentDamaged(where) from error
    if root.getroottree().docinfo.doctype:  # whoever declares entities means to expand them somewhere
        raise DocumentDamaged(where)
    nodes = int(root.xpath("count(//*)"))
    if nodes > limits.NODES:
        raise DocumentTooLarge(f"onderdelen in {where}", nodes, limits.NODES)
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(etree.QName(element).localname)


def children(element: Iterable[Element]) -> Iterator[tuple[str, Element]]:
    """The elements in an element, with their names."""
    for child in element:
        yield local(child), child
