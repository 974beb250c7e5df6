"""Registers that a township sets up for itself (自建台账): stored definitions, turned into ordinary registers."""
