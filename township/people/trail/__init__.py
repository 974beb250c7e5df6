"""The audit trail (审计记录): rows that are only ever added, and the chain of seals that proves it."""
