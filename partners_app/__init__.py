"""Partners: a city's partners abroad, their agreements and events, and the yearly report."""

__version__ = "0.1.0"
