"""How the judge of pairs is trained: silver pairs by program, then the gold."""
