"""Help texts that are Dutch from the first word to the last: the library's own headings are English."""

from typing import Any

from typer import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

_HELP = "--help"


class Command(TyperCommand):
    """One command."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """`Gebruik: werkboek list FILE [KIND] [OPTIES]`."""
        arguments = [_usage(param) for param in self.get_params(ctx) if isinstance(param, TyperArgument)]
        formatter.write_usage(ctx.command_path, " ".join((*arguments, "[OPTIES]")), "Gebruik: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Every argument and option with what it is for."""
        _describe(self, ctx, formatter)


class Commands(TyperGroup):
    """The program itself."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """`Gebruik: werkboek OPDRACHT …`."""
        formatter.write_usage(ctx.command_path, "OPDRACHT …", "Gebruik: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Every command in one line."""
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, command.help or "") for name, command in self.commands.items()])
        _describe(self, ctx, formatter)


def _describe(command: Command | Commands, ctx: Context, formatter: Any) -> None:
    params = command.get_params(ctx)
    arguments = [(param.metavar or "", param.help or "") for param in params if isinstance(param, TyperArgument)]
    options = [_option(param) for param in params if isinstance(param, TyperOption)]
    for heading, rows in (("Argumenten", arguments), ("Opties", options)):
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def _usage(argument: TyperArgument) -> str:
    name = argument.metavar or ""
    return name if argument.required else f"[{name}]"


def _option(option: TyperOption) -> tuple[str, str]:
    name = option.opts[0]
    if name == _HELP:
        return name, "Laat deze uitleg zien."
    return f"{name} {option.metavar or ''}".rstrip(), option.help or ""
