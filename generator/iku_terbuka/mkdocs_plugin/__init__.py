"""The MkDocs plugin: load, build, hand over. With :mod:`iku_terbuka.build` alone it knows MkDocs.

Another engine can take its place. :mod:`.halaman`, :mod:`.kulit` and :mod:`.penulis` spare work
where the result is the same; without them the site would only take longer.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from iku_terbuka.mkdocs_plugin.berkas import Terencana, alamat_publik, berkas_sendiri
from iku_terbuka.mkdocs_plugin.bingkai import GLOSARIUM, Bingkai
from iku_terbuka.mkdocs_plugin.halaman import HalamanNanti, boleh_nanti
from iku_terbuka.mkdocs_plugin.kulit import Kulit
from iku_terbuka.mkdocs_plugin.muat import muat, simpanan
from iku_terbuka.mkdocs_plugin.naskah import dalam_navigasi, naskah
from iku_terbuka.mkdocs_plugin.opsi import IkuConfig, folder_data, warna_kepala
from iku_terbuka.mkdocs_plugin.penanda import ACUAN, PENANDA, Pengisi, tulis_saja
from iku_terbuka.mkdocs_plugin.penulis import Penulis
from iku_terbuka.mkdocs_plugin.pratinjau import Pratinjau, pratinjau_kini
from iku_terbuka.mkdocs_plugin.rapat import rapatkan
from iku_terbuka.mkdocs_plugin.sidik_situs import sidik_data, sidik_tema, sidik_umum
from iku_terbuka.mkdocs_plugin.templat import TemplatTersimpan
from iku_terbuka.output import OutputFile, Rencana, jadi
from iku_terbuka.pages import simpan_templat
from iku_terbuka.sebelum import mulai
from iku_terbuka.sidik import sidik
from iku_terbuka.site import Situs
from iku_terbuka.terbitan import Terbitan
from iku_terbuka.wording import day_text

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # a web server, which a build does not need

# MkDocs needs some date for the header of sitemap.xml.gz; theme/sitemap.xml does not show it.
TANPA_TANGGAL = date(1980, 1, 1)


class IkuPlugin(BasePlugin[IkuConfig]):
    """Adds the pages of ``indicators/`` to a MkDocs site.

    What is ours is written to ``tempat``, over an older site, and otherwise to ``site_dir``;
    ``terbitan`` is what was written. ``langkah`` is told how many of the pages are done.
    """

    tempat: Path | None = None
    langkah: Callable[[int, int], None] | None = None
    terbitan: Terbitan

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the data; a problem in it ends the build before anything is written."""
        self._nanti = boleh_nanti(config)
        self._context, self._teks = muat(config, self.config)
        self.simpanan = simpanan(config)
        self._templat = TemplatTersimpan(self.simpanan)
        simpan_templat(self._templat)
        self._pengisi = Pengisi(self._context)
        if self._context.acuan:
            day = day_text(self._context.acuan)
            config.extra["iku_acuan"] = ACUAN if self._nanti and tulis_saja(config) else day
        config.extra["iku_warna"] = warna_kepala(self.config.warna)
        config.extra["iku_kontak"] = self.config.kontak.strip()
        pemda = [(str(escape(nama)), path) for nama, path in Situs(self._context, {}).navigasi]
        # The titles of pages in the navigation by path; none where mkdocs.yml names a page itself.
        self._judul: dict[str, str | None] = dict.fromkeys(dalam_navigasi(config.nav))
        if config.nav and pemda:
            self._judul = {**{path: judul for judul, path in pemda}, **self._judul}
            config.nav.insert(1, {"Daerah": [{judul: path} for judul, path in pemda]})
        return config

    # Late, so that hand-written pages of other plugins are there to be filled.
    @event_priority(-50)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Hand over every generated file; it takes the place of a hand-written one."""
        self._files = files
        written = naskah(files)
        glosarium = written.get(GLOSARIUM, "")
        kept = self._nanti and self._context.acuan is not None
        context = replace(self._context, penanda=PENANDA if kept else None)
        self._data = sidik_data(context, self._teks)
        self._umum, umum_kini = sidik_umum(context, glosarium), sidik_umum(self._context)

        def sidik_berkas(satu: Rencana) -> str:
            return sidik(umum_kini, self._data.rencana(satu))

        self._tema = sidik_tema(config, glosarium)
        site_dir = Path(config.site_dir)
        self.terbitan = (
            mulai(self.simpanan.pohon, self.tempat) if self.tempat else Terbitan(site_dir)
        )
        lanjut = pratinjau_kini()
        self._penulis = Penulis(self.terbitan, self.simpanan, self._pengisi, lanjut)
        situs = Situs(context, written)
        self._bingkai = Bingkai(situs, config)
        self._asal: dict[str, OutputFile] = {}
        self._terencana: list[Terencana] = []
        planned = list(situs.halaman())
        taken = Situs(self._context, written).unduhan()
        if lanjut:
            lanjut.mulai()
            if lanjut.lengkap(planned):
                lanjut.simpan_unduhan(files, config)
                taken = iter(())
            else:
                lanjut.unduhan = []
        for satu in chain(planned, taken):
            replaced = files.src_uris.get(satu.path)
            if replaced is not None:
                files.remove(replaced)
            if satu.path.endswith(".md"):
                file = self._halaman(satu, config, sendiri=replaced is None)
            else:  # nothing more is done to it: written at once
                self._penulis.berkas(satu, sidik_berkas)
                file = berkas_sendiri(config, satu.path)
                if lanjut:
                    lanjut.unduhan.append(satu.path)
            files.append(file)
        if lanjut:
            self._tandai(lanjut, files)
        return files

    def _halaman(self, satu: OutputFile | Rencana, config: MkDocsConfig, *, sendiri: bool) -> File:
        """Return the file of a page; a planned one is made at the end, if it is ours alone."""
        deep = satu.path not in self._judul
        judul = self._judul.get(satu.path)
        home = satu.path == "index.md"
        if isinstance(satu, Rencana) and self._nanti and sendiri and not home and (deep or judul):
            made_from = sidik(satu.path, self._umum, self._data.rencana(satu))
            if deep:
                file = berkas_sendiri(config, satu.path)
                self._terencana.append(Terencana(file, satu, made_from))
            else:
                file = File.generated(config, satu.path, content="")
                HalamanNanti(judul, Terencana(file, satu, made_from), config)
            return file
        made = jadi(satu)
        self._asal[made.path] = replace(made, content="")
        shown = InclusionLevel.NOT_IN_NAV if deep else InclusionLevel.UNDEFINED
        return File.generated(config, made.path, content=str(made.content), inclusion=shown)

    def _tandai(self, lanjut: Pratinjau, files: Files) -> None:
        """Say which pages a preview need not write again."""
        for file in files.documentation_pages():
            page = file.page
            isi = page.asal.sidik if isinstance(page, HalamanNanti) else file.content_string
            same = lanjut.sama(file.dest_uri, sidik(isi, self._tema, self._pengisi.sidik))
            # MkDocs asks each file; for generated ones it has no answer of its own.
            vars(file)["is_modified"] = partial(bool, not same)

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Date every page by the data, not by the clock; say where to change and report it."""
        page.update_date = (self._context.acuan or TANPA_TANGGAL).isoformat()
        if not isinstance(page, HalamanNanti):
            self._bingkai.lengkapi(page, self._asal.get(page.file.src_uri))
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Explain abbreviations where a page first uses them, unless it is the glossary."""
        return html if isinstance(page, HalamanNanti) else self._bingkai.terangkan(html, page)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self._nav = nav
        for page in nav.pages if pratinjau_kini() else ():
            if page.title is None:  # known only to who reads the page, and every page shows it
                vars(page.file)["is_modified"] = lambda: True

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Begin with no shells: those of another build may be of another theme."""
        self._sudah, self._semua = 0, len(files.documentation_pages()) + len(self._terencana)
        if self._nanti:  # another plugin may bring filters, of whose code no key of ours knows
            env.bytecode_cache = self._templat
        # Every page shows the navigation; some titles in it are known only now.
        nav_kini = repr([(page.url, str(page.title)) for page in self._nav.pages])
        self._tema = sidik(self._tema, nav_kini)
        self._kulit = Kulit(env.get_template("main.html").render, self._nav)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> None:
        """Name the pages that MkDocs does not know as such."""
        if template_name == "sitemap.xml":
            ours = [alamat_publik(config, satu.file) for satu in self._terencana]
            theirs = [file.page.canonical_url for file in context["pages"] if file.page]
            shown, day = cast(dict[str, Any], context), self._context.acuan
            shown["alamat"] = sorted(filter(None, chain(ours, theirs)))
            shown["hari"] = day.isoformat() if day else ""

    # Last, when every other plugin has had its say.
    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Make a planned page of the navigation, or take it whole."""
        self._maju()
        if isinstance(page, HalamanNanti):
            whole = self._penulis.utuh(
                page.asal, self._tema, lambda _: self._buat(page, {**context}, config)
            )
            cast(dict[str, Any], context)["halaman"] = whole.decode()

    def _buat(self, page: HalamanNanti, context: Mapping[str, Any], config: MkDocsConfig) -> bytes:
        """Make a planned page, in the shell that it shares with its siblings."""
        page.active = True
        page.update_date = PENANDA.hari if self._context.acuan else TANPA_TANGGAL.isoformat()
        made = page.buat(config, self._files, partial(self._bingkai.terangkan, page=page))
        self._bingkai.lengkapi(page, made)
        return self._kulit.halaman(context, page).encode()

    def _maju(self) -> None:
        self._sudah += 1
        if self.langkah:
            self.langkah(self._sudah, self._semua)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Leave out the blank lines and indents of the theme, a sixth of a page's bytes."""
        return output if isinstance(page, HalamanNanti) else self._pengisi.teks(rapatkan(output))

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Fill the marks of templates that are no pages."""
        return self._pengisi.teks(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the planned pages, and remember what is written."""
        pages = self._files.documentation_pages()

        def buat(satu: Terencana) -> bytes:
            page = HalamanNanti(None, satu, config)
            try:
                made = self._buat(page, {**get_context(self._nav, pages, config, page)}, config)
            except Exception as error:
                error.add_note(f"Saat membuat {satu.file.src_uri}")
                raise
            satu.file.page = None  # let go of it: all of them are more than memory should hold
            return made

        for satu in self._terencana:
            self._penulis.halaman(satu, self._tema, buat)
            self._maju()
        lanjut = pratinjau_kini()
        if lanjut:
            lanjut.selesai(Path(config.site_dir))
        else:
            self.simpanan.rapikan()

    def on_serve(
        self, server: "LiveReloadServer", /, *, config: MkDocsConfig, builder: Any
    ) -> "LiveReloadServer":
        """Rebuild when the data or the theme of the project changes.

        MkDocs would also watch the theme below it: ten thousand files, looked at twice a second.
        """
        server.watch(str(folder_data(config, self.config)))
        if config.theme.custom_dir:
            server.watch(config.theme.custom_dir)
        return server


def situs(config: MkDocsConfig, options: IkuConfig, files: Files) -> Situs:
    """Return what the plugin would hand over for ``config``, without building a site."""
    return Situs(muat(config, options)[0], naskah(files))
