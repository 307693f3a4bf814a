"""The edge of the command line: runs a command and turns every failure into an exit code and two Dutch sentences."""

import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from typer import Abort, Exit, TyperException

from werkboek_desktop.cli import wording
from werkboek_desktop.cli.commands import program
from werkboek_desktop.cli.plain import harmless
from werkboek_desktop.errors import Cancelled, NotSaved, Refusal, WrongUse
from werkboek_desktop.settings import App

DONE, DEFECT, WRONG_USE, REFUSED = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit code."""
    try:
        return program.main(args=list(arguments), prog_name="werkboek", standalone_mode=False) or DONE
    except Exit as ended:
        return ended.exit_code
    except SystemExit:  # whoever read our output has seen enough
        return DONE
    except TyperException as error:
        return _refuse(wording.wrong_use(error.format_message()))
    except (Abort, KeyboardInterrupt):
        return _refuse(Cancelled())
    except Refusal as refusal:
        return _refuse(refusal)
    except OSError as error:  # the disk or a right, wherever it was: a person can do something about it
        return _refuse(NotSaved(Path(error.filename or "De uitvoer"), str(error)))
    except Exception:
        return _crash()


def _refuse(refusal: Refusal) -> int:
    sys.stderr.write(f"{harmless(refusal.message)}\n{harmless(refusal.advice)}\n")
    return WRONG_USE if isinstance(refusal, WrongUse) else REFUSED


def _crash() -> int:
    path = App.of_this_computer().folder / "werkboek.log"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(traceback.format_exc())
    sys.stderr.write(f"Er ging iets mis in het programma zelf.\nStuur dit bestand met je melding mee: {path}\n")
    return DEFECT
