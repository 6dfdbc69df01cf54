"""The MkDocs plugin: adds the pages of ``indicators/`` to a site.

This package alone knows MkDocs and Material. Our pages are rendered in the theme by
:mod:`.shell` and written by :mod:`iku_terbuka.publish`; MkDocs builds the hand-written ones, so
that another plugin or Markdown extension touches those alone.
"""

import logging
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from iku_terbuka.errors import ExpectedError
from iku_terbuka.mkdocs_plugin.notices import missing_files
from iku_terbuka.mkdocs_plugin.project import IkuConfig, data_folder, theme_options
from iku_terbuka.mkdocs_plugin.settings import add_default_theme, completing
from iku_terbuka.mkdocs_plugin.shell import GLOSSARY, minify
from iku_terbuka.mkdocs_plugin.site_build import Run, SiteBuild

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # a web server, which a build does not need

# A logger of MkDocs, which counts its warnings.
log = logging.getLogger(f"mkdocs.plugins.{__name__}")
# MkDocs needs some date for the header of sitemap.xml.gz; theme/sitemap.xml does not show it.
_NO_DATE = date(1980, 1, 1)


class IkuPlugin(BasePlugin[IkuConfig]):
    """Each hook is one step of :class:`.SiteBuild`. ``run`` is set by :mod:`.build`."""

    run = Run()
    build: SiteBuild

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the data, and tell the theme the options that it shows."""
        self._complete(config)
        config.extra.update(theme_options(self.config))
        try:
            self.build = SiteBuild(config, self.config, self.run)
        except ExpectedError as error:  # a plain ``mkdocs build`` has no words for it
            raise PluginError(str(error)) from error
        return config

    def _complete(self, config: MkDocsConfig) -> None:
        """Give a plain ``mkdocs build`` the settings that :mod:`.build` has loaded already."""
        if self.run.tree is None:
            path = Path(config.config_file_path)
            if missing := completing(path):
                whole = load_config(str(path), **missing)
                for key in {*missing, "mdx_configs"}:
                    config[key] = whole[key]
        add_default_theme(config)

    # Late, so that hand-written pages of other plugins are there to be filled.
    @event_priority(-50)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        for line in missing_files(config, files):
            log.warning(line)
        self.build.add_files(files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.build.add_pemda(nav)
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Date a page by the data, not by the clock; say where to change and report it."""
        page.update_date = (self.build.context.state().day or _NO_DATE).isoformat()
        self.build.frame.complete(page)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        path = page.file.src_uri
        if path == GLOSSARY:  # it explains them all
            return html
        return self.build.frame.explain([html], path.rpartition("/")[0])[0]

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        self.build.env = env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Name all pages in the sitemap; MkDocs knows the hand-written ones alone."""
        cast(dict[str, Any], context)["iku_urls"] = self.build.sitemap()
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return minify(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.build.write()

    def on_serve(
        self, server: "LiveReloadServer", /, *, config: MkDocsConfig, builder: Any
    ) -> "LiveReloadServer":
        """Rebuild when the data change, under a plain ``mkdocs serve`` too."""
        server.watch(str(data_folder(config, self.config)))
        return server
