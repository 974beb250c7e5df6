"""数据核对: every numeral of an official text with what stands behind it, and what ought to be looked at.

`proof` is the whole of it; `quantities` finds numerals, `binding` proposes the indicator behind each, `checks`
holds one file for each rule. Places are code points of the text as given.
"""
