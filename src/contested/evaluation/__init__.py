"""How good it is: suites against gold, floors that fall only on purpose, the quality page."""
