"""Who is who across articles: actors that no gazetteer knows, compared, joined, and judged by people."""
