"""考核佐证: the county's scoring sheet item by item, each with what proves it."""
