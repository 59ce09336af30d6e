"""What films cost, measured: bill-30 beside other tools, and a billing cycle through a store."""
