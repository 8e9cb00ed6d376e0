"""The texts of data/information: what a file may hold, and reading them with every fault named by file and line."""
