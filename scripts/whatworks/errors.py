"""What goes wrong that is not a fault in a contributed text: the one base class of our exceptions."""


class WhatWorksError(Exception):
    """A run cannot go on; the message says what is wrong and what to do, for a person at a terminal."""
