"""Mails: header, body, attachments, and the article they make."""
