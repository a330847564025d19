"""Where triples are kept: a store on disk or in memory, its folder, its one writer, and the articles in it."""
