-- Active people of the current organisation by what they have linked: at most a row for each combination, in one pass. Row-level
-- security hides the factors of members who are at home elsewhere, so this runs as the owner: no name leaves, only numbers.
CREATE OR REPLACE FUNCTION count_members_by_factors() RETURNS TABLE (linked text[], users integer)
LANGUAGE sql STABLE ROWS 8 SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    array_remove(ARRAY[
      CASE WHEN each.authenticator THEN 'authenticator' END,
      CASE WHEN each.passkey       THEN 'passkey' END,
      CASE WHEN each.sms           THEN 'sms' END
    ], NULL),
    count(*)::integer
  FROM (
    SELECT
      coalesce(bool_or(f.kind = 'authenticator'), false) AS authenticator,
      coalesce(bool_or(f.kind = 'passkey'), false)       AS passkey,
      coalesce(bool_or(f.kind = 'sms'), false)           AS sms
    FROM memberships m
    LEFT JOIN factors f ON f.tenant_id = m.home_tenant_id AND f.user_id = m.user_id AND f.state = 'linked'
    WHERE m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid AND m.kind = 'person' AND m.status = 'active'
    GROUP BY m.id
  ) AS each
  GROUP BY each.authenticator, each.passkey, each.sms
$$;
GRANT EXECUTE ON FUNCTION count_members_by_factors TO keyholder_tenant;
