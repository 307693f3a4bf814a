"""The tour: five steps on made-up data, beside the things they are about."""
