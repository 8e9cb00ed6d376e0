"""Starting and watching our processes on one machine; decides nothing about conversations."""
