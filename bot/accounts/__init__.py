"""People who work here: how they sign in, which teams they are in and what they may do."""
