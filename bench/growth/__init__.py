"""How search and a team's inbox grow: the same questions put to a store with 200 of each and to one with 20,000."""
