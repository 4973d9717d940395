"""The documents of an evaluation: LKE, LHE, berita acara, follow-up."""
