"""How everything looks: tokens → palette, one style sheet, a proxy style, icons, fonts and the focus ring."""
