"""`diagnose()` inside a cluster: it names the argument that reaches the instance, by each version's rules."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from zitadel import management_pb2

import zgrpc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOMAIN = "acme.example.com"
HEALTHZ = "/zitadel.management.v1.ManagementService/Healthz"
Headers = dict[str, str]
Rule = tuple[str, ...]

BEFORE_4_7_1 = ("x-zitadel-instance-host", "x-forwarded-host", ":authority")
FROM_4_7_1 = ("x-zitadel-instance-host", "x-forwarded-host", ":authority", "public host must be trusted")
FROM_4_14 = ("x-zitadel-instance-host", ":authority", "public host must be trusted")


class Server(grpc.GenericRpcHandler):
    """A ZITADEL that finds its one instance by a version's rule, behind a proxy that adds headers."""

    def __init__(self, rule: Rule, added: Headers) -> None:
        self.rule = rule
        self.added = added

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> Any:
        if handler_call_details.method != HEALTHZ:
            return None
        return grpc.unary_unary_rpc_method_handler(
            self.healthz, response_serializer=management_pb2.HealthzResponse.SerializeToString
        )

    def healthz(self, _: bytes, context: Any) -> management_pb2.HealthzResponse:
        headers = {key: str(value) for key, value in context.invocation_metadata()} | self.added
        # grpcio has no other place for a call's authority.
        headers.setdefault(":authority", context._rpc_event.call_details.host.decode())
        taken = next(headers[name] for name in self.rule if name in headers)
        public = headers.get("x-zitadel-public-host", "")
        where = f"using origin &{{{taken} {public} http}} (ExternalDomain is {DOMAIN})"
        if taken != DOMAIN:
            context.abort(grpc.StatusCode.NOT_FOUND, f"unable to set instance {where}: ID=QUERY-1kIjX")
        if "public host must be trusted" in self.rule and public not in ("", DOMAIN):
            reason = f'Parent=(public domain "{public}" not trusted)'
            context.abort(grpc.StatusCode.NOT_FOUND, f"unable to set instance {where}: ID=QUERY-IuGh1 {reason}")
        return management_pb2.HealthzResponse()


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Start a server by a rule, with the headers that a proxy adds; returns its URL."""
    servers = []

    def start(rule: Rule, **added: str) -> str:
        server = grpc.server(ThreadPoolExecutor(2))
        server.add_generic_rpc_handlers((Server(rule, {name.replace("_", "-"): added[name] for name in added}),))
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        servers.append(server)
        return f"http://127.0.0.1:{port}"

    yield start
    for server in servers:
        server.stop(None).wait()


def advice(url: str, **options: Any) -> tuple[str, str]:
    with zgrpc.Client(url, **options) as client:
        problem = client.diagnose().problem
    assert problem is not None
    assert problem.name == "instance"
    return problem.detail, problem.advice


@pytest.mark.parametrize("rule", [BEFORE_4_7_1, FROM_4_7_1, FROM_4_14], ids=["4.7.0", "4.7.1", "4.14"])
def test_the_instance_host_is_named_first_and_reaches_the_instance(serve: Callable[..., str], rule: Rule) -> None:
    url = serve(rule)
    _, says = advice(url)
    assert says.startswith(f"pass instance_host={DOMAIN!r}: tried here, and an instance answers")
    assert f"authority={DOMAIN!r}" in says
    with zgrpc.Client(url, instance_host=DOMAIN) as client:
        assert client.diagnose().checks[3].ok


@pytest.mark.parametrize(("rule", "works"), [(BEFORE_4_7_1, True), (FROM_4_7_1, True), (FROM_4_14, False)])
def test_a_forwarded_host_is_named_only_where_the_version_reads_it(
    serve: Callable[..., str], rule: Rule, works: bool
) -> None:
    _, says = advice(serve(rule))
    assert ("x-forwarded-host" in says) is works


def test_an_authority_that_a_proxy_overrules_is_not_named(serve: Callable[..., str]) -> None:
    _, says = advice(serve(BEFORE_4_7_1, x_forwarded_host="zitadel.auth.svc"))
    assert f"instance_host={DOMAIN!r}" in says
    assert "authority=" not in says


def test_the_domain_that_the_server_took_is_shown(serve: Callable[..., str]) -> None:
    detail, _ = advice(serve(BEFORE_4_7_1, x_forwarded_host="zitadel.auth.svc"), authority=DOMAIN)
    assert "the server took 'zitadel.auth.svc' for it" in detail


@pytest.mark.parametrize("rule", [FROM_4_7_1, FROM_4_14], ids=["4.7.1", "4.14"])
def test_a_public_host_that_the_instance_does_not_trust_is_named(serve: Callable[..., str], rule: Rule) -> None:
    url = serve(rule)
    metadata = {"x-zitadel-public-host": "10.244.0.244"}
    detail, says = advice(url, instance_host=DOMAIN, metadata=metadata)
    assert detail == "the instance does not trust the public host '10.244.0.244'"
    assert says.startswith(f"pass instance_host={DOMAIN!r}: tried here")


def test_tried_calls_leave_out_the_instance_names_of_the_client(serve: Callable[..., str]) -> None:
    wrong = {"x-zitadel-instance-host": "no.example", "x-forwarded-host": "no.example"}
    _, says = advice(serve(BEFORE_4_7_1), metadata=wrong)
    assert f"authority={DOMAIN!r}" in says


def test_no_name_is_suggested_if_none_works(serve: Callable[..., str]) -> None:
    _, says = advice(serve(("x-elsewhere", ":authority"), x_elsewhere="no.example"))
    assert "as its console's URL shows it" in says
    assert "tried here" not in says
