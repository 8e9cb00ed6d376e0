"""How well messages are understood, beside stock Rasa: `make evaluate`. Not shipped; nothing imports it."""
