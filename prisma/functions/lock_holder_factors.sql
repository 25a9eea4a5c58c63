-- What the package holder of the current organisation has linked. Linking and removing take the same lock: it stays so until the
-- policy is changed.
CREATE OR REPLACE FUNCTION lock_holder_factors() RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  current_tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  holder record;
BEGIN
  SELECT m.home_tenant_id, m.user_id INTO holder
  FROM packages k JOIN memberships m ON m.tenant_id = k.tenant_id AND m.id = k.holder_id
  WHERE k.tenant_id = current_tenant;
  PERFORM FROM users u WHERE u.tenant_id = holder.home_tenant_id AND u.id = holder.user_id FOR UPDATE;
  RETURN ARRAY(
    SELECT DISTINCT f.kind FROM factors f
    WHERE f.tenant_id = holder.home_tenant_id AND f.user_id = holder.user_id AND f.state = 'linked' ORDER BY f.kind
  );
END $$;
GRANT EXECUTE ON FUNCTION lock_holder_factors TO keyholder_tenant;
