-- Counts one try, in one statement: increment, then compare. Gives the moment from which it may be tried again, or null when this
-- try is within the limit. A window never grows by tries that were refused.
CREATE OR REPLACE FUNCTION throttle_hit(counter text, most integer, seconds integer, at timestamptz) RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO throttle_counters AS c (key, count, window_started_at, window_ends_at)
  VALUES (counter, 1, at, at + make_interval(secs => seconds))
  ON CONFLICT (key) DO UPDATE SET
    count             = CASE WHEN c.window_ends_at <= at THEN 1 ELSE least(c.count, 1000000) + 1 END,
    window_started_at = CASE WHEN c.window_ends_at <= at THEN at ELSE c.window_started_at END,
    window_ends_at    = CASE WHEN c.window_ends_at <= at THEN excluded.window_ends_at ELSE c.window_ends_at END
  RETURNING CASE WHEN count > most THEN window_ends_at END
$$;
GRANT EXECUTE ON FUNCTION throttle_hit TO keyholder_tenant, keyholder_signin;
