"""Text and the places in it; knows nothing of case studies."""
