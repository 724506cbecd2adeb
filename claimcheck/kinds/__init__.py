"""The claim kinds, one module each with its page of cases beside it."""
