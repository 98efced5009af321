"""Brings articles into `seeds/` (`add.add`), and tells builds where they came from (`known.known`)."""
