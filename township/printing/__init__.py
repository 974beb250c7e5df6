"""Printed forms (文书): a tree of facts, texts and places to sign, written as PDF and as Word file."""

from .form import Clause, Facts, Field, Form, Grid, Signing, Text, blank
from .pdf import render_forms
from .word import render_word

__all__ = [
    "Clause",
    "Facts",
    "Field",
    "Form",
    "Grid",
    "Signing",
    "Text",
    "blank",
    "render_forms",
    "render_word",
]
