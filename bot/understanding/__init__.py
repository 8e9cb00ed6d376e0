"""Reading what a message is, beyond what the language model guesses: plain functions, standard library and spaCy only.

The engine imports this too (Python 3.10), so that what is classified and what is acted on are one thing.
"""
