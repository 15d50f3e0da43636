"""One file a suite; each has `evaluate(items, options) -> (metrics, baseline)`."""
