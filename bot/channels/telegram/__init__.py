"""Telegram: updates in, messages out, each written down until it is dealt with."""
