"""Whole conversations with the real assistant, from scripts, as pages to read: `python -m bench.transcripts`."""
