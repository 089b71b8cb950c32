"""Full-text search: lunr's answers from small blocks, made here and read both here and in the page."""
