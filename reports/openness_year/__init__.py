"""The yearly report on openness (政府信息公开工作年度报告), in the form of 国办公开办函〔2021〕30号."""
