"""The widgets that enter fields, all of one protocol, made by one factory."""
