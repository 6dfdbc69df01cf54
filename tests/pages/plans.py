"""What a plan makes."""

from iku_terbuka.publish import Page, Plan


def page_of(plan: Plan) -> Page:
    """Return the page that is planned."""
    page = plan.make()
    assert isinstance(page, Page)
    return page


def file_of(plan: Plan) -> bytes:
    """Return the file that is planned."""
    content = plan.make()
    assert isinstance(content, bytes)
    return content
