"""What can be found in a message, and what is wrong with a pattern file."""

RELATIONSHIP = "relationship"
PLACE_OF_CARE = "place_of_care"
TOPIC = "topic"
TIME = "time"
POSTCODE_DISTRICT = "postcode_district"
PHONE = "phone"
NHS_NUMBER = "nhs_number"
KINDS = (RELATIONSHIP, PLACE_OF_CARE, TOPIC, TIME, POSTCODE_DISTRICT, PHONE, NHS_NUMBER)
CODES = (POSTCODE_DISTRICT, PHONE, NHS_NUMBER)
NONE = "none"


class EntityPatternsError(Exception):
    """The pattern file is wrong; the message names the phrase."""
