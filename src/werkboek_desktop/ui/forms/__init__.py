"""Forms, generated from the schema: an editor a value type, a row a field, and the list items below."""
