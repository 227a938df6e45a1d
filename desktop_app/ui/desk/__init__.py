"""What happens between the views, by what it is about; views meet nowhere else."""
