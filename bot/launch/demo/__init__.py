"""Invented people, teams, services and accounts to look at (`what-matters demo`)."""
