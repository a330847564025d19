"""Article to triples: reads articles, finds actors and relations, states them as RDF."""
