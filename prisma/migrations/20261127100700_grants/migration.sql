-- What each role may do to tables: the whole list. What is not here is refused. Functions have their grants beside them, in functions/.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO keyholder_tenant, keyholder_signin, keyholder_operator, keyholder_worker, keyholder_audit;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Requests of an organisation: no password, no secret, no hash.
GRANT SELECT                 ON tenants, packages, roles, role_permissions            TO keyholder_tenant;
GRANT SELECT, INSERT, UPDATE ON policies                                              TO keyholder_tenant;
GRANT SELECT, INSERT         ON users, api_users                                      TO keyholder_tenant;
GRANT UPDATE (epoch)         ON api_users                                             TO keyholder_tenant;
GRANT SELECT, INSERT, DELETE, UPDATE (role_id, status, invited_by, inviter_id)
                             ON memberships                                           TO keyholder_tenant;
GRANT SELECT (tenant_id, id, user_id, kind, name, ending, state, created_at, linked_at, last_used_at)
                             ON factors                                               TO keyholder_tenant;
GRANT SELECT (tenant_id, user_id, made_by_id, made_by, made_at, expires_at)
                             ON relink_codes                                          TO keyholder_tenant;
GRANT SELECT (tenant_id, id, membership_id, home_tenant_id, user_id, opened_at, last_used_at, idle_seconds, ends_at, user_agent, ip), DELETE
                             ON sessions                                              TO keyholder_tenant;
GRANT SELECT (tenant_id, id, purpose, membership_id, email, created_at, expires_at, used_at, voided_at), INSERT, UPDATE (voided_at)
                             ON links                                                 TO keyholder_tenant;
GRANT SELECT (tenant_id, id, user_id, client_id, last_four, created_at, last_used_at, revoked_at), UPDATE (revoked_at)
                             ON api_credentials                                       TO keyholder_tenant;
GRANT SELECT                 ON support_codes                                         TO keyholder_tenant;
GRANT INSERT                 ON audit_events, messages                                TO keyholder_tenant;

-- Signing in, and what people do with their own account.
GRANT SELECT                         ON tenants, packages, policies, roles, role_permissions    TO keyholder_signin;
GRANT SELECT, INSERT, UPDATE         ON users, logins, links, api_credentials                   TO keyholder_signin;
GRANT SELECT, INSERT, UPDATE, DELETE ON memberships, sign_in_attempts, sessions                 TO keyholder_signin;
GRANT SELECT, INSERT, UPDATE, DELETE ON factors, recovery_codes, relink_codes, second_factor_counters,
                                        one_time_codes, passkey_challenges, known_devices, support_codes
                                                                                                TO keyholder_signin;
GRANT SELECT, UPDATE (epoch)         ON api_users                                               TO keyholder_signin;
GRANT SELECT, INSERT                 ON signing_keys, kill_switches                             TO keyholder_signin;
GRANT SELECT (key), DELETE           ON throttle_counters                                       TO keyholder_signin;
-- What became of a code that was sent, and nothing of what it said.
GRANT SELECT (id, tenant_id, membership_id, template, state, created_at, sent_at, error, delivery), INSERT
                                     ON messages                                                TO keyholder_signin;
GRANT INSERT                         ON audit_events                                            TO keyholder_signin;

-- Operators see organisations and who holds them, and never how anybody signs in.
GRANT SELECT                 ON tenants, packages, memberships TO keyholder_operator;
GRANT SELECT, INSERT, DELETE ON kill_switches                  TO keyholder_operator;
-- The counts that switched text messages off begin again with them: else the next message would trip them once more.
GRANT SELECT (key), DELETE   ON throttle_counters              TO keyholder_operator;
GRANT INSERT                 ON audit_events, messages         TO keyholder_operator;

-- The worker sends messages, reminds members of a policy and clears away what has expired.
GRANT SELECT ON tenants, memberships, kill_switches TO keyholder_worker;
GRANT SELECT, INSERT, DELETE, UPDATE (
  state, tries, send_attempts, next_try_at, lease_until, transport_called_at, sent_at, error, payload_sealed, provider_id, delivery
) ON messages TO keyholder_worker;
GRANT SELECT, UPDATE (reminded_at, notified_up_to) ON policies TO keyholder_worker;
GRANT SELECT (expires_at), DELETE
  ON sign_in_attempts, one_time_codes, passkey_challenges, support_codes, links TO keyholder_worker;
GRANT SELECT (state, expires_at), DELETE ON factors           TO keyholder_worker;
GRANT SELECT (ends_at), DELETE           ON sessions          TO keyholder_worker;
GRANT SELECT (last_at), DELETE           ON known_devices     TO keyholder_worker;
GRANT SELECT (window_ends_at), DELETE    ON throttle_counters TO keyholder_worker;
GRANT INSERT                             ON audit_events      TO keyholder_worker;

-- Whoever may read the log reads nothing else.
GRANT SELECT ON audit_events TO keyholder_audit;

-- Readiness asks whether the schema is the one that this build knows. The table is made by the engine that runs this.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON _prisma_migrations TO keyholder_signin;
  END IF;
END $$;
