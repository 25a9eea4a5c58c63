-- Seats: people who are active or invited. The lock makes two invitations at once wait for one another, and the count that follows
-- it sees what the other committed.
CREATE OR REPLACE FUNCTION memberships_fit_the_seats() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('seats:' || NEW.tenant_id, 0));
  IF (SELECT count(*) FROM memberships m WHERE m.tenant_id = NEW.tenant_id AND m.kind = 'person' AND m.status <> 'deactivated')
     > (SELECT p.seats FROM packages p WHERE p.tenant_id = NEW.tenant_id) THEN
    RAISE EXCEPTION 'all seats of the package are in use' USING ERRCODE = 'KH001';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER memberships_fit_the_seats AFTER INSERT OR UPDATE OF status ON memberships
  FOR EACH ROW WHEN (NEW.kind = 'person' AND NEW.status <> 'deactivated') EXECUTE FUNCTION memberships_fit_the_seats();
