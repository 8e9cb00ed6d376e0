"""Makes the sentence encoder and the head of the safety screen from data/. Development only."""
