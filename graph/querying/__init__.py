"""Questions to a store: ready ones and SPARQL of one's own, made safe, made fast, and answered in time."""
