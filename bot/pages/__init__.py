"""Everything pages have in common: templates, static files, security headers, forms and kind error pages.

No business is decided here; the chat page and the pages behind links render through it.
"""
