-- What happened, what is counted, and what is still to be sent.

-- Only ever inserted. tenant_id has no reference: an event outlives what it is about.
CREATE TABLE audit_events (
  tenant_id     uuid            NOT NULL,
  id            uuid            NOT NULL,
  at            timestamptz(3)  NOT NULL,
  -- Who: as they were at that moment.
  actor_id      uuid,
  actor_name    text,
  actor_role    text,
  factors       text,
  on_behalf_of  text,
  -- What, and how it went.
  action        text            NOT NULL,
  outcome       text            NOT NULL,
  reason        text,
  -- To what or whom.
  object_kind   text,
  object_id     uuid,
  object_name   text,
  before        jsonb,
  after         jsonb,
  -- From where.
  ip            text,
  user_agent    text,
  request_id    text,

  PRIMARY KEY (tenant_id, id),
  CONSTRAINT audit_events_outcome CHECK (outcome IN ('success', 'failure', 'denied'))
);

CREATE INDEX ON audit_events (tenant_id, at DESC, id DESC);
-- For find_last_lockout: without it that question reads the whole log of a large organisation.
CREATE INDEX audit_events_lockouts ON audit_events (tenant_id, (coalesce(object_id, actor_id)), at DESC, id DESC)
  WHERE action IN ('user.deactivated', 'authenticator.switched-off');

CREATE TABLE throttle_counters (
  key                text            PRIMARY KEY,
  count              integer         NOT NULL,
  window_started_at  timestamptz(3)  NOT NULL,
  window_ends_at     timestamptz(3)  NOT NULL
);

CREATE INDEX ON throttle_counters (window_ends_at);

-- What operators, or a limit that tripped, switched off on the whole platform. No row: it is on.
CREATE TABLE kill_switches (
  name    text            PRIMARY KEY,
  off_at  timestamptz(3)  NOT NULL,
  reason  text            NOT NULL,

  CONSTRAINT kill_switches_name CHECK (name IN ('sms'))
);

-- The outbox: written in the transaction of what it tells, sent afterwards.
CREATE TABLE messages (
  id                   uuid            PRIMARY KEY,
  tenant_id            uuid            NOT NULL,
  template             text            NOT NULL,
  membership_id        uuid            NOT NULL,
  payload_sealed       text,
  state                text            NOT NULL DEFAULT 'waiting',
  tries                integer         NOT NULL DEFAULT 0,
  send_attempts        integer         NOT NULL DEFAULT 0,
  created_at           timestamptz(3)  NOT NULL,
  next_try_at          timestamptz(3)  NOT NULL,
  lease_until          timestamptz(3),
  transport_called_at  timestamptz(3),
  sent_at              timestamptz(3),
  error                text,
  -- Of a text message: the vendor's id of it, and what the vendor says became of it.
  provider_id          text,
  delivery             text,

  CONSTRAINT messages_state         CHECK (state IN ('waiting', 'sent', 'failed')),
  CONSTRAINT messages_delivery      CHECK (delivery IN ('delivered', 'undelivered')),
  -- Whatever breaks, nobody gets the same message more than twice.
  CONSTRAINT messages_send_attempts CHECK (send_attempts BETWEEN 0 AND 2),
  -- Once a message has left, or never will, nothing of its content stays.
  CONSTRAINT messages_wiped         CHECK ((state = 'waiting') = (payload_sealed IS NOT NULL))
);

CREATE INDEX ON messages (state, next_try_at);
CREATE INDEX ON messages (provider_id);
