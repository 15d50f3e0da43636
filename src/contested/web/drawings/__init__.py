"""Drawings: marks, charts and maps as SVG made on the server, so that they print and need no script."""
