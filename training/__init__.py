"""What builds the models that ship: a dependency of nobody who only runs them."""
