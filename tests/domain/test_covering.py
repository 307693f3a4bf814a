from werkboek_desktop.domain.covering import covering_mail


def test_one_file_is_told_what_to_do_with() -> None:
    mail = covering_mail("Yusuf", "Ondermijning", "Marit", ["boek.wbx"], locked=False)
    assert mail.subject == "Pakket voor ons werkboek ‘Ondermijning’"
    assert mail.text.startswith("Hallo Yusuf,\n\nHierbij een pakket (boek.wbx) voor ons werkboek ‘Ondermijning’.")
    assert "slot" not in mail.text
    assert mail.text.endswith("Groet,\nMarit\n")


def test_several_files_come_in_whatever_order_and_a_passphrase_goes_by_telephone() -> None:
    mail = covering_mail("", "", "", ["boek 1 van 2.wbx", "boek 2 van 2.wbx"], locked=True)
    assert mail.text.startswith("Hallo,\n\nHierbij twee bestanden (boek 1 van 2.wbx en boek 2 van 2.wbx)")
    assert "de volgorde maakt niet uit" in mail.text
    assert "De wachtzin geef ik je per telefoon." in mail.text
