"""Render the typing stubs: each RPC's keywords, result and items, for both flavors, and the keys of `where=`.

One stub for each package of the contract, so that editors load only those in use. Called by generate.py.
"""

import keyword
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import _toolchain as toolchain
from google.protobuf import descriptor_pb2, descriptor_pool
from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor, MethodDescriptor

if "zgrpc" not in sys.modules:
    # Its modules without its __init__, which needs what is being generated.
    package = ModuleType("zgrpc")
    package.__path__ = [str(toolchain.ROOT / "zgrpc")]
    sys.modules["zgrpc"] = package

from _stub_names import Names, Service, module_of
from _stub_text import BASE, HEADER, IMPORTS
from _tables import Tables

from zgrpc._contract import docs
from zgrpc._contract.filters import Filter, Search, find_search, is_repeated
from zgrpc._contract.limits import Rules

FOLDER = "zgrpc/_contract/_generated/types"
FLAVORS = ("", "Async")
"""The prefix of what a flavor of the client uses."""
OPTIONS = {"timeout": "float | None", "org_id": "str | None", "metadata": "Metadata | None", "token": "str | None"}
PAGER_OPTIONS = {
    "limit": "int | None",
    "first_page": "int | None",
    "offset": "int | None",
    "progress": "Progress | None",
}
PAGE_OPTIONS = {"offset": "int | None", "limit": "int | None"}
PAGE_DOC = "One page, as the server answers it. It promises nothing about the list as a whole."
SCALARS = {
    FieldDescriptor.CPPTYPE_BOOL: "bool",
    FieldDescriptor.CPPTYPE_FLOAT: "float",
    FieldDescriptor.CPPTYPE_DOUBLE: "float",
    FieldDescriptor.CPPTYPE_STRING: "str",
}
WELL_KNOWN = {"google.protobuf.Timestamp": "datetime.datetime", "google.protobuf.Duration": "datetime.timedelta"}


def render(contract: bytes, tables: Tables) -> dict[str, str]:
    """Return the typing stubs, by their paths in the repository.

    Args:
        contract: A serialized FileDescriptorSet.
        tables: The tables that generate.py writes.
    """
    pool = descriptor_pool.DescriptorPool()
    for file in descriptor_pb2.FileDescriptorSet.FromString(contract).file:
        pool.Add(file)
    names = Names(pool, tables)
    stubs = {package: Stub(package, names, tables).text() for package in names.packages}
    files = {f"{FOLDER}/{module_of(package)}.pyi": text for package, text in stubs.items()}
    files[f"{FOLDER}/__init__.pyi"] = HEADER.format(what="the contract")
    files[f"{FOLDER}/names.pyi"] = _every_name(names)
    files[f"{FOLDER}/base.pyi"] = HEADER.format(what="every service") + BASE
    files[f"{FOLDER}/services.pyi"] = _client(names)
    return files


def _every_name(names: Names) -> str:
    """Return every name that `zgrpc.types` has."""
    lines = (f"from zgrpc._contract._generated.types.{module_of(package)} import *\n" for package in names.packages)
    return HEADER.format(what="every package") + "".join(lines)


def _client(names: Names) -> str:
    """Return the services below the client: `Services` and `V2Services`, for both flavors."""
    lines = []
    for service in names.services:
        module = f"zgrpc._contract._generated.types.{module_of(service.package)}"
        lines.append(f"from {module} import Async{service.name}, {service.name}")
    for prefix in ("Async", ""):
        for version in ("v2", ""):
            lines += ["", f"class {prefix}{version.title()}Services:"]
            for service in names.services:
                of, _, attribute = service.key.rpartition(".")
                if of == version:
                    lines += _property(attribute, prefix + service.name, f"Every RPC of {service.full_name}.")
            if not version:
                lines += _property("v2", f"{prefix}V2Services", "The services of version 2.")
    return HEADER.format(what="the client's services") + "\n".join(lines) + "\n"


