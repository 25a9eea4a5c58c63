-- Organisations: what they hold, how their members sign in, and which roles they give.
--
-- Throughout: the key of a table with a tenant begins with tenant_id and references carry it along, because row-level security does
-- not look at foreign keys and unique indexes: without it, a reference could reach into another organisation.

CREATE TABLE tenants (
  id          uuid            PRIMARY KEY,
  name        text            NOT NULL,
  created_at  timestamptz(3)  NOT NULL
);

-- The operators' list of organisations, sorted as people sort names.
CREATE INDEX tenants_by_name ON tenants ((name COLLATE "und-x-icu"), id);

CREATE TABLE packages (
  tenant_id  uuid            PRIMARY KEY REFERENCES tenants ON DELETE RESTRICT ON UPDATE CASCADE,
  kind       text            NOT NULL,
  status     text            NOT NULL DEFAULT 'active',
  seats      integer         NOT NULL,
  holder_id  uuid,           -- The membership of the package holder: one column, so never two.
  ends_at    timestamptz(3),

  UNIQUE (tenant_id, holder_id),
  CONSTRAINT packages_kind   CHECK (kind IN ('entry', 'institution', 'provider', 'platform')),
  CONSTRAINT packages_status CHECK (status IN ('active', 'suspended', 'ended')),
  -- Only these have room for more people than one.
  CONSTRAINT packages_seats  CHECK (seats >= 1 AND (kind IN ('institution', 'platform') OR seats = 1))
);

-- No row: the organisation has the policy of its package.
CREATE TABLE policies (
  tenant_id       uuid            PRIMARY KEY REFERENCES tenants ON DELETE RESTRICT ON UPDATE CASCADE,
  allowed         text[]          NOT NULL DEFAULT ARRAY[]::text[],
  phased_out      text[]          NOT NULL DEFAULT ARRAY[]::text[],  -- Allowed before, and still until grace_ends_at.
  grace_ends_at   timestamptz(3),
  passkey_alone   boolean         NOT NULL,
  idle_minutes    integer         NOT NULL,
  absolute_hours  integer         NOT NULL,
  password_min    integer         NOT NULL,
  changed_at      timestamptz(3)  NOT NULL,
  -- Members are told in pages that a factor of theirs is phased out.
  reminded_at     timestamptz(3),
  notified_up_to  uuid,

  -- The e-mail code is no factor to begin with: one thing that can be linked is always allowed.
  CONSTRAINT policies_allowed       CHECK (allowed <@ ARRAY['authenticator', 'passkey', 'sms', 'email']
                                       AND allowed && ARRAY['authenticator', 'passkey', 'sms']),
  CONSTRAINT policies_phased_out    CHECK (phased_out <@ ARRAY['authenticator', 'passkey', 'sms', 'email']),
  CONSTRAINT policies_grace         CHECK ((grace_ends_at IS NULL) = (cardinality(phased_out) = 0)),
  CONSTRAINT policies_passkey_alone CHECK (NOT passkey_alone OR 'passkey' = ANY (allowed)),
  CONSTRAINT policies_limits        CHECK (idle_minutes BETWEEN 5 AND 120
                                       AND absolute_hours BETWEEN 1 AND 24
                                       AND password_min BETWEEN 8 AND 64)
);

-- Ranks and permissions of the built-in roles are those of packages/domain: every migrate makes them so again.
CREATE TABLE roles (
  tenant_id  uuid     NOT NULL REFERENCES tenants ON DELETE RESTRICT ON UPDATE CASCADE,
  id         uuid     NOT NULL,
  built_in   text,    -- Null: made by the organisation.
  name       text     NOT NULL,
  rank       integer  NOT NULL,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, built_in),
  UNIQUE (tenant_id, name),
  CONSTRAINT roles_built_in CHECK (built_in IN ('holder', 'administrator', 'editor', 'reader', 'api', 'operator'))
);

CREATE TABLE role_permissions (
  tenant_id   uuid  NOT NULL,
  role_id     uuid  NOT NULL,
  permission  text  NOT NULL,

  PRIMARY KEY (tenant_id, role_id, permission),
  FOREIGN KEY (tenant_id, role_id) REFERENCES roles ON DELETE CASCADE ON UPDATE CASCADE
);
