"""What readers see of a record: types in `types`, one file a family of readers."""
