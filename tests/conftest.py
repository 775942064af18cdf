"""What holds for all tests."""


def pytest_make_parametrize_id(val, argname):
    """Name bytes by their argument: a ZIP holds the time, and workers must find the same names."""
    return argname if isinstance(val, bytes) else None
