"""Cleaning as a step of engines that users have already: thin adapters, each loading the rules once a process."""
