"""`python -m desktop_app`: the same as the command `suanruam`."""

import sys

if __name__ == "__main__":  # and not in the process that sets pages, which is started from this one
    from desktop_app.cli.start import main

    sys.exit(main())
