"""The commands, a module each; every module has ``register(cli)`` and imports nothing heavy at its top."""
