"""What pages, documents and services ask of evaluation."""
