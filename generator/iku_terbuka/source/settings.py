"""What mkdocs.yml says of where the data lie, for commands that have no other use for MkDocs.

The file may hold tags that only MkDocs understands, so nothing of it is constructed.
"""

from yaml import MappingNode, Node, SafeLoader, ScalarNode, SequenceNode, YAMLError, compose

_PLUGIN = "iku"


def data_option(text: str) -> tuple[str, str]:
    """Return the option ``indicators`` of our plugin, and the file that it may be inherited from.

    Either is empty where the text does not say it. What is wrong with the file is told by a build.
    """
    try:
        root = compose(text, SafeLoader)
    except (YAMLError, RecursionError):
        return "", ""
    plugins = _value(root, "plugins")
    options = _value(plugins, _PLUGIN)
    for item in plugins.value if isinstance(plugins, SequenceNode) else ():
        options = _value(item, _PLUGIN) or options
    # A list takes the place of an inherited one; MkDocs joins only what has keys.
    inherits = "" if isinstance(plugins, SequenceNode) else _text(_value(root, "INHERIT"))
    return _text(_value(options, "indicators")), inherits


def _value(node: Node | None, key: str) -> Node | None:
    for name, value in node.value if isinstance(node, MappingNode) else ():
        if isinstance(name, ScalarNode) and name.value == key:
            return value  # type: ignore[no-any-return]
    return None


def _text(node: Node | None) -> str:
    return str(node.value).strip() if isinstance(node, ScalarNode) else ""
