"""LibreOffice itself, without a screen: a macro opens documents, replaces words in them and saves them."""

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_FILTERS = {".odt": "writer8", ".docx": "MS Word 2007 XML"}
_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub All(orders As String)
  Dim order As String, parts, args(0) As New com.sun.star.beans.PropertyValue
  Dim out(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Hidden" : args(0).Value = True
  out(0).Name = "FilterName"
  number = FreeFile
  Open orders For Input As #number
  While Not Eof(number)
    Line Input #number, order
    parts = Split(order, Chr(9))
    doc = StarDesktop.loadComponentFromURL(ConvertToURL(parts(0)), "_blank", 0, args())
    find = doc.createReplaceDescriptor()
    find.SearchString = parts(1)
    find.ReplaceString = parts(2)
    find.SearchCaseSensitive = True
    If doc.replaceAll(find) = 1 Then
      out(0).Value = parts(4)
      doc.storeToURL(ConvertToURL(parts(3)), out())
    End If
    doc.close(True)
  Wend
  Close #number
  StarDesktop.terminate()
End Sub
</script:module>
"""


class Order(NamedTuple):
    """A document, words that stand in it once, what comes there instead, and where it is saved, by its ending."""

    path: Path
    old: str
    new: str
    out: Path


def edit(folder: Path, orders: Iterable[Order]) -> None:
    """Has all of them done, in one go."""
    listed = folder / "orders.txt"
    lines = ("\t".join([*map(str, order), _FILTERS[order.out.suffix]]) for order in orders)
    listed.write_text("\n".join(lines), encoding="utf-8")
    profile = folder / "macros"
    if not profile.exists():
        _run(profile, "--terminate_after_init")
        (profile / "user/basic/Standard/Module1.xba").write_text(_MACRO, encoding="utf-8")
    _run(profile, f"macro:///Standard.Module1.All({listed})")


def _run(profile: Path, what: str) -> None:
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", what]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
