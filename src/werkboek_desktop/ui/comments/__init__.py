"""Comments: what people say about a text, beside the form and marked in it."""
