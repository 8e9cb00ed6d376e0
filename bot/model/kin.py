"""What people call those close to them, as parts of patterns: standard library only, for the engine reads them too."""

CALLED = "mum|mummy|mam|mom|dad|daddy|nan|nana|nanna|gran|granny|grandma|grandad|granddad|grandpa"
"""Names that stand alone: "mum says". """
KIN = (
    f"{CALLED}|mother|father|grandmother|grandfather|wife|husband|partner|boyfriend|girlfriend|fiance|son|daughter"
    "|brother|sister|stepson|stepdaughter|stepmum|stepdad|aunt|auntie|aunty|uncle|cousin|niece|nephew|friend|neighbour|mate"
)
"""Words that stand behind "my", in the singular. All of them take an s."""
