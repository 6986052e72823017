"""What is around every request: bounds, turns, conditions, kept answers, logs, metrics."""
