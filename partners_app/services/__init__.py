"""What a user can do with a register: the only door for the window and the command line."""
