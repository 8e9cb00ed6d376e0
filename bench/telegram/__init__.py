"""The Telegram channel under faults, and how long its replies take. Telegram is tests/telegram_server."""
