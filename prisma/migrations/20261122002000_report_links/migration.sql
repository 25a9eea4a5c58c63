-- Of each kind of link only the newest works. But every mail that asks "was this you?" keeps its own link until one of them is used:
-- a sign-in of one's own, or another change of address by whoever took the account over, must not void what the owner needs.
DROP INDEX links_one_open;
CREATE UNIQUE INDEX links_one_open ON links (tenant_id, membership_id, purpose)
  WHERE used_at IS NULL AND voided_at IS NULL AND purpose NOT IN ('not-me', 'email-change-stop');
