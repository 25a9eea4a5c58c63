export const app = {
  name: 'Keyholder',
  skip: 'Ga naar de inhoud',
  offline: 'Je hebt geen internetverbinding. Wat je nu opslaat, komt niet aan.',
  online: 'Je hebt weer verbinding.',
  language: 'Taal',
  languageFailed: 'Wisselen van taal lukte niet. Probeer het later opnieuw.',
  appearance: 'Weergave',
  light: 'Licht',
  dark: 'Donker',
  system: 'Automatisch',
  tagline: 'Veilig inloggen in de zorg',
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Misschien is de link oud, of staat er een typefout in het adres.',
    home: 'Naar het begin',
  },
  failed: {
    title: 'Deze pagina werkt nu niet',
    text: 'Het ligt niet aan jou. Laad de pagina opnieuw. Blijft het misgaan? Bel dan de servicedesk, of stuur een e-mail.',
    newVersion: 'Er staat een nieuwe versie klaar. Laad de pagina opnieuw om verder te gaan.',
    reload: 'Laad de pagina opnieuw',
  },
  forbidden: {
    title: 'Hier mag je niet bij',
    text: 'Je rol geeft je geen recht op deze pagina. Heb je de pagina nodig? Vraag het de pakkethouder van je organisatie.',
    home: 'Naar het overzicht',
  },
  problem: {
    unreachable: 'We krijgen geen antwoord. Controleer je internetverbinding en probeer het opnieuw.',
    busy: 'Het is nu erg druk. Probeer het over een paar minuten opnieuw.',
    tooMany: 'Dit is te vaak geprobeerd. Probeer het om {at, date, time} opnieuw.',
    tooManyNow: 'Dit is te vaak geprobeerd. Probeer het over een paar minuten opnieuw.',
    signedOut: 'Dit is niet gelukt: je bent niet meer ingelogd. Log opnieuw in.',
    forbidden: 'Je hebt hier geen recht voor. Vraag het de pakkethouder van je organisatie.',
    notFresh: 'Je hebt niet bevestigd dat jij het bent. Er is niets veranderd.',
    weak: 'Hiervoor heb je een sterkere tweede stap nodig dan een code uit je e-mail. Er is niets veranderd.',
    passkey: {
      stopped:
        'Dat lukte niet met je passkey. Misschien stopte je zelf, duurde het te lang, of staat hier geen passkey van jou. Probeer het opnieuw of kies een andere manier.',
      exists:
        'Op dit apparaat staat al een passkey voor dit account. Gebruik die, of maak er een op een ander apparaat.',
      unsupported: 'Passkeys werken niet in deze browser. Gebruik een andere browser of kies een andere manier.',
      refused: 'Deze passkey werkt hier niet. Probeer het opnieuw of kies een andere manier.',
    },
    failed:
      'Er ging iets mis bij ons. Probeer het opnieuw. Blijft het misgaan? Geef dit nummer dan door aan de servicedesk: {requestId}',
  },
} as const
