"""The words of a template pack as pydantic models: what may stand where in its YAML.

Models hold what the YAML says, templates unfilled; `renderer/script/binding` resolves them.
"""
