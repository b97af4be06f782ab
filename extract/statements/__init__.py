"""Statements of a report: what was learnt, and what lives on after the project."""
