"""Telegram, not joined to anything yet: what an update is, and how long texts are cut."""
