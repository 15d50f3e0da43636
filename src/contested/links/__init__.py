"""How claims relate: origins, denials, support, updates, disputes."""
