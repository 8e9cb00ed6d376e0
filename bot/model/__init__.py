"""Types shared by every part of the assistant. Nothing of ours is imported here."""
