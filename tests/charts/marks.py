"""What the tests of charts read from an SVG."""

from xml.etree.ElementTree import Element


def painted(group: Element) -> str:
    """Return how a group of marks is painted: “fill:none;stroke:…”."""
    return ";".join(f"{name}:{value}" for name, value in group.attrib.items())
