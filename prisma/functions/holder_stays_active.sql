-- The package holder is never deactivated: the package is transferred first.
CREATE OR REPLACE FUNCTION holder_stays_active() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.status = 'deactivated' AND EXISTS (
    SELECT FROM packages p WHERE p.tenant_id = NEW.tenant_id AND p.holder_id = NEW.id
  ) THEN
    RAISE EXCEPTION 'the package holder cannot be deactivated' USING ERRCODE = 'KH002';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER holder_stays_active BEFORE UPDATE OF status ON memberships
  FOR EACH ROW EXECUTE FUNCTION holder_stays_active();
