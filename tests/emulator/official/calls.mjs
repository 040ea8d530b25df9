// Calls of ZITADEL's JavaScript client (@zitadel/client) to the emulator: gRPC, Connect and gRPC-Web on one port.
// Argument: a JSON file with the origin, the owner's token, and the id of an organization.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Code, ConnectError } from "@connectrpc/connect";
import { createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-node";
import { NewAuthorizationBearerInterceptor, timestampDate } from "@zitadel/client";
import { createServerTransport } from "@zitadel/client/node";
import { createClientTransport } from "@zitadel/client/web";
import { createAuthServiceClient, createManagementServiceClient } from "@zitadel/client/v1";
import {
  createFeatureServiceClient,
  createOrganizationServiceClient,
  createSessionServiceClient,
  createSettingsServiceClient,
  createUserServiceClient,
  makeReqCtx,
} from "@zitadel/client/v2";

const { origin: baseUrl, token, org_id: orgId } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const interceptors = [NewAuthorizationBearerInterceptor(token)];
const transports = {
  grpc: createServerTransport(token, { baseUrl }),
  "connect, JSON": createConnectTransport({ baseUrl, httpVersion: "1.1", interceptors }),
  "connect, binary": createConnectTransport({ baseUrl, httpVersion: "1.1", interceptors, useBinaryFormat: true }),
  "connect of browsers": createClientTransport(token, { baseUrl }),
  "grpc-web": createGrpcWebTransport({ baseUrl, httpVersion: "1.1", interceptors }),
};

async function refused(call, code, message, details = 1) {
  await assert.rejects(call, (error) => {
    assert(error instanceof ConnectError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    assert.equal(error.details.length, details, error.message);
    return true;
  });
}

async function calls(transport, name) {
  const users = createUserServiceClient(transport);
  const username = `ada-${name.replace(/\W+/g, "-")}`;
  const added = await users.addHumanUser({
    username,
    organization: { org: { case: "orgId", value: orgId } },
    profile: { givenName: "Ada", familyName: "Lövelace" },
    email: { email: `${username}@people.example`, verification: { case: "isVerified", value: true } },
    passwordType: { case: "password", value: { password: "Passw0rd!", changeRequired: false } },
  });
  const { user } = await users.getUserByID({ userId: added.userId });
  assert.equal(user.type.case, "human");
  assert.equal(user.type.value.profile.familyName, "Lövelace");
  assert(timestampDate(user.details.creationDate) <= new Date(Date.now() + 60_000));
  const listed = await users.listUsers({
    query: { limit: 5 },
    queries: [{ query: { case: "userNameQuery", value: { userName: username } } }],
  });
  assert.deepEqual(listed.result.map((found) => found.userId), [added.userId]);
  assert.equal(listed.details.totalResult, 1n);

  const sessions = createSessionServiceClient(transport);
  const session = await sessions.createSession({
    checks: {
      user: { search: { case: "userId", value: added.userId } },
      password: { password: "Passw0rd!" },
    },
    metadata: { from: new TextEncoder().encode("test") },
  });
  const got = (await sessions.getSession({ sessionId: session.sessionId })).session;
  assert.equal(got.factors.user.loginName.split("@")[0], username);
  assert.equal(new TextDecoder().decode(got.metadata.from), "test");
  await sessions.deleteSession({ sessionId: session.sessionId });

  const organizations = await createOrganizationServiceClient(transport).listOrganizations({});
  assert(organizations.result.some((org) => org.id === orgId));
  const login = await createSettingsServiceClient(transport).getLoginSettings({ ctx: makeReqCtx(orgId) });
  assert.equal(login.settings.allowUsernamePassword, true);
  await createFeatureServiceClient(transport).getInstanceFeatures({ inheritance: true });

  await users.deleteUser({ userId: added.userId });
  await refused(users.getUserByID({ userId: added.userId }), Code.NotFound, /QUERY-Dfbg2/);
  await refused(users.getUserByID({}), Code.InvalidArgument, /UserId/, 0);
}

// v1 speaks gRPC and gRPC-Web alone.
async function oldCalls(transport) {
  assert.equal((await createAuthServiceClient(transport).getMyUser({})).user.userName, "owner");
  const management = createManagementServiceClient(transport);
  const headers = { "x-zitadel-orgid": orgId };
  assert.equal((await management.getMyOrg({}, { headers })).org.id, orgId);
  const { id } = await management.addProject({ name: "shop" }, { headers });
  const found = await management.listProjects({ queries: [] }, { headers });
  assert.deepEqual(found.result.map((project) => project.id), [id]);
  await management.removeProject({ id }, { headers });
  await refused(management.getProjectByID({ id }, { headers }), Code.NotFound, /not be found|not found/);
}

for (const [name, transport] of Object.entries(transports)) {
  await calls(transport, name);
  if (name.startsWith("grpc")) {
    await oldCalls(transport);
  }
}
const stranger = createServerTransport("wrong", { baseUrl });
await refused(createUserServiceClient(stranger).getUserByID({ userId: "1" }), Code.Unauthenticated, /AUTH|invalid/i);
console.log("ok");
process.exit(0); // the connections of HTTP/2 would stay open
