"""Workbooks that come back: the template to fill in, and a trip to be changed in Excel."""
