"""The document model: nodes, a builder, a walker and a JSON codec."""
