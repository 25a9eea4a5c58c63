-- More ways to take the second step, the policy of an organisation, and what tells people why they do not get in.

-- AlterTable
ALTER TABLE "factors" ADD COLUMN     "counter" BIGINT,
ADD COLUMN     "credential_id" TEXT,
ADD COLUMN     "ending" TEXT,
ADD COLUMN     "number_hash" TEXT,
ADD COLUMN     "public_key" BYTEA,
ADD COLUMN     "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "secret_sealed" DROP NOT NULL;

-- AlterTable
ALTER TABLE "logins" ADD COLUMN     "email_code_uses" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD COLUMN     "password_void_at" TIMESTAMPTZ(3),
ADD COLUMN     "preferred_way" TEXT,
ADD COLUMN     "proven_at" TIMESTAMPTZ(3),
ADD COLUMN     "reset_by_mail_at" TIMESTAMPTZ(3),
ADD COLUMN     "unlinked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "delivery" TEXT,
ADD COLUMN     "provider_id" TEXT;

-- AlterTable
ALTER TABLE "sign_in_attempts" DROP COLUMN "factor",
ADD COLUMN     "clock_off" INTEGER,
ADD COLUMN     "password_proven" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "shown" TEXT;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "password_proven" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "policies" (
    "tenant_id" UUID NOT NULL,
    "allowed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leaving" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "grace_until" TIMESTAMPTZ(3),
    "passkey_alone" BOOLEAN NOT NULL,
    "idle_minutes" INTEGER NOT NULL,
    "absolute_hours" INTEGER NOT NULL,
    "password_min" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "policies_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "one_time_codes" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "bound_to" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "factor_id" UUID,
    "code_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "message_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "one_time_codes_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "passkey_challenges" (
    "challenge_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_tenant_id" UUID,
    "user_id" UUID,
    "bound_to" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenges_pkey" PRIMARY KEY ("challenge_hash")
);

-- CreateTable
CREATE TABLE "known_devices" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_agent" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_devices_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "support_codes" (
    "tenant_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "membership_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_codes_pkey" PRIMARY KEY ("tenant_id","code")
);

