"""One module a part of the standard; each yields one outcome a clause that it could look at."""
