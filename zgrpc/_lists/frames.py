"""Lists as Arrow tables and pandas data frames, one column for each scalar field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from google.protobuf.descriptor import FieldDescriptor

from zgrpc._contract.rows import Column, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

__all__ = ["Rows", "check_pandas", "schema"]

_SIZES = {
    FieldDescriptor.CPPTYPE_INT32: "int32",
    FieldDescriptor.CPPTYPE_INT64: "int64",
    FieldDescriptor.CPPTYPE_UINT32: "uint32",
    FieldDescriptor.CPPTYPE_UINT64: "uint64",
}


def schema(chosen: Sequence[Column], extra: Sequence[str] = ()) -> pa.Schema:
    """Return the Arrow schema of columns, after `extra` ones of text.

    Times have microseconds and the zone UTC, enum values are their names, and lists and maps are JSON text.

    Raises:
        ModuleNotFoundError: pyarrow is missing.
    """
    try:
        import pyarrow as pa
    except ModuleNotFoundError:
        raise ModuleNotFoundError("this needs pyarrow: pip install 'zgrpc[arrow]'", name="pyarrow") from None

    def kind(column: Column) -> pa.DataType:
        if column.kind == "integer":
            return pa.type_for_alias(_SIZES[column.field.cpp_type])
        simple = {"number": pa.float64(), "boolean": pa.bool_(), "timestamp": pa.timestamp("us", tz="UTC")}
        return simple.get(column.kind, pa.string())

    return pa.schema([*((name, pa.string()) for name in extra), *((each.name, kind(each)) for each in chosen)])


def check_pandas() -> None:
    """Raise an error before anything is fetched if pandas is missing.

    Raises:
        ModuleNotFoundError: pandas is missing.
    """
    import importlib.util

    if importlib.util.find_spec("pandas") is None:
        raise ModuleNotFoundError("to_pandas needs pandas: pip install 'zgrpc[pandas]'", name="pandas")


class Rows:
    """The rows of a list, collected page by page for an Arrow table.

    Args:
        items: the response field that holds the items.
    """

    def __init__(self, items: FieldDescriptor) -> None:
        self._columns = columns(items)
        self._schema = schema(self._columns)
        self._batches: list[pa.RecordBatch] = []

    def add(self, page: Sequence[object]) -> None:
        """Add the items of a page; the messages themselves are not kept."""
        import pyarrow as pa

        values = [[column.value(item) for item in page] for column in self._columns]
        arrays = [pa.array(each, field.type) for each, field in zip(values, self._schema, strict=True)]
        self._batches.append(pa.record_batch(arrays, schema=self._schema))

    def table(self) -> pa.Table:
        """Return the table of all pages."""
        import pyarrow as pa

        return pa.Table.from_batches(self._batches, schema=self._schema)
