"""What a text holds: sentences, quotations, places, times, quantities, actors."""
