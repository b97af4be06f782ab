"""What a report is about: title, project, parties, pool, period, money, municipalities and target groups."""
