-- The list of users: the one place where its filters, its orders and its search are said. Gives the ids of at most `most` members of
-- the current organisation in the order asked for, each with its place in that order; what is given back as after_place and after_id
-- goes on behind it. Without `sort`: in no order, for counting. A filter that is null lets everybody through.
--
-- It runs as the owner because row-level security would keep LIKE from using the trigram index (LIKE is not leakproof), and applies
-- the organisation by itself. The statement is planned for its values each time: a plan for any term took 758 ms for 0.35.
CREATE OR REPLACE FUNCTION members_matching(
  term text, of_role uuid, of_status text, of_second_step text, of_kind text, signed_in_from timestamptz, signed_in_before timestamptz,
  sort text, after_place text, after_id uuid, most integer
) RETURNS TABLE (id uuid, place text)
LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  current_tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  pattern text := '%' || regexp_replace(lower(term), '([\\%_])', '\\\1', 'g') || '%';
  -- A rare term is looked up in the trigrams; a common one is met soon enough on the way through the list. The planner cannot tell
  -- the two apart, so it is tried. Terms of less than three characters have no trigram.
  few constant integer := 5000;
  rare uuid[] := CASE WHEN length(term) >= 3 THEN members_by_trigram(current_tenant, pattern, few + 1) END;
  search text := CASE
    WHEN term IS NULL              THEN 'true'
    WHEN cardinality(rare) <= few  THEN 'm.id = ANY ($9)'
    ELSE 'lower(m.name || '' '' || m.email) LIKE $8'
  END;
  direction text := CASE WHEN sort LIKE '-%' THEN 'DESC' ELSE 'ASC' END;
  comparison text := CASE WHEN sort LIKE '-%' THEN '<' ELSE '>' END;
  sorted_by text;
  after_value text;
  behind text := '';
  ordered text := '';
BEGIN
  -- What is sorted by, an expression of an index that ends in the id, and the same of a place. Never signed in comes before all.
  CASE ltrim(coalesce(sort, 'createdAt'), '-')
    WHEN 'name'         THEN sorted_by := 'm.name COLLATE "und-x-icu"'; after_value := '$10 COLLATE "und-x-icu"';
    WHEN 'createdAt'    THEN sorted_by := 'm.created_at'; after_value := '$10::timestamptz';
    WHEN 'lastSignInAt' THEN sorted_by := 'greatest(m.last_sign_in_at, ''-infinity''::timestamptz)'; after_value := '$10::timestamptz';
  END CASE;
  IF after_id IS NOT NULL THEN
    behind := format('AND (%s, m.id) %s (%s, $11)', sorted_by, comparison, after_value);
  END IF;
  IF sort IS NOT NULL THEN
    ordered := format('ORDER BY %s %s, m.id %2$s', sorted_by, direction);
  END IF;
  RETURN QUERY EXECUTE format($q$
    SELECT m.id, (%s)::text FROM memberships m
    WHERE m.tenant_id = $1
      AND ($2 IS NULL OR m.role_id = $2)
      AND ($3 IS NULL OR m.status = $3)
      AND ($4 IS NULL OR m.second_step = $4)
      AND ($5 IS NULL OR m.kind = $5)
      AND ($6 IS NULL OR greatest(m.last_sign_in_at, '-infinity'::timestamptz) >= $6)
      AND ($7 IS NULL OR greatest(m.last_sign_in_at, '-infinity'::timestamptz) < $7)
      AND %s %s %s
    LIMIT $12
  $q$, sorted_by, search, behind, ordered)
  USING current_tenant, of_role, of_status, of_second_step, of_kind, signed_in_from, signed_in_before, pattern, rare,
    after_place, after_id, most;
END $$;
GRANT EXECUTE ON FUNCTION members_matching TO keyholder_tenant;

-- At most `most` members of an organisation that match, by whichever bitmap is smaller: of the trigrams or of the organisation.
CREATE OR REPLACE FUNCTION members_by_trigram(of_tenant uuid, pattern text, most integer) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  found uuid[];
BEGIN
  EXECUTE $q$
    SELECT array_agg(some_of_them.id) FROM (
      SELECT m.id FROM memberships m WHERE m.tenant_id = $1 AND lower(m.name || ' ' || m.email) LIKE $2 LIMIT $3
    ) AS some_of_them
  $q$ INTO found USING of_tenant, pattern, most;
  RETURN coalesce(found, '{}');
END $$;
