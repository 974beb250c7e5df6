"""Indicators that a township defines for itself (自定指标): stored choices, turned into ordinary indicators."""
