"""Windows of their own: settings, history, findings, about."""
