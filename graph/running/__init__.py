"""Many articles into a store: in parallel, resumed, watched and told of."""
