"""The web server: `contested serve`. Nothing else imports it."""
