"""Where to turn: national and local support services. Nothing here is about the person who asks."""
