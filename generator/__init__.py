"""IKU Terbuka: from the decrees and results in ``indicators/`` to a public site.

Data flows one way: YAML → :mod:`generator.load` → frozen :mod:`generator.model`
→ :mod:`generator.pages`, :mod:`generator.charts`, :mod:`generator.opendata`
→ :mod:`generator.site` → MkDocs. Only ``load``, the plugin and the command line touch the disk.
"""
