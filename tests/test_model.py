"""The records: JSON there and back, the schema, ids that depend on nothing but the words."""

import json
from enum import StrEnum

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contested import model

RECORDS = [
    value
    for value in vars(model).values()
    if isinstance(value, type) and issubclass(value, msgspec.Struct) and value.__module__ == model.__name__
]
ENUMS = [
    value
    for value in vars(model).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]


def some(kind):
    """Return a strategy for any type that a record's field may have."""
    info = msgspec.inspect.type_info(kind)
    return of(info)


def of(info):
    """Return a strategy for a type as msgspec sees it."""
    inspect = msgspec.inspect
    match info:
        case inspect.IntType():
            return st.integers(0, 10**6)
        case inspect.FloatType():
            return st.floats(0, 1, width=32)
        case inspect.StrType():
            return st.text(max_size=8)
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.EnumType(cls=cls):
            return st.sampled_from(list(cls))
        case inspect.UnionType(types=types):
            return st.one_of(*map(of, types))
        case inspect.VarTupleType(item_type=item):
            return st.lists(of(item), max_size=2).map(tuple)
        case inspect.TupleType(item_types=items):
            return st.tuples(*map(of, items))
        case inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(of(key), of(value), max_size=2)
        case inspect.Metadata(type=inner):
            return of(inner)
        case inspect.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{field.name: of(field.type) for field in fields})
    raise AssertionError(f"no strategy for {info}")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_each_record_survives_json(record, data):
    """Whatever its fields hold."""
    made = data.draw(some(record))
    assert msgspec.json.decode(msgspec.json.encode(made), type=record) == made


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_each_record_is_frozen_and_described(record):
    """A record never changes, and says what it is."""
    assert record.__struct_config__.frozen
    assert record.__doc__


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_not_knowing_is_a_member(enum):
    """Of each enumeration, but for the two that cannot be unknown."""
    known = {"tense", "modality"}
    assert any(member.name == "UNKNOWN" for member in enum) or enum.__name__.lower() in known


def test_the_schema_is_valid_and_names_all_records():
    """As JSON Schema 2020-12, ready for other programs."""
    schema = json.loads(json.dumps(model.json_schema()))
    assert schema["$schema"].endswith("2020-12/schema")
    assert {record.__name__ for record in model.RECORDS} <= set(schema["$defs"])
    assert "class" in schema["$defs"]["Cue"]["properties"]
    assert {"for", "against"} <= set(schema["$defs"]["Control"]["properties"])


@given(st.lists(st.one_of(st.none(), st.text(max_size=5), st.integers()), min_size=1, max_size=4))
def test_an_id_is_the_same_everywhere_and_of_one_form(parts):
    """Sixteen hexadecimal digits, from nothing but the parts."""
    made = model.content_id(*parts)
    assert made == model.content_id(*parts)
    assert len(made) == 16
    assert set(made) <= set("0123456789abcdef")


def test_ids_tell_neighbouring_parts_apart():
    """("ab", "c") is not ("a", "bc"); a lone surrogate does no harm."""
    assert model.content_id("ab", "c") != model.content_id("a", "bc")
    assert model.content_id("\ud800")


def test_a_document_id_is_known_for_good():
    """Changing how ids are made would orphan every stored judgement."""
    assert model.document_id("Example Wire", "2025-11-07", None, "The bridge was hit.") == "b354b2ec950d06c6"


def test_a_head_is_the_document_without_its_text():
    """Field by field."""
    document = model.Document(id="a", path="b", sha256="c", outlet="d", text="e", title="f")
    head = document.head
    assert not hasattr(head, "text")
    assert (head.id, head.title, head.format) == ("a", "f", model.Format.UNKNOWN)
