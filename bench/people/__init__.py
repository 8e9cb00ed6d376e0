"""How the record itself grows: the same doors into a store of 100 people and into one of 10,000."""
