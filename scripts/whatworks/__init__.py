"""What Works: case studies of small firms and UK councils, checked and turned into a static site."""
