"""Suanruam (ส่วนร่วม): participation reports of Thai offices, from form to signed paper."""

__version__ = "0.1.0"
