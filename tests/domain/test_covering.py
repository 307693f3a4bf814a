from werkboek_desktop.domain.covering import covering_mails


def test_one_file_is_told_what_to_do_with() -> None:
    (mail,) = covering_mails("Yusuf", "Ondermijning", "Marit", ["boek.wbx"], locked=False)
    assert mail.subject == "Pakket voor ons werkboek ‘Ondermijning’"
    assert mail.text.startswith("Hallo Yusuf,\n\nHierbij een pakket (boek.wbx) voor ons werkboek ‘Ondermijning’.")
    assert "slot" not in mail.text
    assert mail.text.endswith("Groet,\nMarit\n")


def test_of_several_files_each_has_its_own_mail_in_whatever_order_and_a_passphrase_goes_by_telephone() -> None:
    first, second = covering_mails("", "", "", ["boek 1 van 2.wbx", "boek 2 van 2.wbx"], locked=True)
    assert (first.subject, second.subject) == ("Pakket 1 van 2 voor ons werkboek", "Pakket 2 van 2 voor ons werkboek")
    assert first.text.startswith("Hallo,\n\nHierbij pakket 1 van 2 (boek 1 van 2.wbx) voor ons werkboek.")
    assert "boek 1 van 2.wbx" not in second.text
    assert "de volgorde maakt niet uit" in second.text
    assert "De wachtzin geef ik je per telefoon." in second.text
