"""Invented people, teams and accounts to look at (`what-matters demo`)."""
