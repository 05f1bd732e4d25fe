"""Who is put forward for a delegation: on a form, in a mail, row by row."""
