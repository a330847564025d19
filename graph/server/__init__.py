"""A store over HTTP: SPARQL 1.1 Protocol, Graph Store Protocol, a query page and the network page."""
