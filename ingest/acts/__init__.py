"""What the grammar claims of a trigger: frames with their phrases, and how each relation is told."""