-- CreateTable
CREATE TABLE "switches" (
    "name" TEXT NOT NULL,
    "off_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "switches_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "one_time_codes_tenant_id_user_id_idx" ON "one_time_codes"("tenant_id", "user_id");

-- CreateIndex
CREATE INDEX "one_time_codes_expires_at_idx" ON "one_time_codes"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_codes_tenant_id_bound_to_purpose_key" ON "one_time_codes"("tenant_id", "bound_to", "purpose");

-- CreateIndex
CREATE INDEX "passkey_challenges_user_id_idx" ON "passkey_challenges"("user_id");

-- CreateIndex
CREATE INDEX "passkey_challenges_expires_at_idx" ON "passkey_challenges"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "known_devices_token_hash_key" ON "known_devices"("token_hash");

-- CreateIndex
CREATE INDEX "known_devices_tenant_id_user_id_idx" ON "known_devices"("tenant_id", "user_id");

-- CreateIndex
CREATE INDEX "known_devices_last_at_idx" ON "known_devices"("last_at");

-- CreateIndex
CREATE INDEX "support_codes_expires_at_idx" ON "support_codes"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "support_codes_tenant_id_membership_id_key" ON "support_codes"("tenant_id", "membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "factors_credential_id_key" ON "factors"("credential_id");

-- CreateIndex
CREATE INDEX "factors_number_hash_idx" ON "factors"("number_hash");

-- CreateIndex
CREATE INDEX "messages_provider_id_idx" ON "messages"("provider_id");

-- AddForeignKey
ALTER TABLE "policies" ADD CONSTRAINT "policies_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_user_tenant_id_user_id_fkey" FOREIGN KEY ("user_tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_codes" ADD CONSTRAINT "support_codes_tenant_id_membership_id_fkey" FOREIGN KEY ("tenant_id", "membership_id") REFERENCES "memberships"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Closed sets, as in packages/domain.
ALTER TABLE factors DROP CONSTRAINT factors_kind, DROP CONSTRAINT factors_state;
ALTER TABLE factors
  ADD CONSTRAINT factors_kind CHECK (kind IN ('authenticator', 'passkey', 'sms')),
  ADD CONSTRAINT factors_state CHECK (
    (state = 'pending' AND expires_at IS NOT NULL AND linked_at IS NULL)
    OR (state IN ('linked', 'off') AND linked_at IS NOT NULL AND expires_at IS NULL)
  ),
  -- Linked means that it was shown to work: a step that can never be used again, a number, or a key.
  ADD CONSTRAINT factors_of_their_kind CHECK (
    CASE kind
      WHEN 'authenticator' THEN secret_sealed IS NOT NULL AND (state = 'pending' OR last_step IS NOT NULL)
      WHEN 'sms' THEN secret_sealed IS NOT NULL AND number_hash IS NOT NULL AND ending IS NOT NULL
      WHEN 'passkey' THEN state <> 'pending' AND credential_id IS NOT NULL AND public_key IS NOT NULL AND counter IS NOT NULL
    END
  );
DROP INDEX factors_one_pending;
-- Of each kind only the newest begun linking can be finished, and one number gets the codes.
CREATE UNIQUE INDEX factors_one_pending ON factors (tenant_id, user_id, kind) WHERE state = 'pending';
CREATE UNIQUE INDEX factors_one_number ON factors (tenant_id, user_id) WHERE kind = 'sms' AND state <> 'pending';

ALTER TABLE policies
  ADD CONSTRAINT policies_allowed CHECK (
    allowed <@ ARRAY['authenticator', 'passkey', 'sms', 'email'] AND leaving <@ ARRAY['authenticator', 'passkey', 'sms', 'email']
    AND allowed && ARRAY['authenticator', 'passkey', 'sms']
  ),
  ADD CONSTRAINT policies_grace CHECK ((grace_until IS NULL) = (cardinality(leaving) = 0)),
  ADD CONSTRAINT policies_passkey_alone CHECK (NOT passkey_alone OR 'passkey' = ANY (allowed)),
  ADD CONSTRAINT policies_limits CHECK (
    idle_minutes BETWEEN 5 AND 120 AND absolute_hours BETWEEN 1 AND 24 AND password_min BETWEEN 8 AND 64
  );
ALTER TABLE sign_in_attempts
  ADD CONSTRAINT sign_in_attempts_shown CHECK (shown IN ('authenticator', 'passkey', 'sms', 'recovery-code'));
ALTER TABLE logins
  ADD CONSTRAINT logins_preferred_way CHECK (preferred_way IN ('authenticator', 'passkey', 'sms', 'email')),
  ADD CONSTRAINT logins_email_code_uses CHECK (cardinality(email_code_uses) <= 5);
ALTER TABLE sessions
  ADD CONSTRAINT sessions_second_factor CHECK (second_factor IN ('authenticator', 'passkey', 'sms', 'email', 'recovery-code'));
ALTER TABLE one_time_codes
  ADD CONSTRAINT one_time_codes_purpose CHECK (purpose IN ('sign-in', 'link', 'fresh')),
  ADD CONSTRAINT one_time_codes_way CHECK (way IN ('sms', 'email')),
  ADD CONSTRAINT one_time_codes_tries CHECK (tries BETWEEN 0 AND 5);
ALTER TABLE passkey_challenges
  ADD CONSTRAINT passkey_challenges_purpose CHECK (purpose IN ('link', 'sign-in', 'fresh', 'alone')),
  -- Only for a sign-in by passkey alone it is not known yet whose it is.
  ADD CONSTRAINT passkey_challenges_owner CHECK (
    (purpose = 'alone') = (user_id IS NULL) AND (user_id IS NULL) = (user_tenant_id IS NULL) AND (user_id IS NULL) = (bound_to IS NULL)
  );
ALTER TABLE links DROP CONSTRAINT links_purpose;
ALTER TABLE links ADD CONSTRAINT links_purpose CHECK (
  purpose IN ('invitation', 'password-reset', 'api-credential', 'operator', 'not-me', 'email-change', 'email-change-stop')
);
ALTER TABLE messages ADD CONSTRAINT messages_delivery CHECK (delivery IN ('delivered', 'undelivered'));
ALTER TABLE switches ADD CONSTRAINT switches_name CHECK (name IN ('sms'));

-- As before, and: an unlinking ends whatever else could take the second step, and what made the e-mail code possible (ENR-17).
CREATE OR REPLACE FUNCTION unlink_authenticators(member uuid, code_hash text, made_by_id uuid, made_by text, at timestamptz, expires_at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  home uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  person uuid;
  removed integer;
BEGIN
  SELECT m.user_id INTO person FROM memberships m
  WHERE m.tenant_id = home AND m.id = member AND m.user_tenant_id = home AND m.kind = 'person';
  IF person IS NULL THEN
    RETURN NULL;
  END IF;
  -- Whoever links takes the same lock: one of the two comes first, and the set of factors is whole.
  PERFORM FROM users u WHERE u.tenant_id = home AND u.id = person FOR UPDATE;
  WITH gone AS (DELETE FROM factors f WHERE f.tenant_id = home AND f.user_id = person RETURNING f.state)
  SELECT count(*) FILTER (WHERE state <> 'pending') INTO removed FROM gone;
  IF removed = 0 AND NOT EXISTS (SELECT FROM relink_codes r WHERE r.tenant_id = home AND r.user_id = person) THEN
    RETURN false;
  END IF;
  DELETE FROM recovery_codes r WHERE r.tenant_id = home AND r.user_id = person;
  DELETE FROM second_factor_counters c WHERE c.tenant_id = home AND c.user_id = person;
  DELETE FROM one_time_codes c WHERE c.tenant_id = home AND c.user_id = person;
  DELETE FROM passkey_challenges c WHERE c.user_id = person;
  DELETE FROM known_devices d WHERE d.tenant_id = home AND d.user_id = person;
  DELETE FROM sign_in_attempts a WHERE a.tenant_id = home AND a.user_id = person;
  DELETE FROM sessions s WHERE s.user_id = person;
  UPDATE links l SET voided_at = at FROM memberships m
  WHERE m.user_id = person AND l.tenant_id = m.tenant_id AND l.membership_id = m.id AND l.used_at IS NULL AND l.voided_at IS NULL
    -- Whoever says that it was not them keeps the link to say so.
    AND l.purpose NOT IN ('not-me', 'email-change-stop');
  UPDATE logins l SET unlinked_at = at, proven_at = NULL, preferred_way = NULL WHERE l.user_id = person;
  UPDATE memberships m SET second_step = 'unlinked' WHERE m.user_id = person;
  INSERT INTO relink_codes (tenant_id, user_id, code_hash, made_by_id, made_by, made_at, expires_at)
  VALUES (home, person, code_hash, made_by_id, made_by, at, expires_at)
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET code_hash = excluded.code_hash, made_by_id = excluded.made_by_id,
    made_by = excluded.made_by, made_at = excluded.made_at, expires_at = excluded.expires_at, tries = 0;
  RETURN true;
END $$;

-- Who may touch what: as in the migration before.
DO $$
DECLARE
  t text;
  mine text := 'tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid';
BEGIN
  FOREACH t IN ARRAY ARRAY['policies', 'one_time_codes', 'known_devices', 'support_codes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_tenant ON %I TO keyholder_tenant USING (%s) WITH CHECK (%s)', t, mine, mine);
    EXECUTE format('CREATE POLICY audited_tenant ON %I TO keyholder_audit USING (%s) WITH CHECK (false)', t, mine);
    EXECUTE format('CREATE POLICY every_tenant ON %I TO keyholder_signin, keyholder_operator, keyholder_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON policies TO keyholder_tenant;
GRANT SELECT ON support_codes TO keyholder_tenant;
GRANT SELECT (ending) ON factors TO keyholder_tenant;

GRANT SELECT ON policies TO keyholder_signin;
GRANT SELECT, INSERT, UPDATE, DELETE ON one_time_codes, passkey_challenges, known_devices, support_codes TO keyholder_signin;
GRANT SELECT, INSERT ON switches TO keyholder_signin;
-- What became of a code that was sent, and nothing of what it said.
GRANT SELECT (id, tenant_id, membership_id, template, state, created_at, sent_at, error, delivery) ON messages TO keyholder_signin;

GRANT SELECT, INSERT, DELETE ON switches TO keyholder_operator;
GRANT INSERT ON messages TO keyholder_operator;

GRANT SELECT, UPDATE (reminded_at) ON policies TO keyholder_worker;
GRANT SELECT (provider_id, delivery), UPDATE (provider_id, delivery) ON messages TO keyholder_worker;
GRANT INSERT ON messages TO keyholder_worker;
GRANT SELECT (expires_at), DELETE ON one_time_codes, passkey_challenges, support_codes TO keyholder_worker;
GRANT SELECT (last_at), DELETE ON known_devices TO keyholder_worker;

-- The built-in roles of the organisations that are there already get the new permissions, as packages/domain gives them.
INSERT INTO role_permissions (tenant_id, role_id, permission)
SELECT r.tenant_id, r.id, new.permission
FROM (VALUES ('holder', 'policy:read'), ('holder', 'policy:edit'), ('administrator', 'policy:read'), ('operator', 'platform:edit'))
  AS new (built_in, permission)
JOIN roles r ON r.built_in = new.built_in
ON CONFLICT DO NOTHING;
