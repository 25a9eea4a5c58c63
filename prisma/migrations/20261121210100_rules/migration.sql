-- Rules that the tables keep by themselves, whoever writes.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Closed sets. The words are those of packages/domain.
ALTER TABLE packages
  ADD CONSTRAINT packages_kind CHECK (kind IN ('entry', 'institution', 'provider', 'platform')),
  ADD CONSTRAINT packages_status CHECK (status IN ('active', 'suspended', 'ended')),
  ADD CONSTRAINT packages_seats CHECK (seats >= 1 AND (kind IN ('institution', 'platform') OR seats = 1));
ALTER TABLE users
  ADD CONSTRAINT users_kind CHECK (kind IN ('person', 'api')),
  ADD CONSTRAINT users_language CHECK (language IN ('nl', 'en'));
ALTER TABLE memberships
  ADD CONSTRAINT memberships_kind CHECK (kind IN ('person', 'api')),
  ADD CONSTRAINT memberships_language CHECK (language IN ('nl', 'en')),
  ADD CONSTRAINT memberships_status CHECK (status IN ('invited', 'active', 'deactivated')),
  ADD CONSTRAINT memberships_second_step CHECK (second_step IN ('none', 'linked', 'unlinked')),
  -- Before an invitation is accepted there is no user; afterwards there always is.
  ADD CONSTRAINT memberships_user CHECK ((user_id IS NULL) = (user_tenant_id IS NULL) AND (status = 'invited') = (user_id IS NULL));
ALTER TABLE factors
  ADD CONSTRAINT factors_kind CHECK (kind IN ('authenticator')),
  -- Linked means: one correct code was shown, and that code's step can never be used again.
  ADD CONSTRAINT factors_state CHECK (
    (state = 'pending' AND expires_at IS NOT NULL AND linked_at IS NULL)
    OR (state IN ('linked', 'off') AND linked_at IS NOT NULL AND last_step IS NOT NULL AND expires_at IS NULL)
  );
ALTER TABLE sign_in_attempts
  ADD CONSTRAINT sign_in_attempts_step CHECK (step IN ('factor', 'relink', 'enrol', 'keep-recovery-code')),
  ADD CONSTRAINT sign_in_attempts_tries CHECK (tries BETWEEN 0 AND 5);
ALTER TABLE relink_codes ADD CONSTRAINT relink_codes_tries CHECK (tries BETWEEN 0 AND 5);
ALTER TABLE links ADD CONSTRAINT links_purpose CHECK (purpose IN ('invitation', 'password-reset', 'api-credential', 'operator'));
ALTER TABLE audit_events ADD CONSTRAINT audit_events_outcome CHECK (outcome IN ('success', 'failure', 'denied'));
-- Once a message has left, or never will, nothing of its content stays.
ALTER TABLE messages
  ADD CONSTRAINT messages_state CHECK (state IN ('waiting', 'sent', 'failed')),
  -- Whatever breaks, nobody gets the same message more than twice.
  ADD CONSTRAINT messages_copies CHECK (copies BETWEEN 0 AND 2),
  ADD CONSTRAINT messages_wiped CHECK ((state = 'waiting') = (payload_sealed IS NOT NULL));

-- One address is one person per organisation; an API user's contact may be anybody's.
CREATE UNIQUE INDEX memberships_person_email ON memberships (tenant_id, email) WHERE kind = 'person';
-- Only the newest begun linking can be finished.
CREATE UNIQUE INDEX factors_one_pending ON factors (tenant_id, user_id) WHERE state = 'pending';
-- Of each kind of link only the newest works.
CREATE UNIQUE INDEX links_one_open ON links (tenant_id, membership_id, purpose) WHERE used_at IS NULL AND voided_at IS NULL;

-- The list of users: sorted as people sort names, searched by any part of name or address.
CREATE INDEX memberships_by_name ON memberships (tenant_id, (name COLLATE "und-x-icu"), id);
-- Never comes first. `greatest` passes over null; `coalesce` would do the same, but row-level security lets no condition on it
-- use the index (the planner does not know it to be leakproof).
CREATE INDEX memberships_by_last_sign_in ON memberships (tenant_id, greatest(last_sign_in_at, '-infinity'::timestamptz), id);
CREATE INDEX memberships_search ON memberships USING gin (lower(name || ' ' || email) gin_trgm_ops);
-- The operators' list of organisations.
CREATE INDEX tenants_by_name ON tenants ((name COLLATE "und-x-icu"), id);

