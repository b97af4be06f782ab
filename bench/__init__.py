"""Measurements against given reports and other systems; never shipped."""
