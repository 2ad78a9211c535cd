"""The headless commands, for scripts and terminals: one module each; `command.run` runs one."""
