"""The targets of a project: read from its target tables and its prose, with what was reached."""
