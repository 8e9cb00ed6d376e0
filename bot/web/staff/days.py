"""Days and times as a team reads them: near ones in words, the others with their date."""

from datetime import datetime, timedelta

from bot.model.dates import UK, day_of, in_words


def when(moment: datetime, now: datetime) -> str:
    """Return "today at 09:15", "yesterday at 16:40" or "on 21 November 2026", in UK time."""
    local, today = moment.astimezone(UK), day_of(now)
    near = {today: "today", today - timedelta(days=1): "yesterday"}.get(local.date())
    return f"{near} at {local:%H:%M}" if near else f"on {in_words(moment)}"
