"""Pictures of any camera, telephone or scanner made into photos that print well."""
