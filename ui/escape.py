"""Text that leaves Python for a page: one function for folium, one for the page's own HTML.

folium renders what it is given as a Jinja2 template, then once more, and puts popups and tooltips into JavaScript
template literals: `{{ }}` runs Python on the server and `${ }` runs script in the reader's frame, and html.escape
stops neither. So names that must reach folium go through `for_map`, and source text never does.
"""

import html
import json
import re

# What Jinja2 and JavaScript template literals read as more than a letter; each becomes a numeric entity.
_TEMPLATE = {ord(sign): f"&#{ord(sign)};" for sign in "{}`$\\%"}
# Control characters and lone surrogates carry no name and cannot be encoded.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# Marks that turn the reading direction without showing; shown as what they are.
_BIDI = {
    0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
    0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
}  # fmt: skip
_BIDI_SIGNS = re.compile("[" + "".join(map(chr, _BIDI)) + "]")


def for_map(text: str) -> str:
    """A name as HTML that folium, branca and Leaflet pass on unchanged and never run."""
    plain = _BIDI_SIGNS.sub("", _UNPRINTABLE.sub("", text))
    return html.escape(plain.replace("\n", " ").replace("\t", " "), quote=True).translate(_TEMPLATE)


def for_html(text: str) -> str:
    """Text as HTML for st.html, in an element or a quoted attribute; direction marks are shown as small signs.

    The sign takes the mark's place in what is shown only; stored text and its offsets keep the mark.
    """
    return html.escape(with_signs(text), quote=True)


def with_signs(text: str) -> str:
    """Plain text with direction marks as small signs, for where Streamlit shows it as it is: an option of a list."""
    return _BIDI_SIGNS.sub(lambda found: f"⟦{_BIDI[ord(found.group())]}⟧", _UNPRINTABLE.sub("", text))


def for_label(text: str) -> str:
    """Text as the label of a widget, which Streamlit reads as Markdown: no image, colour or symbol comes of it."""
    plain = _BIDI_SIGNS.sub("", _UNPRINTABLE.sub("", text)).replace("\n", " ").replace("\t", " ")
    return _MARKDOWN.sub(r"\\\g<0>", plain)


def for_script(value: object) -> str:
    r"""Data as JSON that may stand in a script, a page or a folium template: signs they act on become \u escapes."""
    encoded = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SCRIPT_SIGNS.sub(lambda found: f"\\u{ord(found.group()):04x}", encoded)


# Any ASCII punctuation may stand escaped in Markdown. What starts nothing by itself stays bare: a screen reader is
# given the label with its backslashes.
_MARKDOWN = re.compile(r"(?<![^\W_])-|-(?![^\W_])|[!#-&*+./:-@\[-`{-~]")
# A template is broken at the second sign of its opening; a bare `{` must stay, it is JSON's own.
_SCRIPT_SIGNS = re.compile("[<>&`$\u2028\u2029\x7f-\x9f\ud800-\udfff]|(?<=[{])[{%#]")
