"""Many reports: reading, comparing and exporting them."""
