"""Commands between files: export, import, publish, backup, restore, selftest."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from typer import Argument, Exit, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import (
    AsJson,
    AudienceOption,
    Author,
    File,
    Force,
    MunicipalityOption,
    PassphraseFile,
    municipality_code,
    passphrase,
    reading,
    writing,
)
from werkboek_desktop.cli.plain import say, warn_of_place
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.errors import Refusal, WrongUse
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Exported, FileReport, ReadAs, Result, import_into, run_selftest
from werkboek_desktop.workspace import restore as restore_file


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (export, import_, publish, backup, restore, selftest):
        app.command(command.__name__.rstrip("_"), cls=Command)(command)


def export(
    file: File,
    out: Annotated[Path, Argument(metavar="OUT.wbx", help="Het pakket dat gemaakt wordt.")],
    to: Annotated[str | None, Option("--to", metavar="NAME", help="Voor wie: “persoon · computer”.")] = None,
    since_received: Annotated[
        bool, Option("--since-received", help="Alleen wat de ander volgens het laatste pakket nog niet heeft.")
    ] = False,
    people: Annotated[bool, Option("--people", help="Ook deelnemers, aanmeldingen en contacten.")] = False,
    only: Annotated[
        list[str] | None,
        Option("--only", metavar="RECORD", help="Alleen dit onderdeel, met wat erbij hoort; mag vaker."),
    ] = None,
    audience: AudienceOption = None,
    municipality: MunicipalityOption = None,
    split: Annotated[
        bool,
        Option("--split", help="Is het te groot voor de mail? Maak dan meer pakketten: ‘OUT 1 van 3.wbx’ enzovoort."),
    ] = False,
    passphrase_file: PassphraseFile = None,
    force: Force = False,
) -> None:
    """Maak een pakket voor een ander."""
    if since_received and to is None:
        raise WrongUse("--since-received hoort bij --to: voor wie is het pakket?")
    with writing(file) as workspace:
        if (drafts := len(workspace.drafts())) and not workspace.seal_if_alone():
            say(f"Wat nog getypt wordt gaat niet mee: {drafts} {'veld' if drafts == 1 else 'velden'}.", err=True)
        exported = workspace.export(
            out,
            to=to,
            since_received=since_received,
            people=people,
            only=only or (),
            audience=audience,
            municipality=municipality_code(municipality),
            passphrase=passphrase(passphrase_file),
            force=force,
            split=split,
        )
    _tell_exported(exported)


def _tell_exported(exported: Exported) -> None:
    for part in exported.parts:
        say(f"Gemaakt: {part.path} ({part.changes} wijzigingen, {part.size} bytes)")
    for case in exported.stays:
        say(f"Blijft hier: {case.title}. {case.why}")
    if exported.unproven:
        say(f"{exported.unproven} wijzigingen gaan niet mee: hun handtekening klopt niet. Kijk met check.", err=True)
    if exported.is_too_large_to_mail:
        say(
            f"Te groot om te mailen: {exported.mailed_mb:.0f} MB als bijlage, de grens is {exported.mail_limit_mb} MB. "
            "Zet het op een stick of een gedeelde schijf.",
            err=True,
        )


def import_(
    file: Annotated[Path, Argument(metavar="FILE", help="Het werkboek; als het er niet is, wordt het gemaakt.")],
    paths: Annotated[list[Path], Argument(metavar="PATH…", help="De pakketten en documenten, in deze volgorde.")],
    dry_run: Annotated[bool, Option("--dry-run", help="Vertel wat er zou gebeuren; wijzig niets.")] = False,
    json: AsJson = False,
    author: Author = None,
    passphrase_file: PassphraseFile = None,
    proof: Annotated[
        str | None, Option("--proof", metavar="RECORD", help="De proef waar een document zonder kenmerken bij hoort.")
    ] = None,
    as_new: Annotated[bool, Option("--as-new", help="Maak van een document een nieuw praktijkvoorbeeld.")] = False,
) -> None:
    """Lees pakketten in, en documenten (.docx, .odt) en formulieren (.pdf) die terugkwamen."""
    if proof and as_new:
        raise WrongUse("Kies één van --proof en --as-new.")
    outcome = import_into(
        file,
        App.of_this_computer(),
        paths,
        author=author,
        passphrase=passphrase(passphrase_file),
        dry_run=dry_run,
        read_as=ReadAs(proof, as_new),
    )
    if json:
        echo(shapes.dump(shapes.imported(outcome.files, outcome.state_hash)))
    tell_files(outcome.files, quiet=json)
    _tell_missed(outcome.missed)
    if file.exists() and not dry_run:
        warn_of_place(file)
    if any(report.error for report in outcome.files):
        raise Exit(3)


def tell_files(files: Iterable[FileReport], *, quiet: bool) -> None:
    """What each file brought, and what was refused of it; `quiet`: only what goes to stderr."""
    for report in files:
        if report.error:
            say(f"{report.path}: {report.error.message}\n{report.error.advice}", err=True)
            continue
        if not quiet:
            say(_sentence(report))
            for sentence in (*report.told, *_more(report)):
                say(f"  {sentence}")
        if report.trust is Met.CHANGED:
            say(f"{report.path}: {report.sender} heeft een andere sleutel dan eerst. Kijk met contacts.", err=True)
        if report.lacking:
            say(f"{report.path}: er mist nog een pakket; stuur eerst een pakket terug.", err=True)


def _more(report: FileReport) -> Iterator[str]:
    """What a person should hear beside the counts."""
    for records, sentence in (
        (report.deleted, "Verwijderd: {}."),
        (report.erases, "Voorgoed gewist door een collega: {}; bekijk het met erases."),
        (report.lapsed, "Gewijzigd na akkoord: {}."),
    ):
        if records:
            yield sentence.format(len(records))


def _sentence(report: FileReport) -> str:
    counts = f"{report.new} nieuw, {report.known} bekend, {report.waiting} wachten"
    marks = f"{len(report.merged)} samengevoegd, {len(report.conflicts)} × twee versies"
    words = {
        Result.IMPORTED: f"ingelezen: {counts}; {marks}",
        Result.KNOWN: "niets nieuws: dit had je al",
        Result.WAITING: f"bewaard, maar er mist nog een eerder pakket ({report.waiting} wijzigingen wachten)",
    }
    part = " (een deel van het werkboek)" if report.partial else ""
    return f"{report.path}: {words.get(report.result, report.result)}{part}"


def publish(
    file: File,
    out: Annotated[
        Path, Argument(metavar="OUT", help="Het bestand; de soort volgt uit het eind van de naam (.pdf, .docx).")
    ],
    chapter: Annotated[str | None, Option("--chapter", metavar="RECORD", help="Eén hoofdstuk.")] = None,
    case: Annotated[str | None, Option("--case", metavar="RECORD", help="Eén praktijkvoorbeeld.")] = None,
    everything: Annotated[bool, Option("--all", help="OUT is een map: een bestand per hoofdstuk.")] = False,
    intake: Annotated[
        bool,
        Option("--intake", help="Het intakeformulier (.docx, .pdf): leeg, of met --case voor dat praktijkvoorbeeld."),
    ] = False,
    force: Force = False,
) -> None:
    """Maak het werkboek, een hoofdstuk of een praktijkvoorbeeld als PDF, of een praktijkvoorbeeld als Word-bestand."""
    if sum((chapter is not None, case is not None, everything)) > 1 or (intake and (chapter or everything)):
        raise WrongUse("Kies één van --chapter, --case en --all; bij --intake kan alleen --case.")
    with reading(file) as workspace:
        papers = workspace.publish(out, chapter=chapter, case=case, everything=everything, intake=intake, force=force)
    for paper in papers:
        say(f"Gemaakt: {paper.path}")
        for sentence in paper.checks:
            say(f"  Let op: {sentence}")


def backup(
    file: File,
    out: Annotated[Path | None, Argument(metavar="OUT", help="Waar; anders in de map met back-ups.")] = None,
) -> None:
    """Maak een gecontroleerde kopie."""
    with reading(file) as workspace:
        made = workspace.backup(out)
    say(f"Gemaakt: {made.path}")
    _tell_missed(made.missed)


def _tell_missed(missed: Iterable[Refusal]) -> None:
    for place in missed:
        say(f"{place.message}\n{place.advice}", err=True)


def restore(
    backup: Annotated[Path, Argument(metavar="BACKUP", help="De back-up.")],
    new_file: Annotated[Path, Argument(metavar="NEWFILE", help="Het nieuwe bestand; het mag er nog niet zijn.")],
) -> None:
    """Zet een back-up terug als nieuw bestand."""
    restore_file(backup, new_file, App.of_this_computer())
    say(f"Teruggezet: {new_file}")


def selftest() -> None:
    """Controleer het programma zelf, waar het geïnstalleerd is."""
    outcome = run_selftest(App.of_this_computer())
    for line in outcome.lines:
        say(line)
    say(f"{outcome.passed} passed, {outcome.failed} failed")
    if outcome.failed:
        raise Exit(1)
