"""What Matters: everything that faces people or holds their words; the dialogue engine lives in engine/."""
