"""What each command does, once its options are read; loaded only by the command that needs it."""