class Stub:
    """The stub of one package: its enums, its messages as dicts, its services."""

    def __init__(self, package: str, names: Names, tables: Tables) -> None:
        self.package, self.names = package, names
        self._limits = {name: rules for of in tables.limits.values() for name, rules in of.items()}
        self.imports: dict[str, set[str]] = {}
        self.modules: set[str] = set()

    def text(self) -> str:
        """Return the whole file."""
        body = "\n".join(self._body())
        imports = [_import(module) for module in sorted(self.modules)]
        imports += [
            f"from zgrpc._contract._generated.types.{module} import {', '.join(sorted(names))}"
            for module, names in sorted(self.imports.items())
        ]
        return HEADER.format(what=self.package) + IMPORTS + "\n".join([*imports, "", body, ""])

    def _body(self) -> Iterator[str]:
        for enum, name in self.names.enums.items():
            if enum.file.package == self.package:
                literals = ", ".join(f'"{value.name}"' for value in enum.values)
                yield f"{name}: TypeAlias = {self.class_name(enum)} | Literal[{literals}]"
        yield ""
        for message, name in self.names.dicts.items():
            if message.file.package == self.package:
                yield from self._dict(message, name)
        for service in self.names.services:
            if service.package == self.package:
                yield from self._searches(service)
                yield from self._calls(service)
                for prefix in FLAVORS:
                    yield from self._service(service, prefix)

    def limits(self, message: Descriptor) -> Mapping[str, Rules]:
        """Return the limits of a message's fields."""
        return self._limits.get(message.full_name, {})

    # Types.

    def class_name(self, kind: Descriptor | EnumDescriptor) -> str:
        """Return a generated class, such as `user_pb2.User`; its module is imported."""
        module = kind.file.name.removesuffix(".proto").replace("/", ".") + "_pb2"
        self.modules.add(module)
        return f"{_alias(module)}.{kind.full_name.removeprefix(kind.file.package + '.')}"

    def _known(self, kind: Descriptor | EnumDescriptor, name: str) -> str:
        """Return a name that this or another stub declares."""
        if kind.file.package != self.package:
            self.imports.setdefault(module_of(kind.file.package), set()).add(name)
        return name

    def item_type(self, field: FieldDescriptor) -> str:
        """Return what one value of a field is in an answer."""
        kind = field.enum_type or field.message_type
        return self.class_name(kind) if kind is not None else _scalar(field)

    def value_type(self, field: FieldDescriptor) -> str:
        """Return what one value of a field may be given as."""
        if field.enum_type is not None:
            return self._known(field.enum_type, self.names.enums[field.enum_type])
        if field.message_type is None:
            return _scalar(field)
        message = field.message_type
        native = WELL_KNOWN.get(message.full_name)
        if native is None and message in self.names.dicts:
            native = self._known(message, self.names.dicts[message])
        return " | ".join(filter(None, [self.class_name(message), native]))

    def field_type(self, field: FieldDescriptor) -> str:
        """Return what a field may be given as."""
        entry = field.message_type
        if entry is not None and entry.GetOptions().map_entry:
            keys, values = entry.fields
            return f"Mapping[{_scalar(keys)}, {self.value_type(values)}]"
        value = self.value_type(field)
        if not is_repeated(field):
            return value
        return "Strings" if value == "str" else f"Iterable[{value}]"

    def required(self, field: FieldDescriptor) -> bool:
        """Return whether the server refuses every request that leaves the field out."""
        message = field.containing_type
        assert message is not None  # noqa: S101 - only an extension has none
        return docs.is_required(field, self.limits(message).get(field.name, {}))

    # Declarations.

    def _dict(self, message: Descriptor, name: str) -> Iterator[str]:
        fields = {field.name: self.field_type(field) for field in message.fields}
        fields |= {field.name: f"Required[{fields[field.name]}]" for field in message.fields if self.required(field)}
        if any(keyword.iskeyword(field) for field in fields):
            yield f'{name} = TypedDict("{name}", {{'
            yield from (f'    "{field}": {kind},' for field, kind in fields.items())
            yield "}, total=False)"
        else:
            yield f"class {name}(TypedDict, total=False):"
            yield from ([f"    {field}: {kind}" for field, kind in fields.items()] or ["    pass"])
        yield ""

    def _searches(self, service: Service) -> Iterator[str]:
        """Yield a TypedDict of the keys of `where=`, and what `where=` takes, for each search; shared by equal ones."""
        first: dict[Descriptor, str] = {}
        for row, method in service.rpcs:
            search = find_search(method.input_type)
            if search is None or not row.paging:
                continue
            name = self.names.lists[row.full_name]
            same = first.setdefault(search.query, name)
            if same != name:
                yield from (f"{name}{kind}: TypeAlias = {same}{kind}" for kind in ("Where", "Combined", "Condition"))
                yield f"_{name}Key: TypeAlias = _{same}Key"
                continue
            combined = [key.title() for key in ("and", "or", "not") if key == "and" or _combines(search, key)]
            keys = [
                f'    "{key}": {self._filter_type(found, name, search.query)},' for key, found in search.filters.items()
            ]
            yield f'{name}Where = TypedDict("{name}Where", {{'
            yield from keys
            yield "}, total=False)"
            yield f"{name}Combined: TypeAlias = {' | '.join(f'{kind}[{name}Where]' for kind in combined)}"
            query = self.class_name(search.query)
            yield f"{name}Condition: TypeAlias = {name}Where | {name}Combined | {query}"
            literals = ", ".join(f'"{key}"' for key in search.filters)
            yield f"_{name}Key: TypeAlias = Literal[{literals}]"
        yield ""

    def _filter_type(self, found: Filter, name: str, query: Descriptor) -> str:
        if found.kind in ("and", "or", "not"):
            nested = f"{name}Where | Condition[Any] | {self.class_name(query)}"
            return nested if found.kind == "not" else f"Iterable[{nested}]"
        message = found.option.message_type
        if found.option is found.value or message is None:
            return self.field_type(found.option)
        if not message.fields:
            return f"Literal[True] | {self.class_name(message)}"
        kinds = [self.class_name(message), self._known(message, self.names.dicts[message])]
        if found.value is not None:
            kinds.insert(0, "Text" if found.text_match else self.field_type(found.value))
        return " | ".join(kinds)

    def _calls(self, service: Service) -> Iterator[str]:
        # Both flavors of an RPC side by side: so the wheel compresses best.
        for row, method in service.rpcs:
            doc = docs.render(row, method.input_type, self.limits)
            base = f"Call[{self.class_name(method.input_type)}, {self.class_name(method.output_type)}]"
            if row.paging:
                search = find_search(method.input_type)
                name = self.names.lists.get(row.full_name, "")
                where = f"{name}Where | {self.class_name(search.query)}" if search else "Never"
                base = f"Paged{base[:-1]}, {where}]"
            for prefix in FLAVORS:
                yield f"class _{prefix}{method.name}({base}):"
                yield from self._call(prefix, row, method, doc)
                yield ""

    def _service(self, service: Service, prefix: str) -> Iterator[str]:
        yield f"class {prefix}{service.name}:"
        for row, method in service.rpcs:
            doc = docs.render(row, method.input_type, self.limits)
            yield from _property(row.python_name, f"_{prefix}{method.name}", doc)
        yield ""

    def _call(self, prefix: str, row: docs.Facts, method: MethodDescriptor, doc: str) -> Iterator[str]:
        answer = self.class_name(method.output_type)
        deprecated = docs.deprecation(row)
        if not row.paging:
            define = "async def __call__" if prefix else "def __call__"
            yield from self._overloads(define, answer, method, [""], {}, doc, deprecated)
            return
        item = self.item_type(method.output_type.fields_by_name[row.paging.items])
        filters = [""]
        misfit = ""
        if search := find_search(method.input_type):
            # One overload each. Checkers name a wrong key only if nothing but the TypedDict is expected, and pyright
            # infers what is in a combination only if nothing but combinations is.
            name, query = self.names.lists[row.full_name], self.class_name(search.query)
            filters = [f"where: {query} | None = None", f"where: {name}Combined", f"where: {name}Where"]
            misfit = f"where: Mapping[_{name}Key, ValueOfItsKey]"
        pager = f"{prefix}Pager[{item}]"
        yield from self._overloads("def __call__", pager, method, filters, PAGER_OPTIONS, doc, deprecated, misfit)
        define = "async def page" if prefix else "def page"
        yield from self._overloads(define, answer, method, filters, PAGE_OPTIONS, PAGE_DOC, deprecated, misfit)

    def _overloads(
        self,
        define: str,
        answer: str,
        method: MethodDescriptor,
        filters: Iterable[str],
        more: dict[str, str],
        doc: str,
        deprecated: str,
        misfit: str = "",
    ) -> Iterator[str]:
        """Yield the overloads of a method: the request as keywords, and as a message.

        A field takes the place of an option of its name.

        Args:
            define: The start of the definition.
            answer: What the method returns.
            method: The RPC.
            filters: The forms of `where=`; pyright reports its errors by the last one.
            more: The options besides those of every call.
            doc: The docstring.
            deprecated: Why the RPC is deprecated; empty if it is not.
            misfit: A form of `where=` that nothing fits. mypy reports its errors by it, for a TypedDict is too unlike
                a dict to be what was meant.
        """
        request = self.class_name(method.input_type)
        fields = [field for field in method.input_type.fields if not keyword.iskeyword(field.name)]
        names = {field.name for field in fields}
        options = more | OPTIONS
        as_keywords = (["*", *self._keywords(fields)], [name for name in options if name not in names])
        optional = "" if fields else " | None = None"
        as_message = ([f"request: {request}{optional}, /", "*"], list(options))
        as_either = (
            [
                f"request: {request} = ..., /",
                "*",
                *(f"{field.name}: {self.field_type(field)} = ..." for field in fields),
            ],
            as_keywords[1],
        )
        given = [as_keywords, as_message] if fields else [as_message]
        forms = [(form, where) for where in filters for form in given if "where" not in names or form is as_message]
        if misfit and "where" not in names:
            forms.insert(-len(given), (as_either, misfit))
        variants = [
            [*start, *filter(None, [where]), *(f"{name}: {options[name]} = None" for name in left)]
            for (start, left), where in forms
        ]
        for index, parameters in enumerate(variants):
            if len(variants) > 1:
                yield "    @overload"
            if deprecated:
                yield f'    @deprecated("{deprecated}")'
            yield from _function(define, parameters, answer, "" if index else doc)

    def _keywords(self, fields: list[FieldDescriptor]) -> list[str]:
        """Return the fields as parameters, those first that the server insists on."""
        required = [f"{field.name}: {self.field_type(field)}" for field in fields if self.required(field)]
        return required + [
            f"{field.name}: {self.field_type(field)} = ..." for field in fields if not self.required(field)
        ]


