export const session = {
  navigation: {
    overview: 'Overzicht',
    users: 'Gebruikers',
    roles: 'Rollen en rechten',
    policy: 'Inlogregels',
    audit: 'Logboek',
    platform: 'Organisaties',
    account: 'Mijn account',
    signOut: 'Uitloggen',
  },
  device: { both: '{browser} op {system}', unknown: 'Onbekend apparaat' },
  switched: 'Je werkt nu in {name}.',
  switchFailed: 'Wisselen van organisatie lukte niet. Probeer het opnieuw.',
  warning: {
    title: 'Je wordt zo uitgelogd',
    idle: 'Je hebt een tijd niets gedaan. Daarom word je om {at, date, time} automatisch uitgelogd. Wil je verder werken?',
    age: 'Je bent al lang ingelogd. Daarom word je om {at, date, time} automatisch uitgelogd. Sla op waar je mee bezig bent. Daarna kun je meteen opnieuw inloggen.',
    stay: 'Blijf ingelogd',
    finish: 'Verder met opslaan',
    signOut: 'Nu uitloggen',
  },
  fresh: {
    title: 'Bevestig dat jij het bent',
    freshIntro: 'Hiervoor vragen we je tweede stap nog een keer.',
    askedIntro: 'Laat zien dat je tweede stap nog werkt.',
    weakTitle: 'Hiervoor is een sterkere tweede stap nodig',
    weakIntro:
      'Je bent ingelogd met een code uit je e-mail. Daarmee kun je alles bekijken. Beheren kan pas als je een sterkere tweede stap gebruikt.',
    authenticator: 'Vul de code uit je authenticator-app in.',
    sms: 'We sturen een code van 6 cijfers naar je mobiele nummer {to}.',
    passkey: 'Je browser vraagt zo om je vingerafdruk, je gezicht of je pincode.',
    noWay:
      'Je hebt hier geen sterkere tweede stap. Log opnieuw in en kies bij ‘Andere manier’ je herstelcode. Daarna koppel je een nieuwe tweede stap. Heb je de code niet? Vraag de pakkethouder van je organisatie om je tweede stap te ontkoppelen.',
    signInAgain: 'Log opnieuw in',
    confirm: 'Bevestig',
  },
  weak: {
    title: 'Je bent ingelogd met een code uit je e-mail',
    text: 'Je kunt alles bekijken. Beheren kan pas als je een sterkere tweede stap gebruikt.',
    show: 'Gebruik een sterkere tweede stap',
  },
  afterRecovery: {
    title: 'Koppel een nieuwe tweede stap',
    text: 'Je bent ingelogd met je herstelcode. Kun je je tweede stap niet meer gebruiken? Koppel dan nu een nieuwe en verwijder de oude.',
    link: 'Koppel een nieuwe tweede stap',
    later: 'Later',
  },
  factorNotAllowed:
    'Deze organisatie staat de tweede stap waarmee je bent ingelogd niet toe. Log uit en log in met een andere tweede stap.',
} as const
