-- Which rows each role sees. Every table with a tenant has row-level security, forced, so that the owner obeys it too.
-- The roles are made by the migrate command before this runs.

DO $$
DECLARE
  t text;
  -- Without a tenant set, none: after a transaction that set it the setting is '', not null.
  own text := $q$tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid$q$;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'packages', 'policies', 'roles', 'role_permissions',
    'users', 'logins', 'memberships',
    'factors', 'recovery_codes', 'relink_codes', 'second_factor_counters',
    'sign_in_attempts', 'one_time_codes', 'sessions', 'known_devices', 'support_codes', 'links',
    'api_users', 'api_credentials',
    'audit_events', 'messages'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    -- Requests of an organisation see and make its own rows only.
    EXECUTE format('CREATE POLICY own_tenant ON %I TO keyholder_tenant USING (%s) WITH CHECK (%s)', t, own, own);
    -- The log is read by a role of its own, in the same way.
    EXECUTE format('CREATE POLICY audited_tenant ON %I TO keyholder_audit USING (%s) WITH CHECK (false)', t, own);
    -- Signing in happens before there is a tenant; operators and the worker serve all of them. Their grants are what bounds them.
    EXECUTE format('CREATE POLICY every_tenant ON %I TO keyholder_signin, keyholder_operator, keyholder_worker USING (true) WITH CHECK (true)', t);
    -- Migrations, and the functions that run as the owner.
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- An organisation itself: its id is the tenant.
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON tenants TO keyholder_tenant
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY every_tenant ON tenants TO keyholder_signin, keyholder_operator, keyholder_worker USING (true) WITH CHECK (true);
CREATE POLICY owner ON tenants TO CURRENT_USER USING (true) WITH CHECK (true);

-- An organisation makes members of its own users only; a user of another joins by accepting an invitation.
CREATE POLICY own_users ON memberships AS RESTRICTIVE FOR INSERT TO keyholder_tenant
  WITH CHECK (home_tenant_id IS NULL OR home_tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- A linked authenticator is not the worker's to delete: without one the password alone would do.
CREATE POLICY only_pending ON factors AS RESTRICTIVE TO keyholder_worker USING (state = 'pending');
