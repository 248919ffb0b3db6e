"""An HTML page as its text: nothing is run or fetched, blocks become lines, entities the signs they stand for."""

import codecs
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|br|h[1-6]|section|table)\b[^<>]*>", re.I)
_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_NESTING = re.compile(r"<(/?)(?:div|ul|ol|dl|form|section|article|main|blockquote|fieldset|details|figure)\b", re.I)
_SPACE = re.compile("[ \t\n\r\f]+")  # what HTML calls space: a no-break space stays
DEPTH = 1000  # the parser's time grows with the square of the nesting

# What a reader does not read as the report: code, forms, the site's own furniture.
UNREAD = frozenset(
    re.findall(r"\w+", "script style noscript template iframe object svg math head nav footer aside form button select")
)
# What stands on lines of its own; everything else, such as a link or bold type, runs on.
LINES = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 "
        "header hr li main ol p pre section summary table tbody td tfoot th thead tr ul",
    )
)


def is_page(text: str) -> bool:
    """Whether a text is an HTML page or a piece of one, and not a text in which a < stands."""
    first = _TAG.search(text, 0, 100_000)
    if first is None:
        return False
    if first.group().lower().startswith(("<!doctype", "<html", "<head", "<body")):
        return not text[: first.start()].strip() or "</" in text
    return "</" in text or len(_TAG.findall(text, 0, 100_000)) > 1


def charset_of(data: bytes) -> str | None:
    """The encoding that a page declares near its start, by Python's name for it; None if none or unknown."""
    found = _DECLARED.search(data, 0, 2048)
    if not found:
        return None
    try:
        info = codecs.lookup(found.group(1).decode("ascii"))
        b"".decode(info.name)
    except LookupError:  # also for codecs that give no text
        return None
    return info.name


def page_text(html: str) -> str | None:
    """The words of a page, one block a line; None if it is nested deeper than DEPTH."""
    if _depth(html) > DEPTH:
        return None
    tree = LexborHTMLParser(html)
    articles = tree.css("article") or tree.css("main")
    one = len(articles) == 1
    root = articles[0] if one else tree.body
    if root is None:
        return ""
    pieces: list[str] = []
    _collect(root, pieces, UNREAD if one else UNREAD | {"header"})  # an article's header holds its headline
    lines = (line.strip(" ") for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _depth(html: str) -> int:
    depth = deepest = 0
    for tag in _NESTING.finditer(html):
        depth += -1 if tag.group(1) else 1
        deepest = max(deepest, depth)
    return deepest


def _collect(root: LexborNode, pieces: list[str], unread: frozenset[str]) -> None:
    """Text of the nodes under root in order, a line break where a block begins or ends. No recursion: pages nest."""
    open_nodes: list[LexborNode] = []
    node = root.first_child
    while node is not None or open_nodes:
        if node is None:
            node = open_nodes.pop()
            pieces.append("\n" * (node.tag in LINES))
            node = node.next
            continue
        if node.tag == "-text":
            pieces.append(_SPACE.sub(" ", node.text_content or ""))
        child = None if node.tag in unread or _is_hidden(node) else node.first_child
        pieces.append("\n" * (node.tag in LINES))
        if child is not None:
            open_nodes.append(node)
        node = child if child is not None else node.next


def _is_hidden(node: LexborNode) -> bool:
    if not node.is_element_node:
        return False
    said = node.attributes
    style = (said.get("style") or "").replace(" ", "").lower()
    return "hidden" in said or said.get("aria-hidden") == "true" or "display:none" in style
