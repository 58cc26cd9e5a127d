"""Records to what people and programs read: JSON, plain text, a page. One file a format."""
