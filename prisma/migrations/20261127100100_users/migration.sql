-- Users, who have one home organisation, and their memberships of organisations.

-- The home organisation (tenant_id here) alone may help with a user's factors.
CREATE TABLE users (
  tenant_id   uuid            NOT NULL REFERENCES tenants ON DELETE RESTRICT ON UPDATE CASCADE,
  id          uuid            NOT NULL UNIQUE,
  kind        text            NOT NULL,
  name        text            NOT NULL,
  email       text            NOT NULL,
  language    text            NOT NULL,
  created_at  timestamptz(3)  NOT NULL,

  PRIMARY KEY (tenant_id, id),
  CONSTRAINT users_kind     CHECK (kind IN ('person', 'api')),
  CONSTRAINT users_language CHECK (language IN ('nl', 'en'))
);

-- How a person signs in. The address is unique over all organisations, so tenant code cannot see this table.
CREATE TABLE logins (
  email                text              PRIMARY KEY,
  tenant_id            uuid              NOT NULL,
  user_id              uuid              NOT NULL,
  password_hash        text              NOT NULL,
  password_changed_at  timestamptz(3)    NOT NULL,
  password_void_at     timestamptz(3),   -- The owner said "that was not me": it opens nothing.
  reset_by_mail_at     timestamptz(3),   -- And no strong second factor was shown since.
  preferred_method     text,
  -- What the e-mail code depends on.
  proven_at            timestamptz(3),
  unlinked_at          timestamptz(3),
  email_code_uses      timestamptz(3)[]  NOT NULL DEFAULT ARRAY[]::timestamptz(3)[],

  UNIQUE (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT logins_preferred_method CHECK (preferred_method IN ('authenticator', 'passkey', 'sms', 'email')),
  CONSTRAINT logins_email_code_uses  CHECK (cardinality(email_code_uses) <= 5)
);

-- A user in an organisation. The row carries what the list of users shows, so that a page of a million is one index scan.
CREATE TABLE memberships (
  tenant_id        uuid            NOT NULL REFERENCES tenants ON DELETE RESTRICT ON UPDATE CASCADE,
  id               uuid            NOT NULL,
  home_tenant_id   uuid,
  user_id          uuid,
  kind             text            NOT NULL,
  name             text            NOT NULL,
  email            text            NOT NULL,
  language         text            NOT NULL,
  role_id          uuid            NOT NULL,
  status           text            NOT NULL,
  second_step      text            NOT NULL DEFAULT 'none',
  last_sign_in_at  timestamptz(3),
  invited_by       text,           -- The name at that moment, and the membership.
  inviter_id       uuid,
  created_at       timestamptz(3)  NOT NULL,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, user_id),
  FOREIGN KEY (tenant_id, role_id)      REFERENCES roles ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (home_tenant_id, user_id) REFERENCES users ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT memberships_kind        CHECK (kind IN ('person', 'api')),
  CONSTRAINT memberships_language    CHECK (language IN ('nl', 'en')),
  CONSTRAINT memberships_status      CHECK (status IN ('invited', 'active', 'deactivated')),
  CONSTRAINT memberships_second_step CHECK (second_step IN ('none', 'linked', 'unlinked')),
  -- Before an invitation is accepted there is no user; afterwards there always is.
  CONSTRAINT memberships_user        CHECK ((user_id IS NULL) = (home_tenant_id IS NULL)
                                        AND (user_id IS NULL) = (status = 'invited'))
);

-- The holder is a member, and cannot go while they hold the package.
ALTER TABLE packages ADD CONSTRAINT packages_holder_fkey
  FOREIGN KEY (tenant_id, holder_id) REFERENCES memberships ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One address is one person per organisation; an API user's contact may be anybody's.
CREATE UNIQUE INDEX memberships_person_email ON memberships (tenant_id, email) WHERE kind = 'person';

CREATE INDEX ON memberships (user_id);
CREATE INDEX ON memberships (tenant_id, role_id);
-- For what is counted, and for filters that few members meet.
CREATE INDEX ON memberships (tenant_id, kind, status, second_step);

-- The list of users in each of its orders, and searched by any part of name or address.
CREATE INDEX ON memberships (tenant_id, created_at, id);
CREATE INDEX memberships_by_name ON memberships (tenant_id, (name COLLATE "und-x-icu"), id);
-- Never comes first.
CREATE INDEX memberships_by_last_sign_in ON memberships (tenant_id, greatest(last_sign_in_at, '-infinity'::timestamptz), id);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX memberships_search ON memberships USING gin (lower(name || ' ' || email) gin_trgm_ops);
