"""Passages of reports and how to find them."""
