"""对数: figures that the county or another system states, beside those of the ledgers."""
