"""Giving and taking the directory as HSDS 3 (UK profile): one JSON file, or a package of CSV files."""

from bot.signposting.interchange.exporting import ExportError, export_hsds
from bot.signposting.interchange.importing import import_hsds
from bot.signposting.interchange.report import Fault, Report

__all__ = ["ExportError", "Fault", "Report", "export_hsds", "import_hsds"]
