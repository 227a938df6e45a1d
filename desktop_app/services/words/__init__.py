"""Words as people type them: slips, words of one's own, where lines may end."""
