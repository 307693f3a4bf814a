"""Text from elsewhere, cleaned: each rule does one thing, says how often, and can be left out."""
