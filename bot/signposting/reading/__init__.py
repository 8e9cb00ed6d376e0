"""What typed words say: phrases, people, places, and nearness in meaning. It knows no service."""
