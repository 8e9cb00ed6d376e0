"""What can be answered to "was this useful", by the value of its button."""

USEFUL = {"useful_yes": "Yes", "useful_partly": "Partly", "useful_no": "No"}
BECAUSE = {
    "because_questions": "The questions",
    "because_words": "The words it uses",
    "because_time": "The time it takes",
    "because_trust": "Who can see it",
}
