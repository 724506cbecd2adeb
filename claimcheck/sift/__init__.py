"""Report -> the part of it that was asked for: kinds, stories, changed files, and what nobody has accepted yet."""
