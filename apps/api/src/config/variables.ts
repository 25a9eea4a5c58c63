/**
 * Every variable of the environment, in the rows of README's table: what may be read, when it is needed and what it means. README and
 * .env.example are tested against this list, and a variable that is not in it cannot be read.
 */
export const VARIABLES = [
  {
    names: ['PUBLIC_URL'],
    needed: 'yes, https',
    meaning: 'the address that people type; links and tokens are made from it and never from the request',
  },
  {
    names: ['DATABASE_URL'],
    needed: 'yes',
    meaning: 'PostgreSQL 15 or newer, without user and password: those follow from the next one',
  },
  { names: ['DATABASE_ROLE_SECRET'], needed: 'yes, ≥ 32 characters', meaning: 'gives each database role its password' },
  {
    names: ['DATABASE_OWNER_URL'],
    needed: 'for commands only',
    meaning: 'the role that owns the tables; servers never have it',
  },
  {
    names: ['KEYS'],
    needed: 'yes',
    meaning: '`k2:<32 bytes base64>,k1:…`: seals secrets in the database; the first writes, all read',
  },
  { names: ['SMTP_URL', 'MAIL_FROM'], needed: 'yes', meaning: 'the mail relay and the sender' },
  { names: ['SMTP_REQUIRE_TLS'], needed: 'true', meaning: 'refuses to speak to the relay without TLS' },
  {
    names: ['SMS_PROVIDER'],
    needed: 'for SMS',
    meaning: '`spryng`, `cm`, `bird`, `twilio`, or `http` for any other gateway; none without it',
  },
  {
    names: ['SMS_FROM', 'SMS_API_KEY'],
    needed: 'for SMS',
    meaning: 'the sender that phones show; the key of the provider, at Twilio the auth token',
  },
  {
    names: ['SMS_ACCOUNT', 'SMS_CHANNEL'],
    needed: 'bird, twilio',
    meaning: 'workspace and channel at Bird; account SID at Twilio',
  },
  {
    names: ['SMS_URL', 'SMS_HTTP_METHOD', 'SMS_HTTP_HEADERS', 'SMS_HTTP_BODY', 'SMS_HTTP_ID'],
    needed: 'http',
    meaning: 'how `http` calls; see below',
  },
  {
    names: ['SMS_REPORTS_SECRET'],
    needed: 'for reports',
    meaning: '≥ 32 characters; takes delivery reports, see below',
  },
  { names: ['SMS_COUNTRIES'], needed: 'no', meaning: 'where messages may go; NL,BE,DE' },
  {
    names: ['SMS_PER_DAY', 'SMS_PER_DAY_PER_COUNTRY'],
    needed: 'no',
    meaning: 'the most messages a day, over everybody and into one country; 5000 and 3000',
  },
  { names: ['HOST', 'PORT'], needed: 'no', meaning: 'where the server listens; 0.0.0.0 and 3000' },
  {
    names: ['TRUSTED_PROXIES'],
    needed: 'behind a proxy',
    meaning: 'addresses or networks whose forwarding headers are believed',
  },
  {
    names: ['METRICS_TOKEN'],
    needed: 'no',
    meaning: 'the bearer token of `/metrics`; without it `/metrics` is off in production',
  },
  { names: ['DATABASE_POOL_SIZE'], needed: 'no', meaning: 'connections per database role and process; 8' },
  { names: ['REQUESTS_PER_MINUTE'], needed: 'no', meaning: 'a coarse limit per source and process; 1200' },
  {
    names: ['SERVICE_NAME', 'LOG_LEVEL', 'PAGES_DIRECTORY'],
    needed: 'no',
    meaning: 'the name in apps and mails; the log; where the built pages are',
  },
  {
    names: ['DATA_DIRECTORY', 'DATABASE_PORT', 'MAILBOX_SMTP_PORT', 'MAILBOX_HTTP_PORT'],
    needed: '–',
    meaning: 'only for `npm start` and `npm run dev`',
  },
] as const satisfies readonly { names: readonly string[]; needed: string; meaning: string }[]

export type Variable = (typeof VARIABLES)[number]['names'][number]
