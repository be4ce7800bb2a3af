"""Pydantic models of the portfolio, made from its published schema: what a peer needs to check the same structure."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal, Optional

from pydantic import BaseModel, ConfigDict, Field, create_model


class Strict(BaseModel):
    """An object without unknown members."""

    model_config = ConfigDict(extra="forbid")


def model(schema: dict[str, Any], *, patterns: bool) -> type[BaseModel]:
    """The model of a whole document; without `patterns` texts are texts, whatever they hold."""
    made: dict[str, Any] = {}

    def kind(of: dict[str, Any]) -> Any:
        if "$ref" in of:
            return named(of["$ref"].removeprefix("#/$defs/"))
        if "const" in of:
            return Literal[of["const"]]
        if "enum" in of:
            return Literal[tuple(of["enum"])]
        match of["type"]:
            case "string" if patterns and of.get("format") == "date":
                return datetime.date
            case "string" if patterns and "pattern" in of:
                return Annotated[str, Field(pattern=of["pattern"])]
            case "string":
                return str
            case "boolean":
                return bool
            case "integer":
                return Annotated[int, Field(ge=of["minimum"], le=of["maximum"])]
            case "number":
                return Annotated[float, Field(ge=of["minimum"], le=of["maximum"])]
            case "array":
                return Annotated[list[kind(of["items"])], Field(max_length=of["maxItems"])]  # type: ignore[misc]
            case other:
                raise ValueError(other)

    def named(name: str) -> Any:
        if name not in made:
            of = schema["$defs"][name]
            made[name] = build(name, of) if of.get("type") == "object" else kind(of)
        return made[name]

    def build(name: str, of: dict[str, Any]) -> type[BaseModel]:
        fields: dict[str, Any] = {}
        for member, value in of["properties"].items():
            # A member whose name Python keeps for itself, or pydantic, goes by its alias.
            field = f"{member}_"
            if "anyOf" in value:
                fields[field] = (Optional[kind(value["anyOf"][0])], Field(default=None, alias=member))
            else:
                fields[field] = (kind(value), Field(alias=member))
        return create_model(name, __base__=Strict, **fields)

    return build(schema["title"], schema)
