-- An organisation has a package holder at the end of every transaction. The platform itself has none.
CREATE OR REPLACE FUNCTION packages_have_a_holder() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind <> 'platform' AND NOT EXISTS (
    SELECT FROM packages p WHERE p.tenant_id = NEW.tenant_id AND p.holder_id IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'an organisation must have a package holder' USING ERRCODE = 'KH002';
  END IF;
  RETURN NULL;
END $$;

-- A constraint trigger cannot be replaced.
DROP TRIGGER IF EXISTS packages_have_a_holder ON packages;
CREATE CONSTRAINT TRIGGER packages_have_a_holder AFTER INSERT OR UPDATE ON packages
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION packages_have_a_holder();
