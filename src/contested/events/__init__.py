"""What is said to have happened: a small ontology, and coding from parse and lexicons."""
