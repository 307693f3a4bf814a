"""HTML of strangers."""

import pytest

from werkboek_desktop.interchange.pasted import read_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<script>alert(1)</script><style>p{}</style>b</p>", "ab"),
        ("<p>a<span style='display: none'>weg</span>b</p>", "ab"),
        ("<table><tr><td style='display:none'>x</td><td>a</td></tr></table>", "a"),
        ("<ul style='display:none'><li>x</ul><p>a</p>", "a"),
        ("<p>a<!-- <p>weg</p> -->b</p>", "ab"),
        ("<p><a href='javascript:alert(1)'>klik</a></p>", "klik"),
        ("<p><a href='https://voorbeeld.nl/a b'>klik</a></p>", "klik"),
        ("<p><a href='https://[kapot'>klik</a></p>", "klik"),
        ("<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>a&x;</p>", "]>\n\na&x;"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p>a<br>b</p>", "a\nb"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("", ""),
        ("a < b", "a < b"),
        ("<li>los</li>", "- los"),
        ("</td></table></ul></li>a", "a"),
    ],
)
def test_only_what_one_reads_comes_in(html: str, text: str) -> None:
    assert read_html(html).text == text


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fvoorbeeld.nl%2Fp&data=jan%40x.nl",
            "https://voorbeeld.nl/p",
        ),
        ("https://www.google.com/url?q=https://voorbeeld.nl/&sa=D", "https://voorbeeld.nl/"),
        ("https://voorbeeld.nl/?url=https://elders.nl", "https://voorbeeld.nl/?url=https://elders.nl"),
        ("mailto:wijk@voorbeeld.nl", "mailto:wijk@voorbeeld.nl"),
    ],
)
def test_a_link_leads_where_it_leads_without_who_was_written_to(link: str, leads: str) -> None:
    assert read_html(f"<a href='{link}'>hier</a>").text == f"[hier]({leads})"


def test_a_cell_of_more_rows_counts_in_each_and_headings_are_told_apart() -> None:
    html = (
        "<table><tr><th>Jaar</th><th>Soort</th></tr>"
        "<tr><td rowspan='2'>2022</td><td>a</td></tr><tr><td>b</td></tr></table>"
    )
    assert read_html(html).text == "**Jaar**\t**Soort**\n2022\ta\n2022\tb"


@pytest.mark.parametrize("span", ["999999999999", "-1", "x", "0"])
def test_a_span_that_means_nothing_is_bounded(span: str) -> None:
    html = (
        f"<table><tr><td colspan='{span}' rowspan='{span}'>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    )
    assert "d" in read_html(html).text


def test_pictures_are_counted_but_for_those_nobody_sees() -> None:
    read = read_html("<p><img src='a.png'><img src='b.png' width='1'>a</p>")
    assert (read.pictures, read.text) == (1, "a")
