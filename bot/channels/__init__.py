"""Channels: each turns what a person does into a call of `inbound` and shows what comes back. Nothing more."""