-- An organisation has a package holder at the end of every transaction. The platform itself has none.
CREATE FUNCTION packages_have_a_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> 'platform' AND NOT EXISTS (
    SELECT FROM packages p WHERE p.tenant_id = NEW.tenant_id AND p.holder_id IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'an organisation must have a package holder' USING ERRCODE = 'KH002';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER packages_have_a_holder AFTER INSERT OR UPDATE ON packages
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION packages_have_a_holder();

-- The package holder is never deactivated: the package is transferred first.
CREATE FUNCTION holder_stays_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'deactivated' AND EXISTS (
    SELECT FROM packages p WHERE p.tenant_id = NEW.tenant_id AND p.holder_id = NEW.id
  ) THEN
    RAISE EXCEPTION 'the package holder cannot be deactivated' USING ERRCODE = 'KH002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER holder_stays_active BEFORE UPDATE OF status ON memberships
  FOR EACH ROW EXECUTE FUNCTION holder_stays_active();

-- Seats: people who are active or invited. The lock makes two invitations at once wait for one another, and the count
-- that follows it sees what the other committed.
CREATE FUNCTION memberships_fit_the_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('seats:' || NEW.tenant_id, 0));
  IF (SELECT count(*) FROM memberships m WHERE m.tenant_id = NEW.tenant_id AND m.kind = 'person' AND m.status <> 'deactivated')
     > (SELECT p.seats FROM packages p WHERE p.tenant_id = NEW.tenant_id) THEN
    RAISE EXCEPTION 'all seats of the package are in use' USING ERRCODE = 'KH001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER memberships_fit_the_seats AFTER INSERT OR UPDATE OF status ON memberships
  FOR EACH ROW WHEN (NEW.kind = 'person' AND NEW.status <> 'deactivated') EXECUTE FUNCTION memberships_fit_the_seats();

-- Counts one try, in one statement: increment, then compare. Gives the moment from which it may be tried again, or null when
-- this try is within the limit. A window never grows by tries that were refused.
CREATE FUNCTION throttle_take(counter text, most integer, seconds integer, at timestamptz) RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO throttle_counters AS c (key, count, window_started_at, window_ends_at)
  VALUES (counter, 1, at, at + make_interval(secs => seconds))
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN c.window_ends_at <= at THEN 1 ELSE least(c.count, 1000000) + 1 END,
    window_started_at = CASE WHEN c.window_ends_at <= at THEN at ELSE c.window_started_at END,
    window_ends_at = CASE WHEN c.window_ends_at <= at THEN excluded.window_ends_at ELSE c.window_ends_at END
  RETURNING CASE WHEN count > most THEN window_ends_at END
$$;

-- Search runs here because row-level security would keep LIKE from using the trigram index (LIKE is not leakproof).
-- The organisation is applied by the functions themselves. Gives at most `most` of the members that match, in the order of the list
-- and beyond a place in it; any, when there is no order. A filter that is null lets everybody through. A rare term is looked up in
-- the trigrams; a common one is met soon enough on the way through the list. The planner cannot tell the two apart, so it is tried.
CREATE FUNCTION members_matching(
  term text, of_role uuid, of_status text, of_second_step text, of_kind text, signed_in_from timestamptz, signed_in_before timestamptz,
  sort text, after_key text, after_id uuid, most integer
) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  few constant integer := 5000;
  home uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  pattern text := '%' || regexp_replace(lower(term), '([\\%_])', '\\\1', 'g') || '%';
  -- Shorter terms have no trigram.
  rare uuid[] := CASE WHEN length(term) >= 3 THEN members_by_trigram(home, pattern, few + 1) END;
  direction text := CASE WHEN sort LIKE '-%' THEN 'DESC' ELSE 'ASC' END;
  beyond text := CASE WHEN sort LIKE '-%' THEN '<' ELSE '>' END;
  place text;
  key text;
