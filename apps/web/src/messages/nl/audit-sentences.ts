/** For each action what is said when it happened (`done`) and when it was only tried (`tried`). */
const actions = {
  'sign-in': {
    password: {
      done: '{actor} heeft bij het inloggen het goede wachtwoord ingevuld',
      tried: '{actor} wilde inloggen',
    },
    'second-factor': {
      done: '{actor} heeft de tweede stap gedaan',
      tried: '{actor} wilde de tweede stap doen',
    },
    relink: {
      done: '{actor} heeft de herkoppelcode ingevuld',
      tried: '{actor} wilde de herkoppelcode gebruiken',
    },
    completed: { done: '{actor} heeft ingelogd', tried: '{actor} wilde inloggen' },
    cancelled: { done: '{actor} is gestopt met inloggen', tried: '{actor} wilde stoppen met inloggen' },
    reported: {
      done: '{actor} heeft gemeld dat iemand anders inlogde, en alles is afgesloten',
      tried: '{actor} wilde melden dat iemand anders inlogde',
    },
  },
  session: {
    'signed-out': { done: '{actor} heeft uitgelogd', tried: '{actor} wilde uitloggen' },
    'stepped-up': {
      done: '{actor} heeft de tweede stap nog een keer gedaan',
      tried: '{actor} wilde de tweede stap nog een keer doen',
    },
    switched: {
      done: '{actor} is naar deze organisatie gewisseld',
      tried: '{actor} wilde naar deze organisatie wisselen',
    },
    ended: { done: '{actor} heeft een eigen sessie beëindigd', tried: '{actor} wilde een eigen sessie beëindigen' },
  },
  authenticator: {
    linked: {
      done: '{actor} heeft een authenticator-app gekoppeld: {object}',
      tried: '{actor} wilde een authenticator-app koppelen',
    },
    unlinked: {
      done: '{actor} heeft de tweede stap van {object} ontkoppeld',
      tried: '{actor} wilde de tweede stap van {object} ontkoppelen',
    },
    removed: {
      done: '{actor} heeft een eigen authenticator-app verwijderd: {object}',
      tried: '{actor} wilde een eigen authenticator-app verwijderen',
    },
    renamed: {
      done: '{actor} heeft een eigen authenticator-app een andere naam gegeven: {object}',
      tried: '{actor} wilde een eigen authenticator-app een andere naam geven',
    },
    'switched-off': {
      done: 'De authenticator-app van {actor} is uitgezet na te veel verkeerde codes',
      tried: 'De authenticator-app van {actor} zou worden uitgezet',
    },
  },
  passkey: {
    linked: { done: '{actor} heeft een passkey gekoppeld: {object}', tried: '{actor} wilde een passkey koppelen' },
    removed: {
      done: '{actor} heeft een eigen passkey verwijderd: {object}',
      tried: '{actor} wilde een eigen passkey verwijderen',
    },
    renamed: {
      done: '{actor} heeft een eigen passkey een andere naam gegeven: {object}',
      tried: '{actor} wilde een eigen passkey een andere naam geven',
    },
    counter_regressed: {
      done: 'Van de passkey {object} van {actor} bestaat misschien een kopie',
      tried: '{actor} wilde een passkey gebruiken die misschien een kopie is',
    },
  },
  'second-step': {
    preferred: {
      done: '{actor} heeft gekozen waarmee het inloggen begint',
      tried: '{actor} wilde kiezen waarmee het inloggen begint',
    },
  },
  code: {
    sent: { done: '{actor} heeft een code gevraagd', tried: '{actor} wilde een code vragen' },
  },
  'recovery-code': {
    used: {
      done: '{actor} heeft de herstelcode gebruikt om in te loggen',
      tried: '{actor} wilde de herstelcode gebruiken',
    },
    made: { done: '{actor} heeft een herstelcode gekregen', tried: '{actor} wilde een herstelcode maken' },
    kept: { done: '{actor} heeft de herstelcode bewaard', tried: '{actor} wilde de herstelcode bewaren' },
  },
  password: {
    'reset-asked': {
      done: '{actor} heeft een link gevraagd voor een nieuw wachtwoord van {object}',
      tried: '{actor} vroeg een link voor een nieuw wachtwoord van {object}',
    },
    reset: {
      done: '{actor} heeft met een link uit een e-mail een nieuw wachtwoord gekozen',
      tried: '{actor} wilde met een link uit een e-mail een nieuw wachtwoord kiezen',
    },
    changed: {
      done: '{actor} heeft het eigen wachtwoord gewijzigd',
      tried: '{actor} wilde het eigen wachtwoord wijzigen',
    },
  },
  account: {
    changed: {
      done: '{actor} heeft de eigen gegevens gewijzigd',
      tried: '{actor} wilde de eigen gegevens wijzigen',
    },
  },
  email: {
    'change-asked': {
      done: '{actor} heeft gevraagd om een ander e-mailadres',
      tried: '{actor} wilde het eigen e-mailadres wijzigen',
    },
    changed: {
      done: '{actor} heeft het eigen e-mailadres gewijzigd',
      tried: '{actor} wilde een nieuw e-mailadres bevestigen',
    },
    'change-stopped': {
      done: '{actor} heeft de wijziging van het e-mailadres tegengehouden',
      tried: '{actor} wilde de wijziging van het e-mailadres tegenhouden',
    },
  },
  device: {
    new: {
      done: '{actor} heeft voor het eerst ingelogd op een apparaat',
      tried: '{actor} wilde voor het eerst inloggen op een apparaat',
    },
  },
  'support-code': {
    made: {
      done: '{actor} kwam er niet in en kreeg een code voor de pakkethouder',
      tried: '{actor} wilde een code voor de pakkethouder',
    },
    'looked-up': {
      done: '{actor} heeft opgezocht waarom {object} niet kon inloggen',
      tried: '{actor} wilde opzoeken waarom iemand niet kon inloggen',
    },
  },
  policy: {
    changed: { done: '{actor} heeft de inlogregels gewijzigd', tried: '{actor} wilde de inlogregels wijzigen' },
    reminded: {
      done: 'Gebruikers zijn eraan herinnerd dat hun tweede stap straks niet meer mag',
      tried: 'Gebruikers zouden eraan worden herinnerd dat hun tweede stap straks niet meer mag',
    },
  },
  sms: {
    linked: {
      done: '{actor} heeft een mobiel nummer gekoppeld: {object}',
      tried: '{actor} wilde een mobiel nummer koppelen',
    },
    removed: {
      done: '{actor} heeft een eigen mobiel nummer verwijderd: {object}',
      tried: '{actor} wilde een eigen mobiel nummer verwijderen',
    },
    'limit-reached': {
      done: 'Er zijn zo veel sms’en verstuurd dat een grens is bereikt',
      tried: 'Er was bijna een grens bereikt voor sms’en',
    },
    'switched-off': { done: '{actor} heeft sms uitgezet', tried: '{actor} wilde sms uitzetten' },
    'switched-on': { done: '{actor} heeft sms weer aangezet', tried: '{actor} wilde sms weer aanzetten' },
  },
  user: {
    invited: { done: '{actor} heeft {object} uitgenodigd', tried: '{actor} wilde {object} uitnodigen' },
    'invitation-resent': {
      done: '{actor} heeft de uitnodiging van {object} opnieuw verstuurd',
      tried: '{actor} wilde de uitnodiging van {object} opnieuw versturen',
    },
    'invitation-withdrawn': {
      done: '{actor} heeft de uitnodiging van {object} ingetrokken',
      tried: '{actor} wilde de uitnodiging van {object} intrekken',
    },
    joined: { done: '{actor} heeft de uitnodiging aangenomen', tried: '{actor} wilde een uitnodiging aannemen' },
    'role-changed': {
      done: '{actor} heeft de rol van {object} gewijzigd',
      tried: '{actor} wilde de rol van {object} wijzigen',
    },
    deactivated: { done: '{actor} heeft {object} gedeactiveerd', tried: '{actor} wilde {object} deactiveren' },
    reactivated: {
      done: '{actor} heeft {object} weer actief gemaakt',
      tried: '{actor} wilde {object} weer actief maken',
    },
    'sessions-ended': {
      done: '{actor} heeft de sessies van {object} beëindigd',
      tried: '{actor} wilde de sessies van {object} beëindigen',
    },
  },
  'api-user': {
    created: {
      done: '{actor} heeft de API-gebruiker {object} gemaakt',
      tried: '{actor} wilde de API-gebruiker {object} maken',
    },
    'credential-link-sent': {
      done: '{actor} heeft een link verstuurd naar de sleutel van API-gebruiker {object}',
      tried: '{actor} wilde een link versturen naar de sleutel van API-gebruiker {object}',
    },
    'credential-picked-up': {
      done: 'De sleutel van API-gebruiker {object} is opgehaald',
      tried: '{actor} wilde de sleutel van API-gebruiker {object} ophalen',
    },
  },
  token: {
    issued: {
      done: 'API-gebruiker {object} kreeg toegang tot de API',
      tried: 'API-gebruiker {object} vroeg toegang tot de API',
    },
    refused: {
      done: 'API-gebruiker {object} kreeg geen toegang tot de API',
      tried: 'API-gebruiker {object} vroeg toegang tot de API',
    },
  },
  audit: { read: { done: '{actor} heeft het logboek bekeken', tried: '{actor} wilde het logboek bekijken' } },
  operator: {
    created: {
      done: '{object} is op de server uitgenodigd als functioneel beheerder',
      tried: '{object} zou functioneel beheerder worden',
    },
  },
} as const

