-- What a role allows and what a member may do: computed here and nowhere else. Both bind their names when they are made (BEGIN ATOMIC),
-- which pins them as a search path would, and lets the planner see through them: a function with settings of its own is a wall.

-- A role, whoever has it.
CREATE OR REPLACE FUNCTION role_rights(of_tenant uuid, of_role uuid)
RETURNS TABLE (role_id uuid, name text, built_in text, rank integer, permissions text[])
LANGUAGE sql STABLE ROWS 1
BEGIN ATOMIC
  SELECT r.id, r.name, r.built_in, r.rank, ARRAY(
    SELECT p.permission FROM role_permissions p WHERE p.tenant_id = r.tenant_id AND p.role_id = r.id ORDER BY p.permission
  )
  FROM roles r WHERE r.tenant_id = of_tenant AND r.id = of_role;
END;
GRANT EXECUTE ON FUNCTION role_rights TO keyholder_tenant, keyholder_signin;

-- What a member may do at this moment: by their role, and only while they are active. No row otherwise.
CREATE OR REPLACE FUNCTION member_rights(of_tenant uuid, of_member uuid)
RETURNS TABLE (role_id uuid, name text, built_in text, rank integer, permissions text[])
LANGUAGE sql STABLE ROWS 1
BEGIN ATOMIC
  SELECT r.role_id, r.name, r.built_in, r.rank, r.permissions
  FROM memberships m CROSS JOIN LATERAL role_rights(m.tenant_id, m.role_id) r
  WHERE m.tenant_id = of_tenant AND m.id = of_member AND m.status = 'active';
END;
GRANT EXECUTE ON FUNCTION member_rights TO keyholder_tenant, keyholder_signin;
