"""Large fictional data, to measure and to test with."""
