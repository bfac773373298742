"""The MkDocs door: hands the compiled site to the engine. Right under ProperDocs, too.

`plugins: [search, course]` in mkdocs.yml is enough. The plugin reads and checks the course,
mounts its pages and files beside those of docs/, and gives the engine our Markdown extension
and our theme. What it knows of pages it has from `rendering`; here is only the engine's side.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal

import markdown
import mkdocs
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from pymdownx import __meta__ as pymdownx

from coursebuilder.checking.check_course import apply_allows
from coursebuilder.checking.check_once import check_once
from coursebuilder.course import Course
from coursebuilder.engine.ahead import (
    Engine,
    lay_out_ahead,
    lays_out_alone,
    leave_unrendered,
    read_ahead,
    reads_alone,
)
from coursebuilder.engine.headers import write_headers
from coursebuilder.engine.laid_out import LaidOut, lay_out
from coursebuilder.engine.navigation import contents_of, nav_of
from coursebuilder.engine.pictures import sizes_in
from coursebuilder.engine.rendered import (
    Rendered,
    RenderedPages,
    note_ahead,
    note_rendered,
    rendered_before,
)
from coursebuilder.engine.theme import bring_theme, is_opened_from_files, script_at
from coursebuilder.engine.theme_style import trim_theme
from coursebuilder.memory import template_memory
from coursebuilder.problem import Problem, Severity
from coursebuilder.processes import processes_for
from coursebuilder.reading.read_course import read_course
from coursebuilder.rendering.fingerprint import course_fingerprint
from coursebuilder.rendering.markdown import CONFIGS, EXTENSIONS, CourseExtension
from coursebuilder.rendering.offline_search import with_shim, write_index_script
from coursebuilder.rendering.pages import compile_site, plain_frame
from coursebuilder.rendering.pictures import Size, with_sizes
from coursebuilder.rendering.policy import policy_in_page, script_hashes
from coursebuilder.rendering.search_text import LEFT_OUT, searched_part
from coursebuilder.rendering.site import Site, SitePage
from coursebuilder.rendering.slots import fill_slots
from coursebuilder.rendering.style_names import names_in

log = logging.getLogger("mkdocs.plugins.course")

ANCHOR = re.compile(r'\sid="([^"]+)"')
SEARCH_MARK = re.compile(rf'\s?{LEFT_OUT}="[^"]+"')
"""What the search takes out of a page when it has read it."""
READY = "laid-out.html"
"""The template of a page that is laid out already."""
WATCHED = ("modules", "quizzes")
VERSIONS = (markdown.__version__, pymdownx.__version__, mkdocs.__version__)
"""Of what turns Markdown into HTML."""
LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.HINT: logging.INFO,
}


class CourseConfig(Config):
    """What is set for rules. `read_course` reads it from mkdocs.yml itself, with its places."""

    rules = Type(dict, default={})
    paths = Type(list, default=[])


class CoursePlugin(BasePlugin[CourseConfig]):
    """The plugin `course`."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = False
        self.given: tuple[Course, Sequence[Problem]] | None = None
        """A course that the caller has read, checked and reported; otherwise the plugin does."""
        self.rendered = RenderedPages()
        """Its memory is of a caller that fails for the engine's warnings: these pages had none."""
        self.is_alone = False
        """Nothing goes on in this process but a build: others may help."""
        self.course: Course
        self.problems: Sequence[Problem] = ()
        self.extension = CourseExtension()
        self.site: Site | None = None
        self.pages: dict[str, SitePage] = {}
        self.content = ""
        """Of the page that the search reads."""
        self.waiting: dict[str, Mapping[str, Markup]] = {}
        self.nav = Navigation([], [])
        self.size_on: Callable[[str, str], Size | None] = sizes_in(Files([]))
        """Of a picture, by the address of the page and what stands in `src`."""
        self.laid_out: dict[str, LaidOut] = {}
        """By address, what was laid out before the engine asked for it."""
        self.hashes: set[str] = set()
        """Of the inline scripts of all pages."""
        self.names: set[str] = set()
        """By which styles may find elements of the pages."""
        self.made: set[Path] = set()
        """The files of the pages."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview. It also keeps the plugin over its rebuilds."""
        del dirty
        self.preview = command == "serve"
        self.is_alone = not self.preview

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the course; bring the Markdown extensions, the theme, the watching."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.course, self.problems = self._read(root)
        self.hashes = set()
        self.names = set()
        self.made = set()
        config.watch.extend(str(root / name) for name in WATCHED if (root / name).is_dir())
        self._bring_markdown(config)
        bring_theme(config, self.course)
        if is_opened_from_files(config):
            config.extra["polyfills"] = with_shim(config.extra.get("polyfills", []))
        return config

    def _read(self, root: Path) -> tuple[Course, Sequence[Problem]]:
        if self.given is not None:
            # Only for this build: the engine keeps its plugins for the next one.
            given, self.given = self.given, None
            return given
        course, unread = read_course(root)
        today = date.today()  # noqa: DTZ011 - the author's own day
        problems = apply_allows(course, (*unread, *check_once(course, today)))
        for problem in problems:
            hint = f" {problem.hint}" if problem.hint else ""
            said = f"{problem.severity}: {problem.message}{hint} [{problem.rule}]"
            log.log(LEVELS[problem.severity], "%s: %s", problem.place, said)
        return course, problems

    def _bring_markdown(self, config: MkDocsConfig) -> None:
        self.extension = CourseExtension()
        own = [name for name in EXTENSIONS if name not in config.markdown_extensions]
        extensions: list[Any] = [*config.markdown_extensions, *own, self.extension]
        config.markdown_extensions = extensions
        for name, settings in CONFIGS.items():
            config.mdx_configs[name] = {**settings, **config.mdx_configs.get(name, {})}

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Compile the site and add what docs/ does not hold; make the navigation."""
        in_docs = {file.src_uri: file for file in files}
        self.site = compile_site(
            self.course,
            self.problems,
            preview=self.preview,
            directory_urls=config.use_directory_urls,
            is_published=lambda address: (
                address in in_docs and not in_docs[address].inclusion.is_excluded()
            ),
        )
        self.pages = {page.address: page for page in self.site.pages}
        self.rendered.prints, self.laid_out = {}, {}
        for page in self.site.pages:
            if page.address not in in_docs:
                files.append(_file_of(page, config))
        for asset in self.site.assets:
            if asset.address not in in_docs:
                source = str(self.course.root / asset.path)
                files.append(File.generated(config, asset.address, abs_src_path=source))
        for address, text in self.site.made_files.items():
            files.append(File.generated(config, address, content=text))
        if config.theme.name != "material":  # With it, main.html has them before the theme's own.
            config.extra_javascript[:0] = [script_at(address) for address in self.site.scripts]
        config.extra["course"] = dict(self.site.theme)
        if self._remembers():
            around = self._around(files, config)
            self.rendered.course = course_fingerprint(self.course, self.site, around)
        config.nav = nav_of(self.site.nav, config.nav)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Render the pages of a large course before the engine asks for them, on all cores."""
        self.nav = nav
        self.size_on = sizes_in(files)
        if self.is_alone and reads_alone(self, config):
            self._render_ahead(config, files)
        return nav

    def _render_ahead(self, config: MkDocsConfig, files: Files) -> None:
        pages = [file.page for file in files.documentation_pages() if file.page]
        pages = [page for page in pages if self._is_new(page.file.src_uri)]
        if processes_for(len(pages)) == 1:
            return
        results = self.rendered.pages
        made = read_ahead(pages, lambda page: results[page.file.src_uri], config, files)
        for page, each in zip(pages, made, strict=True):
            note_ahead(self.rendered, page.file.src_uri, each)

    def _is_new(self, address: str) -> bool:
        compiled = self.pages.get(address)
        return compiled is not None and self._rendered_before(compiled) is None

    def _remembers(self) -> bool:
        return self.preview or self.is_alone or self.rendered.memory.file is not None

    def _around(self, files: Files, config: MkDocsConfig) -> list[object]:
        """What a page may show, besides the course: the engine's files and settings."""
        settings = [str(config.markdown_extensions[:-1]), str(config.mdx_configs)]
        uris = sorted(file.src_uri for file in files)
        boxes = [each for each in self.problems if each.place.path.startswith("quizzes/")]
        return [VERSIONS, *settings, *uris, *(boxes if self.preview else [])]

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give an empty text for a file of docs/ that cannot be read: the problem is told."""
        del config
        unreadable = f"docs/{page.file.src_uri}" in self.course.unreadable
        return "" if unreadable else None

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Get the extension ready for this page, and tell the theme what it is."""
        del files
        compiled = self.pages.get(page.file.src_uri)
        if compiled is None:
            # Another plugin's page, or one that the engine only previews.
            self.extension.frame = plain_frame(
                self.course, page.file.src_uri, directory_urls=config.use_directory_urls
            )
            return markdown
        self.extension.frame = compiled.frame
        page.meta.setdefault("description", compiled.description)
        page.meta["course"] = dict(compiled.meta)
        if not page.is_homepage:
            page.meta.setdefault("title", compiled.title)
        if not compiled.searched:
            page.meta["search"] = {"exclude": True}
        if self._rendered_before(compiled) is None:
            return compiled.markdown
        leave_unrendered(page)
        return ""

    def _rendered_before(self, page: SitePage) -> Rendered | None:
        """Give the page as it was rendered, where nothing that it shows has changed since."""
        return rendered_before(self.rendered, page) if self._remembers() else None

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep what the page has waiting, and say what its parts are."""
        del config, files
        compiled = self.pages.get(page.file.src_uri)
        waiting: Mapping[str, Markup] = self.extension.slots.waiting
        if compiled is not None and self._remembers():
            before = self._rendered_before(compiled)
            if before is None:
                note_rendered(self.rendered, compiled, html, waiting)
            else:
                html, waiting = before.html, before.waiting
        self.waiting[page.file.src_uri] = waiting
        if compiled is not None:
            page.toc = contents_of(compiled)
            # The engine sees the anchors of Markdown only, and warns of a link to any other.
            whole = [html, *waiting.values()]
            page.present_anchor_ids = {name for part in whole for name in ANCHOR.findall(part)}
        return html

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compile templates once for all builds; lay out a large course on all cores."""
        env.bytecode_cache = env.bytecode_cache or template_memory()
        if self.is_alone and config.theme.name == "material" and lays_out_alone(self, config):
            self._lay_out_ahead(config, files, env)
        return env

    def _lay_out_ahead(self, config: MkDocsConfig, files: Files, env: Environment) -> None:
        pages = [file.page for file in files.documentation_pages() if file.page]
        if processes_for(len(pages)) == 1:
            return
        engine = Engine(config, files, self.nav, env)
        laid_out = lay_out_ahead(pages, self._filled, _finished, engine)
        for page, made in zip(pages, laid_out, strict=True):
            if made is not None:
                self.laid_out[page.file.src_uri] = made
                page.meta["template"] = READY

    def _filled(self, page: Page) -> str:
        waiting = self.waiting.get(page.file.src_uri, {})
        return fill_slots(SEARCH_MARK.sub("", page.content or ""), waiting)

    @event_priority(100)
    def _before_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the search what it needs of the page, and no more."""
        del config, nav
        self.content = page.content or ""
        made = self.laid_out.get(page.file.src_uri)
        page.content = made.searched if made else searched_part(self.content)
        return context

    @event_priority(-100)
    def _behind_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the page back, and the exercises in, which the search has not seen."""
        del config, nav
        page.content = self.content
        if page.file.src_uri not in self.laid_out:
            page.content = self._filled(page)
        del self.waiting[page.file.src_uri]
        return context

    on_page_context = CombinedEvent(_before_search, _behind_search)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put sizes of pictures and the policy into a page that nothing changes any more."""
        del config
        size_of = partial(self.size_on, page.file.dest_uri)
        made = self.laid_out.pop(page.file.src_uri, None)
        self.made.add(Path(page.file.abs_dest_path))
        self.names |= made.names if made else names_in(output)
        if made is None:
            return with_sizes(self._with_policy(output), size_of)
        self.hashes |= made.hashes
        return with_sizes(made.html, size_of)

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Put the policy into the theme's own pages, as 404.html."""
        del config
        return (
            self._with_policy(output_content) if template_name.endswith(".html") else output_content
        )

    def _with_policy(self, page: str) -> str:
        """The page with its policy. A preview has none: the engine's own script reloads it."""
        if self.preview:
            return page
        hashes = script_hashes(page)
        self.hashes |= hashes
        return policy_in_page(page, hashes)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the policy for hosts that send headers, and what a site without a host needs."""
        if is_opened_from_files(config):
            write_index_script(Path(config.site_dir))
        if not self.preview:
            write_headers(config, self.pages, self.hashes)
            trim_theme(Path(config.site_dir), self.names, self.made, self.rendered.memory)


def _finished(page: Page, html: str) -> LaidOut:
    return lay_out(html, page.content or "")


def _file_of(page: SitePage, config: MkDocsConfig) -> File:
    file = File.generated(config, page.address, content=page.markdown)
    if page.source_path:
        # Relative to docs/, as the engine joins it to its address for editing.
        file.edit_uri = f"../{page.source_path}"
    return file
