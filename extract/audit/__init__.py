"""What does not add up inside a report: one file a rule, `read.audit` runs them all."""
