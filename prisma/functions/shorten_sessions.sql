-- Makes sessions of the current organisation end sooner, where they would end later than these limits (in seconds) let them. Never
-- later. An organisation may not change the limits of a session itself.
CREATE OR REPLACE FUNCTION shorten_sessions(idle integer, absolute integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sessions s
  SET idle_seconds = least(s.idle_seconds, idle), ends_at = least(s.ends_at, s.opened_at + make_interval(secs => absolute))
  WHERE s.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    AND (s.idle_seconds > idle OR s.ends_at > s.opened_at + make_interval(secs => absolute))
$$;
GRANT EXECUTE ON FUNCTION shorten_sessions TO keyholder_tenant;
