"""What people take away with them: their words as a page, as text and in print, and a time for their own calendar."""
