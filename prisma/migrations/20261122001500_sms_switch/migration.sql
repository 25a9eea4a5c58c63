-- What is switched off is looked at before each text message leaves, also when it was enqueued before.
GRANT SELECT ON switches TO keyholder_worker;

-- Whoever switches text messages on begins the counts that switched them off anew: else the next message would trip them again.
GRANT SELECT (key), DELETE ON throttle_counters TO keyholder_operator;

-- A code by text message is one for a number: it is void with the number.
ALTER TABLE one_time_codes ADD CONSTRAINT one_time_codes_number CHECK ((way = 'sms') = (factor_id IS NOT NULL));
