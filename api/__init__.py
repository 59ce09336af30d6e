"""Every door into Billreel; today the command line."""
