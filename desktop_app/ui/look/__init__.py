"""How the window looks: tokens, style sheet, theme, typeface, icons and buttons."""
