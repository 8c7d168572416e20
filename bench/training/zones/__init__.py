"""How the zone classifier is trained: its pages, its labels, its network."""
