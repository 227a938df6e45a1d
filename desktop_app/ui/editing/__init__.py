"""How an open report changes: edits as values, the session, what is wrong with it."""
