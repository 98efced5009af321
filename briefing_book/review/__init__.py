"""What the review page lists, asked in a terminal; the answers become corrections."""

from briefing_book.review.ask import review

__all__ = ["review"]
