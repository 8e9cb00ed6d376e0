"""Named jobs that run by the clock. Each does one thing, is handed the time, and may run twice without harm."""
