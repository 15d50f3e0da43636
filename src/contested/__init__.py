"""contested: who claims what, who denies it, and what may be concluded, from dated reports."""

__version__ = "0.1.0"
