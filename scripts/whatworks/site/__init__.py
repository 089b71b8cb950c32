"""Studies in, files out: what the collection yields, one product a kind of page or file."""
