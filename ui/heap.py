"""What is read once and kept is put aside from the garbage collector.

Streamlit collects all garbage after every run. With the states of all days in memory (a hundred thousand objects that
live as long as the server) that walk took two thirds of a run, for every reader, and held up all others meanwhile.
"""

import gc


def put_aside() -> None:
    """Let later collections pass over everything that is in memory now.

    To be called after something large was read and kept. What was put aside before is looked through once more, so
    that what has since been dropped is freed: a later call never keeps more than is in use.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