def _property(name: str, kind: str, doc: str) -> list[str]:
    return ["    @property", f"    def {name}(self) -> {kind}:", *_docstring(doc, "        ")]


def _function(define: str, parameters: list[str], answer: str, doc: str) -> Iterator[str]:
    yield f"    {define}("
    yield "        self,"
    for parameter in parameters:
        yield f"        {parameter},"
    yield f"    ) -> {answer}:" + ("" if doc else " ...")
    if doc:
        yield from _docstring(doc, "        ")


def _docstring(text: str, indent: str) -> Iterator[str]:
    first, *rest = text.splitlines()
    yield f'{indent}"""{first}' + ("" if rest else '"""')
    yield from (f"{indent}{line}".rstrip() for line in rest)
    if rest:
        yield f'{indent}"""'


def _alias(module: str) -> str:
    """`user_pb2`, or `user_v2_user_pb2` for `zitadel.user.v2.user_pb2`: several folders have modules of one name."""
    return module.removeprefix("zitadel.").removeprefix("google.protobuf.").replace(".", "_")


def _import(module: str) -> str:
    package, _, name = module.rpartition(".")
    alias = _alias(module)
    return f"from {package} import {name}" + (f" as {alias}" if alias != name else "")


def _scalar(field: FieldDescriptor) -> str:
    return "bytes" if field.type == FieldDescriptor.TYPE_BYTES else SCALARS.get(field.cpp_type, "int")


def _combines(search: Search, key: str) -> bool:
    return key in search.filters and search.filters[key].kind == key


if __name__ == "__main__":
    print(f"{Path(__file__).name} is called by generate.py", file=sys.stderr)
    raise SystemExit(2)
