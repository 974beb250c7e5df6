"""The papers of a case file (司法部《人民调解文书格式》, 2010): each alone, or the whole volume."""

from .volume import PAPERS, paper, volume

__all__ = ["PAPERS", "paper", "volume"]
