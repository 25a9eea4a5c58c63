-- API users: what they may do and how they prove themselves. tenant_id is the home of the user.

CREATE TABLE api_users (
  tenant_id      uuid     NOT NULL,
  user_id        uuid     NOT NULL,
  responsible    text     NOT NULL,
  contact_email  text     NOT NULL,
  scopes         text[]   NOT NULL,
  epoch          integer  NOT NULL DEFAULT 1,  -- Raised to make every access token so far worthless at once.

  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE api_credentials (
  tenant_id     uuid            NOT NULL,
  id            uuid            NOT NULL,
  user_id       uuid            NOT NULL,
  client_id     text            NOT NULL UNIQUE,
  secret_hash   bytea           NOT NULL,
  last_four     text            NOT NULL,
  created_at    timestamptz(3)  NOT NULL,
  last_used_at  timestamptz(3),
  revoked_at    timestamptz(3),

  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX ON api_credentials (tenant_id, user_id);

-- What access tokens are signed with.
CREATE TABLE signing_keys (
  id              text            PRIMARY KEY,
  algorithm       text            NOT NULL,
  public_jwk      jsonb           NOT NULL,
  private_sealed  text            NOT NULL,
  created_at      timestamptz(3)  NOT NULL,
  retired_at      timestamptz(3)
);
