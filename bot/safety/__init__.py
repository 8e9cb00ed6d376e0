"""The one door that every message passes first: it notices a crisis and answers with fixed, reviewed text."""
