"""What has been extracted from an article is not extracted again: an SQLite file in the user's cache directory."""
