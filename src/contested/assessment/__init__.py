"""What may be concluded: control per place and day, with reasons and calibrated doubt."""
