"""The record store: the only place where a person's words are kept, always sealed under that person's own key."""
