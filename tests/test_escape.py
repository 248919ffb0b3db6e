"""Escaping: what leaves Python runs nowhere and reads the same."""

import html
import json

import jinja2
import pytest

from ui.escape import for_html, for_label, for_map, for_script

# Each line ran, or broke the map, when folium was given it as it is.
HOSTILE = (
    "{{ 7 * 7 }}",
    "{% for x in range(3) %}x{% endfor %}",
    "{# gone #}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "${window.ran = 1}",
    "`+(window.ran = 1)+`",
    "<img src=x onerror='window.ran = 1'>",
    "</script><script>window.ran = 1</script>",
    "\"'); window.ran = 1; ('\\",
    "{{{% {#",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_for_the_map_reads_the_same_and_survives_two_templates(text: str) -> None:
    escaped = for_map(text)
    twice = jinja2.Template(jinja2.Template(escaped).render()).render()
    assert twice == escaped
    assert html.unescape(escaped) == text
    assert not set(escaped) & set("<>{}`$%\\\"'")


def test_a_name_for_the_map_loses_what_cannot_be_shown() -> None:
    assert for_map("al\x00-Sha\ud800\u202ear\n") == "al-Shaar "


@pytest.mark.parametrize("text", HOSTILE)
def test_html_reads_the_same(text: str) -> None:
    assert html.unescape(for_html(text)) == text
    assert not set(for_html(text)) & set("<>\"'")


def test_a_direction_mark_is_shown() -> None:
    assert for_html("a\u202eb\u2069") == "a⟦RLO⟧b⟦PDI⟧"


@pytest.mark.parametrize("text", HOSTILE)
def test_data_reads_the_same_and_survives_two_templates(text: str) -> None:
    data = {"name": text, "deep": {"in": {"it": [{}, {"x": {}}]}}, text: "الشعار"}
    encoded = for_script(data)
    twice = jinja2.Template(jinja2.Template(encoded).render()).render()
    assert twice == encoded
    assert json.loads(encoded) == data
    assert not set(encoded) & set("<>&`$")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # What starts nothing in Markdown stays bare: a screen reader reads the label as it is.
        ("Al-Masdar (reprint), 7 Dec", "Al-Masdar (reprint), 7 Dec"),
        ("- a -- ![b](c) :red[d]", r"\- a \-\- \!\[b\](c) \:red\[d\]"),
    ],
)
def test_a_label_is_escaped_where_markdown_would_act(text: str, label: str) -> None:
    assert for_label(text) == label
