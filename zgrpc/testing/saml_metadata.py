"""Read from SAML metadata which entity they describe."""

from __future__ import annotations

from xml.parsers import expat

_ROOT = "urn:oasis:names:tc:SAML:2.0:metadata EntityDescriptor"


def entity_id(metadata: bytes) -> str | None:
    """Return the id of the entity that metadata describe; None for what are no metadata of one entity."""
    found: list[str | None] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(attributes.get("entityID", "") if name in (_ROOT, "EntityDescriptor") else None)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    # Metadata define no entities of their own; without them nothing can expand.
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(metadata, True)
    except (expat.ExpatError, ValueError):
        return None
    return found[0] if found else None


def _refuse(*_: object) -> None:
    raise ValueError("metadata declare an entity")
