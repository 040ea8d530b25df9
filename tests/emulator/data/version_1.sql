BEGIN TRANSACTION;
CREATE TABLE access_tokens (
  token_hash BLOB PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, expires INTEGER NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE app_keys (
  id TEXT PRIMARY KEY, app_id TEXT NOT NULL REFERENCES apps(id) ON DELETE CASCADE, project_id TEXT NOT NULL,
  org_id TEXT NOT NULL, type INTEGER NOT NULL, expires INTEGER NOT NULL, public_key BLOB NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
CREATE TABLE apps (
  id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, org_id TEXT NOT NULL, name TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, kind TEXT NOT NULL, client_id TEXT, secret_hash TEXT, config BLOB, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
CREATE TABLE events (
  position INTEGER PRIMARY KEY, aggregate TEXT NOT NULL, aggregate_id TEXT NOT NULL, sequence INTEGER NOT NULL,
  type TEXT NOT NULL, owner TEXT NOT NULL, editor TEXT NOT NULL, created INTEGER NOT NULL,
  data TEXT NOT NULL DEFAULT '{}');
INSERT INTO "events" VALUES(1,'org','647884717248479233',1,'org.added','647884717248479233','647884717248479234',1795698984278667,'{}');
INSERT INTO "events" VALUES(2,'org','647884717248479233',2,'org.domain.primary.set','647884717248479233','647884717248479234',1795698984278815,'{}');
INSERT INTO "events" VALUES(3,'user','647884717248479234',1,'user.machine.added','647884717248479233','647884717248479234',1795698984278912,'{}');
INSERT INTO "events" VALUES(4,'instance','647884717248479232',1,'instance.member.added','647884717248479232','647884717248479234',1795698984279004,'{}');
INSERT INTO "events" VALUES(5,'user','647884717248479234',2,'user.pat.added','647884717248479233','647884717248479234',1795698984279212,'{}');
INSERT INTO "events" VALUES(6,'user','647884717953122304',1,'user.machine.added','647884717248479233','647884717248479234',1795698984698243,'{}');
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "facts" VALUES('default_org_id','647884717248479233');
INSERT INTO "facts" VALUES('instance_id','647884717248479232');
INSERT INTO "facts" VALUES('owner_id','647884717248479234');
INSERT INTO "facts" VALUES('owner_token_id','647884717248479235');
CREATE TABLE machine_keys (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, org_id TEXT NOT NULL, type INTEGER NOT NULL, expires INTEGER NOT NULL,
  public_key BLOB NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
CREATE TABLE members (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, kind TEXT NOT NULL, object_id TEXT NOT NULL, org_id TEXT NOT NULL, roles TEXT NOT NULL,
  project_id TEXT REFERENCES projects(id) ON DELETE CASCADE,
  project_grant_id TEXT REFERENCES project_grants(id) ON DELETE CASCADE, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL,
  PRIMARY KEY (user_id, kind, object_id));
INSERT INTO "members" VALUES('647884717248479234','iam','647884717248479232','647884717248479232','["IAM_OWNER"]',NULL,NULL,1795698984279004,1795698984279004,1);
CREATE TABLE org_domains (
  org_id TEXT NOT NULL REFERENCES orgs(id), domain TEXT NOT NULL, is_verified INTEGER NOT NULL DEFAULT 0,
  is_primary INTEGER NOT NULL DEFAULT 0, validation_type INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL,
  PRIMARY KEY (org_id, domain));
INSERT INTO "org_domains" VALUES('647884717248479233','zitadel.localhost',1,1,0,1795698984278815,1795698984278815,2);
CREATE TABLE org_metadata (
  org_id TEXT NOT NULL REFERENCES orgs(id), key TEXT NOT NULL, value BLOB NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL,
  PRIMARY KEY (org_id, key));
CREATE TABLE orgs (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1, primary_domain TEXT NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
INSERT INTO "orgs" VALUES('647884717248479233','ZITADEL',1,'zitadel.localhost',1795698984278667,1795698984278667,1);
CREATE TABLE pats (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, org_id TEXT NOT NULL, token_hash BLOB NOT NULL, expires INTEGER NOT NULL,
  scopes TEXT NOT NULL, position INTEGER NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
INSERT INTO "pats" VALUES('647884717248479235','647884717248479234','647884717248479233',X'64BBD24670150C50A89277B153484AD78AB9B77D79046CA9E74309A5901D24E6',253402300799000000,'["openid", "profile", "urn:zitadel:iam:user:metadata", "urn:zitadel:iam:user:resourceowner"]',5,1795698984279212,1795698984279212,2);
CREATE TABLE project_grants (
  id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, org_id TEXT NOT NULL, granted_org_id TEXT NOT NULL REFERENCES orgs(id),
  roles TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
CREATE TABLE projects (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL REFERENCES orgs(id), name TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1,
  role_assertion INTEGER NOT NULL DEFAULT 0, role_check INTEGER NOT NULL DEFAULT 0,
  has_project_check INTEGER NOT NULL DEFAULT 0, private_labeling INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
CREATE TABLE roles (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, key TEXT NOT NULL, display_name TEXT NOT NULL, role_group TEXT NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
CREATE TABLE user_grants (
  id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, org_id TEXT NOT NULL,
  project_grant_id TEXT REFERENCES project_grants(id) ON DELETE CASCADE, roles TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL);
CREATE TABLE user_metadata (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, org_id TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (user_id, key));
CREATE TABLE users (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL REFERENCES orgs(id), user_name TEXT NOT NULL, type INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL,
  tokens_after INTEGER NOT NULL DEFAULT 0,
  first_name TEXT, last_name TEXT, nick_name TEXT, display_name TEXT, language TEXT, gender INTEGER,
  email TEXT, email_verified INTEGER, phone TEXT, phone_verified INTEGER,
  password_hash TEXT, password_changed INTEGER, password_change_required INTEGER,
  name TEXT, description TEXT, access_token_type INTEGER, secret_hash TEXT);
INSERT INTO "users" VALUES('647884717248479234','647884717248479233','owner',2,1,1795698984278912,1795698984278912,1,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Owner','',0,NULL);
INSERT INTO "users" VALUES('647884717953122304','647884717248479233','robot-of-version-1',2,1,1795698984698243,1795698984698243,1,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Robot','',0,NULL);
CREATE INDEX events_of ON events(aggregate, aggregate_id, sequence);
CREATE UNIQUE INDEX org_name_taken ON orgs(lower(name)) WHERE state <> 0;
CREATE UNIQUE INDEX org_domain_taken ON org_domains(lower(domain)) WHERE is_verified;
CREATE UNIQUE INDEX user_name_taken ON users(lower(user_name));
CREATE INDEX users_by_org ON users(org_id);
CREATE UNIQUE INDEX pats_by_token ON pats(token_hash);
CREATE INDEX pats_by_user ON pats(user_id);
CREATE INDEX machine_keys_by_user ON machine_keys(user_id);
CREATE UNIQUE INDEX project_name_taken ON projects(org_id, lower(name));
CREATE UNIQUE INDEX role_taken ON roles(project_id, lower(key));
CREATE UNIQUE INDEX project_grant_taken ON project_grants(project_id, lower(granted_org_id));
CREATE UNIQUE INDEX app_name_taken ON apps(project_id, lower(name));
CREATE INDEX app_keys_by_app ON app_keys(app_id);
CREATE INDEX members_of ON members(kind, object_id);
CREATE UNIQUE INDEX user_grant_taken ON user_grants(user_id, project_id, org_id, coalesce(project_grant_id, ''));
CREATE INDEX user_grants_by_org ON user_grants(org_id);
CREATE INDEX user_grants_by_project ON user_grants(project_id);
COMMIT;
PRAGMA user_version = 1;
