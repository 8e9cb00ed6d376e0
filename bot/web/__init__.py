"""Pages that stand by themselves behind a link: notes shared with somebody, and a person's own copy."""
