-- Unlinks whatever a member of the current organisation linked and ends everything that it opened, wherever it was opened, and what
-- made the e-mail code possible (ENR-17). Asked again before a new one is linked, it only makes another re-link code.
-- Gives null when the member is not at home here, and false when there is nothing to unlink.
CREATE OR REPLACE FUNCTION unlink_authenticators(
  member uuid, code_hash text, made_by_id uuid, made_by text, at timestamptz, expires_at timestamptz
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  home uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  person uuid;
  removed integer;
BEGIN
  SELECT m.user_id INTO person FROM memberships m
  WHERE m.tenant_id = home AND m.id = member AND m.home_tenant_id = home AND m.kind = 'person';
  IF person IS NULL THEN
    RETURN NULL;
  END IF;

  -- Linking takes the same lock: one of the two comes first, and the set of factors is whole.
  PERFORM FROM users u WHERE u.tenant_id = home AND u.id = person FOR UPDATE;
  WITH gone AS (DELETE FROM factors f WHERE f.tenant_id = home AND f.user_id = person RETURNING f.state)
  SELECT count(*) FILTER (WHERE state <> 'pending') INTO removed FROM gone;
  IF removed = 0 AND NOT EXISTS (SELECT FROM relink_codes r WHERE r.tenant_id = home AND r.user_id = person) THEN
    RETURN false;
  END IF;

  DELETE FROM recovery_codes r         WHERE r.tenant_id = home AND r.user_id = person;
  DELETE FROM second_factor_counters c WHERE c.tenant_id = home AND c.user_id = person;
  DELETE FROM one_time_codes c         WHERE c.tenant_id = home AND c.user_id = person;
  DELETE FROM known_devices d          WHERE d.tenant_id = home AND d.user_id = person;
  DELETE FROM sign_in_attempts a       WHERE a.tenant_id = home AND a.user_id = person;
  DELETE FROM passkey_challenges c     WHERE c.user_id = person;
  DELETE FROM sessions s               WHERE s.user_id = person;
  UPDATE links l SET voided_at = at FROM memberships m
  WHERE m.user_id = person AND l.tenant_id = m.tenant_id AND l.membership_id = m.id AND l.used_at IS NULL AND l.voided_at IS NULL
    -- The owner keeps the links that say "that was not me".
    AND l.purpose NOT IN ('not-me', 'email-change-stop');
  UPDATE logins l SET unlinked_at = at, proven_at = NULL, preferred_method = NULL WHERE l.user_id = person;
  UPDATE memberships m SET second_step = 'unlinked' WHERE m.user_id = person;

  INSERT INTO relink_codes (tenant_id, user_id, code_hash, made_by_id, made_by, made_at, expires_at)
  VALUES (home, person, code_hash, made_by_id, made_by, at, expires_at)
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET code_hash = excluded.code_hash, made_by_id = excluded.made_by_id,
    made_by = excluded.made_by, made_at = excluded.made_at, expires_at = excluded.expires_at, tries = 0;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION unlink_authenticators TO keyholder_tenant;
