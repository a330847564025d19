"""Who acts on whom in a clause: subjects, objects, clauses and lists, the same for every relation."""
