"""What a turn, training and a start cost, beside a stock Rasa bot: `make bench`. Not shipped; nothing imports it."""
