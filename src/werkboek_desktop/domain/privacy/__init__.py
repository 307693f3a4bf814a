"""What in a text may tell who somebody is. It only points: a person decides, and says why something may stay."""
