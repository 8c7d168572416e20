"""Measures: each file named like a bench prints our figure, the peer's, the goal."""

import os

# Figures of speed are of one core; libraries read these when they are first loaded.
for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")
