"""What the network of statements shows: filters, surroundings, paths, time, measures, differences."""