BEGIN
  CASE ltrim(coalesce(sort, ''), '-')
    WHEN '' THEN NULL;
    WHEN 'name' THEN place := 'm.name COLLATE "und-x-icu"'; key := '$9 COLLATE "und-x-icu"';
    WHEN 'createdAt' THEN place := 'm.created_at'; key := '$9::timestamptz';
    WHEN 'lastSignInAt' THEN
      place := 'greatest(m.last_sign_in_at, ''-infinity''::timestamptz)';
      key := 'greatest($9::timestamptz, ''-infinity''::timestamptz)';
  END CASE;
  RETURN QUERY EXECUTE 'SELECT m.id FROM memberships m WHERE m.tenant_id = $1 AND '
    || CASE WHEN cardinality(rare) <= few THEN 'm.id = ANY ($12)' ELSE 'lower(m.name || '' '' || m.email) LIKE $2' END
    || ' AND ($3 IS NULL OR m.role_id = $3) AND ($4 IS NULL OR m.status = $4)'
    || ' AND ($5 IS NULL OR m.second_step = $5) AND ($6 IS NULL OR m.kind = $6)'
    || ' AND ($7 IS NULL OR greatest(m.last_sign_in_at, ''-infinity''::timestamptz) >= $7)'
    || ' AND ($8 IS NULL OR greatest(m.last_sign_in_at, ''-infinity''::timestamptz) < $8)'
    || CASE WHEN after_id IS NULL THEN '' ELSE format(' AND (%s, m.id) %s (%s, $10)', place, beyond, key) END
    || CASE WHEN place IS NULL THEN '' ELSE format(' ORDER BY %s %s, m.id %2$s', place, direction) END
    || ' LIMIT $11'
  USING home, pattern, of_role, of_status, of_second_step, of_kind, signed_in_from, signed_in_before, after_key, after_id, most, rare;
END $$;

-- At most `most` members of an organisation that match, by whichever bitmap is smaller: of the trigrams or of the organisation.
CREATE FUNCTION members_by_trigram(home uuid, pattern text, most integer) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  found uuid[];
BEGIN
  EXECUTE 'SELECT array_agg(some_of_them.id) FROM (
    SELECT m.id FROM memberships m WHERE m.tenant_id = $1 AND lower(m.name || '' '' || m.email) LIKE $2 LIMIT $3
  ) AS some_of_them' INTO found USING home, pattern, most;
  RETURN coalesce(found, '{}');
END $$;

-- Unlinks the authenticators of a member of the current organisation and ends everything that they opened, wherever it was
-- opened. Asked again before a new one is linked, it only makes another re-link code. Gives null when the member is not at
-- home here, and false when there is nothing to unlink.
CREATE FUNCTION unlink_authenticators(member uuid, code_hash text, made_by_id uuid, made_by text, at timestamptz, expires_at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  home uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  person uuid;
  removed integer;
BEGIN
  SELECT m.user_id INTO person FROM memberships m
  WHERE m.tenant_id = home AND m.id = member AND m.user_tenant_id = home AND m.kind = 'person';
  IF person IS NULL THEN
    RETURN NULL;
  END IF;
  -- Whoever links takes the same lock: one of the two comes first, and the set of factors is whole.
  PERFORM FROM users u WHERE u.tenant_id = home AND u.id = person FOR UPDATE;
  WITH gone AS (DELETE FROM factors f WHERE f.tenant_id = home AND f.user_id = person RETURNING f.state)
  SELECT count(*) FILTER (WHERE state <> 'pending') INTO removed FROM gone;
  IF removed = 0 AND NOT EXISTS (SELECT FROM relink_codes r WHERE r.tenant_id = home AND r.user_id = person) THEN
    RETURN false;
  END IF;
  DELETE FROM recovery_codes r WHERE r.tenant_id = home AND r.user_id = person;
  DELETE FROM second_factor_counters c WHERE c.tenant_id = home AND c.user_id = person;
  DELETE FROM sign_in_attempts a WHERE a.tenant_id = home AND a.user_id = person;
  DELETE FROM sessions s WHERE s.user_id = person;
  UPDATE links l SET voided_at = at FROM memberships m
  WHERE m.user_id = person AND l.tenant_id = m.tenant_id AND l.membership_id = m.id AND l.used_at IS NULL AND l.voided_at IS NULL;
  UPDATE memberships m SET second_step = 'unlinked' WHERE m.user_id = person;
  INSERT INTO relink_codes (tenant_id, user_id, code_hash, made_by_id, made_by, made_at, expires_at)
  VALUES (home, person, code_hash, made_by_id, made_by, at, expires_at)
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET code_hash = excluded.code_hash, made_by_id = excluded.made_by_id,
    made_by = excluded.made_by, made_at = excluded.made_at, expires_at = excluded.expires_at, tries = 0;
  RETURN true;
END $$;
