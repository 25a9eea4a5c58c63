-- Of the next `most` members of the current organisation, by id: those who have a factor linked that is phased out and none that
-- stays, and the last of the `most`, or null when there are no more. Members are paged and not those who are found, so that a page
-- costs the same when few are. An organisation whose package ended lets nobody in.
CREATE OR REPLACE FUNCTION members_left_without_factor(staying text[], phased_out text[], after uuid, most integer)
RETURNS TABLE (members uuid[], up_to uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH page AS MATERIALIZED (
    SELECT m.id, m.home_tenant_id, m.user_id
    FROM memberships m JOIN packages k ON k.tenant_id = m.tenant_id AND k.status = 'active'
    WHERE m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid AND m.kind = 'person' AND m.status = 'active'
      AND m.id > coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)
    ORDER BY m.id LIMIT most
  )
  SELECT
    coalesce(array_agg(p.id ORDER BY p.id) FILTER (WHERE (
      SELECT bool_or(f.kind = ANY (phased_out)) AND NOT bool_or(f.kind = ANY (staying)) FROM factors f
      WHERE f.tenant_id = p.home_tenant_id AND f.user_id = p.user_id AND f.state = 'linked'
    )), '{}'),
    CASE WHEN count(*) = most THEN (array_agg(p.id ORDER BY p.id DESC))[1] END
  FROM page p
$$;
-- The worker says for which organisation, for the reminders.
GRANT EXECUTE ON FUNCTION members_left_without_factor TO keyholder_tenant, keyholder_worker;
