"""The commands: arguments, one call, print. What they do stands in the rooms.

Rooms are imported inside the commands, so that ``--help`` and shell completion stay quick.
"""
