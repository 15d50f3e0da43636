"""The description of the JSON API: FastAPI's, with the schemas of our own records put in."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from contested.server.routes.api import SCHEMAS


def openapi(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of the application."""
    made = get_openapi(
        title="contested",
        version=app.version,
        summary="Who claims what, who denies it, and who may be said to control a place.",
        routes=app.routes,
    )
    schemas, components = msgspec.json.schema_components(
        list(SCHEMAS.values()), ref_template="#/components/schemas/{name}"
    )
    named = {name: schema for name, schema in zip(SCHEMAS, schemas, strict=True) if name not in components}
    made.setdefault("components", {}).setdefault("schemas", {}).update({**components, **named})
    return made
