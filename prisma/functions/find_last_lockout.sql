-- Signing in cannot read the log. It may ask when a member was last locked out in one of these two ways and by whom, and nothing else.
CREATE OR REPLACE FUNCTION find_last_lockout(home uuid, member uuid, what text) RETURNS TABLE (at timestamptz, by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.at, e.actor_name FROM audit_events e
  WHERE e.tenant_id = home AND coalesce(e.object_id, e.actor_id) = member AND e.outcome = 'success'
    AND e.action = what AND e.action IN ('user.deactivated', 'authenticator.switched-off')
  ORDER BY e.at DESC, e.id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION find_last_lockout TO keyholder_signin;
