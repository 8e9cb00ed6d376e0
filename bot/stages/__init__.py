"""What is decided in a conversation: plain functions, one file a stage, joined by `flow`."""
