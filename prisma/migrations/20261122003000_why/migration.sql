-- Why somebody does not get in, for whoever proved their password.

-- The time step of a code that a clock ahead of ours would show. Told when another one agrees, and not before: a code of the
-- future is one that a guesser could wait for.
ALTER TABLE "sign_in_attempts" ADD COLUMN     "clock_step" INTEGER;

-- Signing in cannot read the log. It may ask of one member when the last of these two happened and who did it, and nothing else.
CREATE FUNCTION last_closing(home uuid, member uuid, what text) RETURNS TABLE (at timestamptz, by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.at, e.actor_name FROM audit_events e
  WHERE e.tenant_id = home AND coalesce(e.object_id, e.actor_id) = member AND e.outcome = 'success'
    AND e.action = what AND e.action IN ('user.deactivated', 'authenticator.switched-off')
  ORDER BY e.at DESC, e.id DESC LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION last_closing FROM PUBLIC;
GRANT EXECUTE ON FUNCTION last_closing TO keyholder_signin;

-- Without it that question reads the whole log of a large organisation.
CREATE INDEX audit_events_closing ON audit_events (tenant_id, (coalesce(object_id, actor_id)), at DESC, id DESC)
  WHERE action IN ('user.deactivated', 'authenticator.switched-off');
