"""工作移交清单: all that a successor needs to know, as one PDF and one workbook."""
