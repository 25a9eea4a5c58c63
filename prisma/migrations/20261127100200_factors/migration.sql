-- The second step: what a user set up for it, and what it takes when that is lost. tenant_id is the user's home.

CREATE TABLE factors (
  tenant_id      uuid            NOT NULL,
  id             uuid            NOT NULL,
  user_id        uuid            NOT NULL,
  kind           text            NOT NULL,
  name           text            NOT NULL,
  state          text            NOT NULL,
  -- Of an authenticator its secret, of text messages the number.
  secret_sealed  text,
  -- Of an authenticator: the time step of the last code, which can never be used again.
  last_step      bigint,
  -- Of a number: its keyed hash, and the last two digits.
  phone_hash     text,
  ending         text,
  -- Of a passkey.
  credential_id  text            UNIQUE,
  public_key     bytea,
  counter        bigint,
  transports     text[]          NOT NULL DEFAULT ARRAY[]::text[],
  -- The sign-in or session that began it, and what it takes the place of.
  begun_by       uuid            NOT NULL,
  replaces_id    uuid,
  created_at     timestamptz(3)  NOT NULL,
  expires_at     timestamptz(3),
  linked_at      timestamptz(3),
  last_used_at   timestamptz(3),

  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT factors_kind   CHECK (kind IN ('authenticator', 'passkey', 'sms')),
  CONSTRAINT factors_state  CHECK (state IN ('pending', 'linked', 'off')),
  CONSTRAINT factors_linked CHECK ((state = 'pending') = (linked_at IS NULL)
                               AND (state = 'pending') = (expires_at IS NOT NULL)),
  -- Linked means that it was shown to work. A passkey does so as it is made.
  CONSTRAINT factors_of_their_kind CHECK (
    CASE kind
      WHEN 'authenticator' THEN secret_sealed IS NOT NULL AND (state = 'pending' OR last_step IS NOT NULL)
      WHEN 'sms'           THEN secret_sealed IS NOT NULL AND phone_hash IS NOT NULL AND ending IS NOT NULL
      WHEN 'passkey'       THEN state <> 'pending' AND credential_id IS NOT NULL AND public_key IS NOT NULL AND counter IS NOT NULL
    END
  )
);

-- Of each kind only the newest begun linking can be finished, and one number gets the codes.
CREATE UNIQUE INDEX factors_one_pending ON factors (tenant_id, user_id, kind) WHERE state = 'pending';
CREATE UNIQUE INDEX factors_one_phone ON factors (tenant_id, user_id) WHERE kind = 'sms' AND state <> 'pending';
CREATE INDEX ON factors (tenant_id, user_id);
CREATE INDEX ON factors (phone_hash);

CREATE TABLE recovery_codes (
  tenant_id  uuid            NOT NULL,
  user_id    uuid            NOT NULL,
  code_hash  text            NOT NULL,
  made_at    timestamptz(3)  NOT NULL,
  kept_at    timestamptz(3),  -- When its owner said that they saved it.

  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE
);

-- Made when an authenticator is unlinked; asked beside the password before a new one may be linked.
CREATE TABLE relink_codes (
  tenant_id   uuid            NOT NULL,
  user_id     uuid            NOT NULL,
  code_hash   text            NOT NULL,
  made_by_id  uuid            NOT NULL,
  made_by     text            NOT NULL,
  made_at     timestamptz(3)  NOT NULL,
  expires_at  timestamptz(3)  NOT NULL,
  tries       integer         NOT NULL DEFAULT 0,

  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT relink_codes_tries CHECK (tries BETWEEN 0 AND 5)
);

-- Wrong second factors of a user over all methods and all sign-ins. The right password never clears it.
CREATE TABLE second_factor_counters (
  tenant_id          uuid            NOT NULL,
  user_id            uuid            NOT NULL,
  window_started_at  timestamptz(3)  NOT NULL,
  in_window          integer         NOT NULL,
  consecutive        integer         NOT NULL,

  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE
);
