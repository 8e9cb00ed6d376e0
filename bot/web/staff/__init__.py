"""The staff site: signing in, accounts, and what was shared with a team."""
