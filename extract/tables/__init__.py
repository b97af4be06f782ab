"""Tables of a document, found and read from its pages."""
