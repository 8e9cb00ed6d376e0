"""Which services fit: the index, the hard rules, the order, and the sentences that go with each."""
