"""What the command's exit code says."""

DONE = 0
ERROR_REMAINS = 1  # a finding of severity error
UNUSABLE = 2  # bad usage, or input that cannot be read
