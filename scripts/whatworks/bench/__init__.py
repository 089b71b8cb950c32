"""Measures this program beside its peers on one corpus that is made up for the purpose."""
