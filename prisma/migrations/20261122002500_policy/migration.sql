-- What changing a policy needs to know and to do. Row-level security hides the factors of members who are at home elsewhere and the
-- limits of sessions from an organisation, so these run as the owner. Each applies the organisation by itself.

-- How far the members have been told of a grace: they are told in pages.
ALTER TABLE "policies" ADD COLUMN     "told_up_to" UUID;
GRANT UPDATE (told_up_to) ON policies TO keyholder_worker;

-- Active people by what they have linked: at most a row for each combination, in one pass. No name leaves, only numbers.
CREATE FUNCTION people_by_linked_ways() RETURNS TABLE (linked text[], users integer)
LANGUAGE sql STABLE ROWS 8 SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT array_remove(ARRAY[
    CASE WHEN each.authenticator THEN 'authenticator' END, CASE WHEN each.passkey THEN 'passkey' END, CASE WHEN each.sms THEN 'sms' END
  ], NULL), count(*)::integer
  FROM (
    SELECT coalesce(bool_or(f.kind = 'authenticator'), false) AS authenticator, coalesce(bool_or(f.kind = 'passkey'), false) AS passkey,
      coalesce(bool_or(f.kind = 'sms'), false) AS sms
    FROM memberships m LEFT JOIN factors f ON f.tenant_id = m.user_tenant_id AND f.user_id = m.user_id AND f.state = 'linked'
    WHERE m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid AND m.kind = 'person' AND m.status = 'active'
    GROUP BY m.id
  ) AS each
  GROUP BY each.authenticator, each.passkey, each.sms
$$;

-- What the package holder has linked. Whoever links or removes takes the same lock: it stays so until the policy is changed.
CREATE FUNCTION lock_linked_ways_of_holder() RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  home uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  holder record;
BEGIN
  SELECT m.user_tenant_id, m.user_id INTO holder
  FROM packages k JOIN memberships m ON m.tenant_id = k.tenant_id AND m.id = k.holder_id WHERE k.tenant_id = home;
  PERFORM FROM users u WHERE u.tenant_id = holder.user_tenant_id AND u.id = holder.user_id FOR UPDATE;
  RETURN ARRAY(
    SELECT DISTINCT f.kind FROM factors f
    WHERE f.tenant_id = holder.user_tenant_id AND f.user_id = holder.user_id AND f.state = 'linked' ORDER BY f.kind
  );
END $$;

-- Of the next `most` members in the order of their ids: who has something linked that leaves and nothing that stays, and the last of the
-- `most`, or null when there are no more. Members are paged and not those who are found, so that a page costs the same when few are.
-- An organisation whose package ended lets nobody in.
CREATE FUNCTION members_losing_their_way(stays text[], leaves text[], after uuid, most integer) RETURNS TABLE (losing uuid[], up_to uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH page AS MATERIALIZED (
    SELECT m.id, m.user_tenant_id, m.user_id FROM memberships m JOIN packages k ON k.tenant_id = m.tenant_id AND k.status = 'active'
    WHERE m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid AND m.kind = 'person' AND m.status = 'active'
      AND m.id > coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)
    ORDER BY m.id LIMIT most
  )
  SELECT coalesce(array_agg(p.id ORDER BY p.id) FILTER (WHERE (
    SELECT bool_or(f.kind = ANY (leaves)) AND NOT bool_or(f.kind = ANY (stays)) FROM factors f
    WHERE f.tenant_id = p.user_tenant_id AND f.user_id = p.user_id AND f.state = 'linked'
  )), '{}'), CASE WHEN count(*) = most THEN (array_agg(p.id ORDER BY p.id DESC))[1] END
  FROM page p
$$;

-- Makes sessions of this organisation end sooner, where they would end later than these limits (in seconds) let them. Never later.
CREATE FUNCTION shorten_sessions(idle integer, absolute integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sessions s SET idle_seconds = least(s.idle_seconds, idle), ends_at = least(s.ends_at, s.opened_at + make_interval(secs => absolute))
  WHERE s.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    AND (s.idle_seconds > idle OR s.ends_at > s.opened_at + make_interval(secs => absolute))
$$;

REVOKE EXECUTE ON FUNCTION people_by_linked_ways, lock_linked_ways_of_holder, members_losing_their_way, shorten_sessions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_by_linked_ways, lock_linked_ways_of_holder, members_losing_their_way, shorten_sessions TO keyholder_tenant;
-- For the reminders: the worker says for which organisation.
GRANT EXECUTE ON FUNCTION members_losing_their_way TO keyholder_worker;
