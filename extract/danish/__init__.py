"""What is Danish about a Danish report: words, hyphens, sentences, language."""
