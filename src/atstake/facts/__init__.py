"""What ships as data: states and governments, places, cue words."""
