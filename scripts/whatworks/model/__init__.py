"""What a case study is: declarations, values and computed facts; knows nothing of files or pages."""
