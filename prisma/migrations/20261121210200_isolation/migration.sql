-- Who may touch what. Every table with a tenant has row-level security, forced, so that the owner obeys it too.
-- The roles are made by the migrate command before this runs. The grants below are the whole list: what is not here is refused.

DO $$
DECLARE
  t text;
  mine text := 'tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid';
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'packages', 'roles', 'role_permissions', 'users', 'logins', 'memberships', 'factors', 'recovery_codes', 'relink_codes',
    'second_factor_counters', 'sign_in_attempts', 'sessions', 'links', 'api_users', 'api_credentials', 'audit_events', 'messages'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    -- Requests of an organisation see their own rows. Without a tenant set, none.
    EXECUTE format('CREATE POLICY own_tenant ON %I TO keyholder_tenant USING (%s) WITH CHECK (%s)', t, mine, mine);
    -- The log is read by a role of its own, in the same way.
    EXECUTE format('CREATE POLICY audited_tenant ON %I TO keyholder_audit USING (%s) WITH CHECK (false)', t, mine);
    -- Signing in happens before there is a tenant; operators and the worker serve all of them. Their grants are what bounds them.
    EXECUTE format('CREATE POLICY every_tenant ON %I TO keyholder_signin, keyholder_operator, keyholder_worker USING (true) WITH CHECK (true)', t);
    -- Migrations, and the functions that the owner lends out.
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON tenants TO keyholder_tenant
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY every_tenant ON tenants TO keyholder_signin, keyholder_operator, keyholder_worker USING (true) WITH CHECK (true);
CREATE POLICY owner ON tenants TO CURRENT_USER USING (true) WITH CHECK (true);

-- An organisation makes members of its own users only; a user of another joins by accepting an invitation.
CREATE POLICY own_users ON memberships AS RESTRICTIVE FOR INSERT TO keyholder_tenant
  WITH CHECK (user_tenant_id IS NULL OR user_tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO keyholder_tenant, keyholder_signin, keyholder_operator, keyholder_worker, keyholder_audit;
REVOKE EXECUTE ON FUNCTION throttle_take, members_matching, members_by_trigram, unlink_authenticators FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Requests of an organisation: no password, no secret, no hash.
GRANT SELECT ON tenants, packages, roles, role_permissions, users, api_users TO keyholder_tenant;
GRANT SELECT, INSERT, DELETE, UPDATE (role_id, status, invited_by, inviter_id) ON memberships TO keyholder_tenant;
GRANT INSERT ON users, api_users TO keyholder_tenant;
GRANT UPDATE (epoch) ON api_users TO keyholder_tenant;
GRANT SELECT (tenant_id, id, user_id, kind, name, state, created_at, linked_at, last_used_at) ON factors TO keyholder_tenant;
GRANT SELECT (tenant_id, user_id, made_by_id, made_by, made_at, expires_at) ON relink_codes TO keyholder_tenant;
GRANT SELECT (tenant_id, id, membership_id, user_tenant_id, user_id, opened_at, last_used_at, idle_seconds, ends_at, user_agent, address)
  ON sessions TO keyholder_tenant;
GRANT DELETE ON sessions TO keyholder_tenant;
GRANT SELECT (tenant_id, id, purpose, membership_id, email, created_at, expires_at, used_at, voided_at), INSERT, UPDATE (voided_at)
  ON links TO keyholder_tenant;
GRANT SELECT (tenant_id, id, user_id, client_id, last_four, created_at, last_used_at, revoked_at), UPDATE (revoked_at)
  ON api_credentials TO keyholder_tenant;
GRANT INSERT ON audit_events, messages TO keyholder_tenant;
GRANT EXECUTE ON FUNCTION throttle_take, members_matching, unlink_authenticators TO keyholder_tenant;

-- Signing in, and what everybody runs of their own account.
GRANT SELECT ON tenants, packages, roles, role_permissions TO keyholder_signin;
GRANT SELECT, INSERT, UPDATE ON users, logins, memberships TO keyholder_signin;
GRANT SELECT, INSERT, UPDATE, DELETE ON factors, recovery_codes, relink_codes, second_factor_counters, sign_in_attempts, sessions
  TO keyholder_signin;
GRANT DELETE ON memberships TO keyholder_signin;
GRANT SELECT, INSERT, UPDATE ON links, api_credentials TO keyholder_signin;
GRANT SELECT, UPDATE (epoch) ON api_users TO keyholder_signin;
GRANT SELECT, INSERT ON signing_keys TO keyholder_signin;
GRANT DELETE ON throttle_counters TO keyholder_signin;
GRANT SELECT (key) ON throttle_counters TO keyholder_signin;
GRANT INSERT ON audit_events, messages TO keyholder_signin;
GRANT EXECUTE ON FUNCTION throttle_take TO keyholder_signin;

-- Operators see organisations and who holds them, and never how anybody signs in.
GRANT SELECT ON tenants, packages, memberships TO keyholder_operator;
GRANT INSERT ON audit_events TO keyholder_operator;

-- The worker sends messages and clears away what has expired.
GRANT SELECT, DELETE, UPDATE (state, tries, copies, next_try_at, lease_until, transport_called_at, sent_at, error, payload_sealed)
  ON messages TO keyholder_worker;
GRANT SELECT ON tenants, memberships TO keyholder_worker;
GRANT SELECT (ends_at), DELETE ON sessions TO keyholder_worker;
GRANT SELECT (expires_at), DELETE ON sign_in_attempts, links TO keyholder_worker;
GRANT SELECT (window_ends_at), DELETE ON throttle_counters TO keyholder_worker;
-- A linked authenticator is not the worker's to delete: without one the password alone would do.
GRANT SELECT (state, expires_at), DELETE ON factors TO keyholder_worker;
CREATE POLICY only_pending ON factors AS RESTRICTIVE TO keyholder_worker USING (state = 'pending');
GRANT INSERT ON audit_events TO keyholder_worker;

-- Whoever may read the log reads nothing else.
GRANT SELECT ON audit_events TO keyholder_audit;

-- Readiness asks whether the schema is the one that this build knows. The table is made by the engine that runs this.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON _prisma_migrations TO keyholder_signin;
  END IF;
END $$;