/** What reads better in words of its own. */
const special = {
  secondStepBy: {
    authenticator: {
      done: '{actor} heeft de goede code uit de authenticator-app ingevuld',
      tried: '{actor} wilde de code uit de authenticator-app gebruiken',
    },
    passkey: { done: '{actor} heeft een passkey gebruikt', tried: '{actor} wilde een passkey gebruiken' },
    sms: {
      done: '{actor} heeft de goede code uit de sms ingevuld',
      tried: '{actor} wilde de code uit de sms gebruiken',
    },
    email: {
      done: '{actor} heeft de goede code uit de e-mail ingevuld',
      tried: '{actor} wilde de code uit de e-mail gebruiken',
    },
    'recovery-code': {
      done: '{actor} heeft de herstelcode gebruikt voor de tweede stap',
      tried: '{actor} wilde de herstelcode gebruiken voor de tweede stap',
    },
  },
  codeSentBy: {
    sms: '{actor} heeft een code per sms gevraagd',
    email: '{actor} heeft een code per e-mail gevraagd',
  },
  smsSwitchedOffByLimit: 'Sms is uit zichzelf uitgezet, omdat een grens was bereikt',
  oldestSession: 'De oudste sessie van een gebruiker is beëindigd, omdat er te veel waren',
  passwordOf: '{actor} wilde inloggen als {object}',
  unknownAddress: '{actor} wilde inloggen met een e-mailadres dat niet bekend is',
  resetOfUnknownAddress: '{actor} vroeg een nieuw wachtwoord voor een e-mailadres dat niet bekend is',
  unknownClient: 'Een onbekend programma vroeg toegang tot de API',
  otherSessions: '{actor} heeft alle andere eigen sessies beëindigd',
  invitationAskedAgain: '{actor} heeft met een verlopen link een nieuwe uitnodiging voor {object} gevraagd',
  credentialLinkAskedAgain:
    '{actor} heeft met een verlopen link een nieuwe link gevraagd naar de sleutel van API-gebruiker {object}',
} as const

export const auditSentences = { ...actions, ...special } as const
