"""What somebody does who is trusted to say that a person has died. Each deed has its PIN checked anew."""

from bot.model.release import Say, TrustedView
from bot.records.pins import pin_matches
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.records.unit_of_work import Begin


class TrustedPages:
    """Opens the links of trusted people."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def say(self, token: str, pin: str, what: Say) -> TrustedView:
        """Do what is said and return how things stand then. It is audited before anything is returned.

        Raises WrongPinError or ShareClosedError.
        """
        with self._begin() as records:
            pin_hash = records.release_links.count_try(token, trusted=True)
            records.commit()
        matches = pin_matches(pin_hash, pin)
        with self._begin() as records:
            try:
                view = records.release_links.say(token, what, matches=matches)
            except (WrongPinError, ShareClosedError):
                records.commit()
                raise
            records.commit()
        return view
