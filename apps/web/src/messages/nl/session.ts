export const session = {
  navigation: {
    overview: 'Overzicht',
    users: 'Gebruikers',
    roles: 'Rollen en rechten',
    audit: 'Logboek',
    platform: 'Organisaties',
    account: 'Mijn account',
    signOut: 'Uitloggen',
  },
  switched: 'Je werkt nu in {name}.',
  switchFailed: 'Wisselen van organisatie lukte niet. Probeer het opnieuw.',
  warning: {
    title: 'Je wordt zo uitgelogd',
    idle: 'Je hebt een tijd niets gedaan. Daarom log je om {at, date, time} automatisch uit. Wil je verder werken?',
    age: 'Je bent al lang ingelogd. Daarom log je om {at, date, time} automatisch uit. Sla op waar je mee bezig bent. Daarna kun je meteen opnieuw inloggen.',
    stay: 'Blijf ingelogd',
    finish: 'Verder met opslaan',
    signOut: 'Nu uitloggen',
  },
  fresh: {
    title: 'Bevestig dat jij het bent',
    intro: 'Hiervoor vragen we je tweede stap nog een keer. Vul de code uit je authenticator-app in.',
    confirm: 'Bevestig',
  },
} as const
