"""Measured speed: each work beside what a user would pick instead, or beside the least that it could cost.

`make bench` prints one table. A work is a file of its own with a `WORK`; `running` measures it.
"""
