"""What Rasa needs from us to be a safe part of What Matters; the only code here that may import rasa."""
