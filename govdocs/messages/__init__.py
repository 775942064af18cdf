"""What is said to people about a fault in their data, in Chinese and English."""
