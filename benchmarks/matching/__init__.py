"""What matching finds on published pairs, how many pairs it looks at, and how it does on a story that it has not learned from."""
