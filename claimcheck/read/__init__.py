"""What a text holds: numbers, dates, names, attributions, factuality; each reader takes text and returns spans of it."""
