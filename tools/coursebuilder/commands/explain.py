"""`course explain`: the pages of the rules."""

from __future__ import annotations

import click

from coursebuilder.checking import rules
from coursebuilder.checking.reference import list_as_text, page_as_text, reference_as_markdown
from coursebuilder.checking.rule import Rule, id_of, page_of
from coursebuilder.commands.output import write
from coursebuilder.nearest import did_you_mean


@click.command(name="explain")
@click.argument("name", required=False, metavar="[RULE]")
@click.option("--all", "everything", is_flag=True, help="Print the pages of all rules.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    help="How to print the pages.",
)
def command(name: str | None, everything: bool, form: str) -> None:
    """Print the page of RULE, or the list of all rules."""
    if name:
        page = _page(_rule(name), form)
    elif everything and form == "markdown":
        page = reference_as_markdown(rules.ALL)
    elif everything:
        page = "\n".join(page_as_text(rule) for rule in sorted(rules.ALL, key=id_of))
    else:
        page = list_as_text(rules.ALL)
    write(page)


def _rule(name: str) -> Rule:
    known = {id_of(rule): rule for rule in rules.ALL}
    if name not in known:
        raise click.UsageError(f"There is no rule '{name}'.{did_you_mean(name, known)}")
    return known[name]


def _page(rule: Rule, form: str) -> str:
    return f"{page_of(rule)}\n" if form == "markdown" else page_as_text(rule)
