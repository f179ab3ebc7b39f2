"""Errors, findings and steps of the history as text in the chosen language; QtCore only."""
