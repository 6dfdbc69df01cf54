"""Indonesian for what click itself says: headings of the help, and wrong use."""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click import exceptions


class _IndonesianHelp(click.Command):
    """A command whose help is headed in Indonesian."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Arguments are told in the text above.
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        shown = [
            (name, text.replace("[required]", "[wajib]"))
            for name, text in (record for record in records if record is not None)
        ]
        if shown:
            with formatter.section("Opsi"):
                formatter.write_dl(shown)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Menampilkan bantuan ini."
        return option


class Command(_IndonesianHelp):
    """A command of ``iku``."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [piece.replace("[OPTIONS]", "[OPSI]") for piece in super().collect_usage_pieces(ctx)]


class Group(_IndonesianHelp, click.Group):
    """A group that imports a command when it is asked for; ``perintah`` says where each is."""

    def __init__(self, *args: Any, locations: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self._locations = locations

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._locations)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._locations:
            return None
        module, _, name = self._locations[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["PERINTAH", "[OPSI]…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Perintah"):
            formatter.write_dl(
                [(name, command.get_short_help_str(80)) for name, command in commands if command]
            )

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self._locations:
            known = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"Perintah “{name}” tidak ada. Yang ada: {known}.", ctx)
        return super().resolve_command(ctx, args)


def error_message(error: click.ClickException) -> str:
    """Return what went wrong, in Indonesian, and how to get help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "iku"
    return f"{_sentence(error)}\nLihat: {path} --help"


def _sentence(error: click.ClickException) -> str:
    match error:
        case exceptions.NoSuchOption():
            return f"Opsi {error.option_name} tidak ada."
        case exceptions.MissingParameter():
            name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
            name = name.replace("'", "")
            return f"{name} wajib diisi.".strip()
        case exceptions.BadParameter():
            param: Any = error.param
            choices = getattr(getattr(param, "type", None), "choices", ())
            known = f" Pilih: {', '.join(map(str, choices))}." if choices else ""
            return f"Isi {param.opts[0] if param else 'opsi'} tidak dikenal.{known}"
        case exceptions.BadOptionUsage():
            return f"Opsi {error.option_name} memerlukan isi."
        case _:
            said = error.format_message()
            extra = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", said)
            return f"Ada isian yang berlebih: {extra[1]}. Hapus, lalu ulangi." if extra else said
