"""The tables of the store, and which unique index answers which ALREADY_EXISTS."""

from __future__ import annotations

VERSION = 1

# created and changed are microseconds since the epoch; sequence is that of the event that changed the row last. Foreign
# keys cascade, so that removing a user, a project or a project grant removes what hangs on it. Lists of roles are JSON.
_CHANGE = "created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL"
_USER = "TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE"
_PROJECT = "TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE"

TABLES = f"""
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
  position INTEGER PRIMARY KEY, aggregate TEXT NOT NULL, aggregate_id TEXT NOT NULL, sequence INTEGER NOT NULL,
  type TEXT NOT NULL, owner TEXT NOT NULL, editor TEXT NOT NULL, created INTEGER NOT NULL,
  data TEXT NOT NULL DEFAULT '{{}}');
CREATE INDEX events_of ON events(aggregate, aggregate_id, sequence);

CREATE TABLE orgs (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1, primary_domain TEXT NOT NULL, {_CHANGE});
CREATE UNIQUE INDEX org_name_taken ON orgs(lower(name)) WHERE state <> 0;
CREATE TABLE org_domains (
  org_id TEXT NOT NULL REFERENCES orgs(id), domain TEXT NOT NULL, is_verified INTEGER NOT NULL DEFAULT 0,
  is_primary INTEGER NOT NULL DEFAULT 0, validation_type INTEGER NOT NULL DEFAULT 0, {_CHANGE},
  PRIMARY KEY (org_id, domain));
CREATE UNIQUE INDEX org_domain_taken ON org_domains(lower(domain)) WHERE is_verified;

CREATE TABLE users (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL REFERENCES orgs(id), user_name TEXT NOT NULL, type INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, {_CHANGE},
  tokens_after INTEGER NOT NULL DEFAULT 0,
  first_name TEXT, last_name TEXT, nick_name TEXT, display_name TEXT, language TEXT, gender INTEGER,
  email TEXT, email_verified INTEGER, phone TEXT, phone_verified INTEGER,
  password_hash TEXT, password_changed INTEGER, password_change_required INTEGER,
  name TEXT, description TEXT, access_token_type INTEGER, secret_hash TEXT);
CREATE UNIQUE INDEX user_name_taken ON users(lower(user_name));
CREATE INDEX users_by_org ON users(org_id);
CREATE TABLE pats (
  id TEXT PRIMARY KEY, user_id {_USER}, org_id TEXT NOT NULL, token_hash BLOB NOT NULL, expires INTEGER NOT NULL,
  scopes TEXT NOT NULL, position INTEGER NOT NULL, {_CHANGE});
CREATE UNIQUE INDEX pats_by_token ON pats(token_hash);
CREATE INDEX pats_by_user ON pats(user_id);
CREATE TABLE access_tokens (
  token_hash BLOB PRIMARY KEY, user_id {_USER}, expires INTEGER NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE machine_keys (
  id TEXT PRIMARY KEY, user_id {_USER}, org_id TEXT NOT NULL, type INTEGER NOT NULL, expires INTEGER NOT NULL,
  public_key BLOB NOT NULL, {_CHANGE});
CREATE INDEX machine_keys_by_user ON machine_keys(user_id);
CREATE TABLE user_metadata (
  user_id {_USER}, org_id TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, {_CHANGE}, PRIMARY KEY (user_id, key));
CREATE TABLE org_metadata (
  org_id TEXT NOT NULL REFERENCES orgs(id), key TEXT NOT NULL, value BLOB NOT NULL, {_CHANGE},
  PRIMARY KEY (org_id, key));

CREATE TABLE projects (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL REFERENCES orgs(id), name TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1,
  role_assertion INTEGER NOT NULL DEFAULT 0, role_check INTEGER NOT NULL DEFAULT 0,
  has_project_check INTEGER NOT NULL DEFAULT 0, private_labeling INTEGER NOT NULL DEFAULT 0, {_CHANGE});
CREATE UNIQUE INDEX project_name_taken ON projects(org_id, lower(name));
CREATE TABLE roles (
  project_id {_PROJECT}, key TEXT NOT NULL, display_name TEXT NOT NULL, role_group TEXT NOT NULL, {_CHANGE});
CREATE UNIQUE INDEX role_taken ON roles(project_id, lower(key));
CREATE TABLE project_grants (
  id TEXT PRIMARY KEY, project_id {_PROJECT}, org_id TEXT NOT NULL, granted_org_id TEXT NOT NULL REFERENCES orgs(id),
  roles TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1, {_CHANGE});
-- SQLite names a unique index in its error only if the index is of an expression.
CREATE UNIQUE INDEX project_grant_taken ON project_grants(project_id, lower(granted_org_id));
CREATE TABLE apps (
  id TEXT PRIMARY KEY, project_id {_PROJECT}, org_id TEXT NOT NULL, name TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, kind TEXT NOT NULL, client_id TEXT, secret_hash TEXT, config BLOB, {_CHANGE});
CREATE UNIQUE INDEX app_name_taken ON apps(project_id, lower(name));
CREATE TABLE app_keys (
  id TEXT PRIMARY KEY, app_id TEXT NOT NULL REFERENCES apps(id) ON DELETE CASCADE, project_id TEXT NOT NULL,
  org_id TEXT NOT NULL, type INTEGER NOT NULL, expires INTEGER NOT NULL, public_key BLOB NOT NULL, {_CHANGE});
CREATE INDEX app_keys_by_app ON app_keys(app_id);

-- A member of the instance (kind iam), of an organization, of a project or of a project grant; object_id is what of.
CREATE TABLE members (
  user_id {_USER}, kind TEXT NOT NULL, object_id TEXT NOT NULL, org_id TEXT NOT NULL, roles TEXT NOT NULL,
  project_id TEXT REFERENCES projects(id) ON DELETE CASCADE,
  project_grant_id TEXT REFERENCES project_grants(id) ON DELETE CASCADE, {_CHANGE},
  PRIMARY KEY (user_id, kind, object_id));
CREATE INDEX members_of ON members(kind, object_id);
CREATE TABLE user_grants (
  id TEXT NOT NULL UNIQUE, user_id {_USER}, project_id {_PROJECT}, org_id TEXT NOT NULL,
  project_grant_id TEXT REFERENCES project_grants(id) ON DELETE CASCADE, roles TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, {_CHANGE});
CREATE UNIQUE INDEX user_grant_taken ON user_grants(user_id, project_id, org_id, coalesce(project_grant_id, ''));
CREATE INDEX user_grants_by_org ON user_grants(org_id);
CREATE INDEX user_grants_by_project ON user_grants(project_id);
"""

# The message key of ALREADY_EXISTS V3-DKcYh, by the index that a write ran into.
TAKEN = {
    "app_name_taken": "Errors.Project.App.AlreadyExists",
    "org_domain_taken": "Errors.Org.Domain.AlreadyExists",
    "org_name_taken": "Errors.Org.AlreadyExists",
    "project_grant_taken": "Errors.Project.Grant.AlreadyExists",
    "project_name_taken": "Errors.Project.AlreadyExists",
    "role_taken": "Errors.Project.Role.AlreadyExists",
    "user_grant_taken": "Errors.UserGrant.AlreadyExists",
    "user_name_taken": "Errors.User.AlreadyExists",
}
