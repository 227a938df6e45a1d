"""Photos and attachments: taken in, made small, put right."""
