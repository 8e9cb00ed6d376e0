"""Telegram: takes in what people send, once and in order, and sends what is answered, once and in order."""
