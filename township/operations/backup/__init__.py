"""Everything people have entered, in one archive that any installation of the same version can take over."""
