-- Signing in: what stands between the password and the session, the session, and the devices that had one.
-- Of every token only the hash is kept.

-- A sign-in between two steps: at every step a new row with a new token.
CREATE TABLE sign_in_attempts (
  id               uuid            PRIMARY KEY,
  token_hash       bytea           NOT NULL UNIQUE,
  tenant_id        uuid            NOT NULL,
  user_id          uuid            NOT NULL,
  membership_id    uuid            NOT NULL,  -- Where they will work.
  step             text            NOT NULL,
  tries            integer         NOT NULL DEFAULT 0,
  shown            text,           -- The method of the second step, when another step follows it.
  password_proven  boolean         NOT NULL DEFAULT true,
  -- How far the phone's clock was off, by a wrong code that would have been right then. The step of a code from the future is told
  -- when another one agrees, and not before: a guesser could wait for it.
  clock_off        integer,
  clock_step       integer,
  created_at       timestamptz(3)  NOT NULL,
  expires_at       timestamptz(3)  NOT NULL,

  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT sign_in_attempts_step  CHECK (step IN ('factor', 'relink', 'enrol', 'keep-recovery-code')),
  CONSTRAINT sign_in_attempts_shown CHECK (shown IN ('authenticator', 'passkey', 'sms', 'recovery-code')),
  CONSTRAINT sign_in_attempts_tries CHECK (tries BETWEEN 0 AND 5)
);

CREATE INDEX ON sign_in_attempts (tenant_id, user_id);
CREATE INDEX ON sign_in_attempts (expires_at);

-- Six digits that were sent, for one purpose of one sign-in or session (bound_to); another one takes its place.
CREATE TABLE one_time_codes (
  tenant_id   uuid            NOT NULL,
  id          uuid            NOT NULL,
  user_id     uuid            NOT NULL,
  bound_to    uuid            NOT NULL,
  purpose     text            NOT NULL,
  method      text            NOT NULL,
  factor_id   uuid,
  code_hash   text            NOT NULL,
  tries       integer         NOT NULL DEFAULT 0,
  message_id  uuid            NOT NULL,
  created_at  timestamptz(3)  NOT NULL,
  expires_at  timestamptz(3)  NOT NULL,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, bound_to, purpose),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT one_time_codes_purpose CHECK (purpose IN ('sign-in', 'link', 'step-up')),
  CONSTRAINT one_time_codes_method  CHECK (method IN ('sms', 'email')),
  CONSTRAINT one_time_codes_tries   CHECK (tries BETWEEN 0 AND 5),
  -- A code by text message is one for a number: it is void with the number.
  CONSTRAINT one_time_codes_phone   CHECK ((method = 'sms') = (factor_id IS NOT NULL))
);

CREATE INDEX ON one_time_codes (tenant_id, user_id);
CREATE INDEX ON one_time_codes (expires_at);

-- What a passkey must sign, once.
CREATE TABLE passkey_challenges (
  challenge_hash  bytea           PRIMARY KEY,
  purpose         text            NOT NULL,
  home_tenant_id  uuid,
  user_id         uuid,
  bound_to        uuid,
  created_at      timestamptz(3)  NOT NULL,
  expires_at      timestamptz(3)  NOT NULL,

  FOREIGN KEY (home_tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT passkey_challenges_purpose CHECK (purpose IN ('sign-in', 'link', 'step-up', 'alone')),
  -- Only for a sign-in by passkey alone it is not known yet whose it is.
  CONSTRAINT passkey_challenges_owner   CHECK ((user_id IS NULL) = (purpose = 'alone')
                                           AND (user_id IS NULL) = (home_tenant_id IS NULL)
                                           AND (user_id IS NULL) = (bound_to IS NULL))
);

CREATE INDEX ON passkey_challenges (user_id);
CREATE INDEX ON passkey_challenges (expires_at);

-- tenant_id is the organisation that one works in, home_tenant_id where one's factors are kept.
CREATE TABLE sessions (
  tenant_id         uuid            NOT NULL,
  id                uuid            NOT NULL,
  token_hash        bytea           NOT NULL UNIQUE,
  membership_id     uuid            NOT NULL,
  home_tenant_id    uuid            NOT NULL,
  user_id           uuid            NOT NULL,
  opened_at         timestamptz(3)  NOT NULL,
  last_used_at      timestamptz(3)  NOT NULL,
  idle_seconds      integer         NOT NULL,
  ends_at           timestamptz(3)  NOT NULL,
  second_factor     text            NOT NULL,
  second_factor_at  timestamptz(3)  NOT NULL,
  password_proven   boolean         NOT NULL DEFAULT true,  -- False: a passkey alone opened it.
  user_agent        text            NOT NULL,
  ip                text            NOT NULL,

  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, membership_id) REFERENCES memberships ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (home_tenant_id, user_id)  REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT sessions_second_factor CHECK (second_factor IN ('authenticator', 'passkey', 'sms', 'email', 'recovery-code'))
);

CREATE INDEX ON sessions (user_id);
CREATE INDEX ON sessions (tenant_id, membership_id);
CREATE INDEX ON sessions (ends_at);

-- A device that signed in fully; the cookie on it holds the token.
CREATE TABLE known_devices (
  tenant_id   uuid            NOT NULL,
  id          uuid            NOT NULL,
  user_id     uuid            NOT NULL,
  token_hash  bytea           NOT NULL UNIQUE,
  user_agent  text            NOT NULL,
  ip          text            NOT NULL,
  first_at    timestamptz(3)  NOT NULL,
  last_at     timestamptz(3)  NOT NULL,

  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX ON known_devices (tenant_id, user_id);
CREATE INDEX ON known_devices (last_at);

-- Why a person did not get in, under a code that they can read to their package holder.
CREATE TABLE support_codes (
  tenant_id      uuid            NOT NULL,
  code           text            NOT NULL,
  membership_id  uuid            NOT NULL,
  reason         text            NOT NULL,
  details        jsonb           NOT NULL,
  made_at        timestamptz(3)  NOT NULL,
  expires_at     timestamptz(3)  NOT NULL,

  PRIMARY KEY (tenant_id, code),
  UNIQUE (tenant_id, membership_id),
  FOREIGN KEY (tenant_id, membership_id) REFERENCES memberships ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX ON support_codes (expires_at);

-- A link in a mail that works once: using it is one guarded update.
CREATE TABLE links (
  tenant_id      uuid            NOT NULL,
  id             uuid            NOT NULL,
  token_hash     bytea           NOT NULL UNIQUE,
  purpose        text            NOT NULL,
  membership_id  uuid            NOT NULL,
  email          text            NOT NULL,
  created_at     timestamptz(3)  NOT NULL,
  expires_at     timestamptz(3)  NOT NULL,
  used_at        timestamptz(3),
  voided_at      timestamptz(3),

  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, membership_id) REFERENCES memberships ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT links_purpose CHECK (purpose IN (
    'invitation', 'password-reset', 'api-credential', 'operator', 'not-me', 'email-change', 'email-change-stop'
  ))
);

-- Of each purpose only the newest link works. But every mail that asks "was this you?" keeps its own until one of them is used: a
-- sign-in of one's own, or another change of address by a thief, must not void what the owner needs.
CREATE UNIQUE INDEX links_one_open ON links (tenant_id, membership_id, purpose)
  WHERE used_at IS NULL AND voided_at IS NULL AND purpose NOT IN ('not-me', 'email-change-stop');
CREATE INDEX ON links (tenant_id, membership_id);
CREATE INDEX ON links (expires_at);
