/** The second step, wherever it is shown or linked: at sign-in, again in the pages, and in one's account. */
export const secondStep = {
  otherWay: 'Andere manier',
  way: {
    authenticator: 'Code uit je authenticator-app',
    passkey: 'Passkey: je vingerafdruk, gezicht of pincode',
    sms: 'Sms naar je mobiele nummer {to}',
    email: 'E-mail naar {to}',
    'recovery-code': 'Herstelcode',
  },
  code: {
    label: 'Code van 6 cijfers',
    authenticator: {
      missing: 'Vul de 6 cijfers in die je app nu laat zien.',
      wrong: 'De code klopt niet, of is al gebruikt. Wacht op de volgende code in je app en vul die in.',
    },
    sms: {
      missing: 'Vul de 6 cijfers uit de sms in.',
      wrong: 'De code klopt niet. Kijk in de nieuwste sms en vul die code in.',
    },
    email: {
      missing: 'Vul de 6 cijfers uit de e-mail in.',
      wrong: 'De code klopt niet. Kijk in de nieuwste e-mail en vul die code in.',
    },
    clock:
      'Blijft de code fout? Kijk of de klok van je telefoon gelijk loopt. Zet de datum en tijd in de instellingen op automatisch.',
    clockBehind:
      'De klok van je telefoon loopt {minutes, plural, one {# minuut} other {# minuten}} achter. Zet de datum en tijd in de instellingen van je telefoon op automatisch. Vul daarna de nieuwe code in.',
    clockAhead:
      'De klok van je telefoon loopt {minutes, plural, one {# minuut} other {# minuten}} voor. Zet de datum en tijd in de instellingen van je telefoon op automatisch. Vul daarna de nieuwe code in.',
    clockOff:
      'De klok van je telefoon loopt niet gelijk. Zet de datum en tijd in de instellingen van je telefoon op automatisch. Vul daarna de nieuwe code in.',
  },
  sent: {
    smsSending: 'We sturen een sms naar {to}.',
    smsSent: 'We hebben een sms gestuurd naar {to}. De code werkt tot {at, date, time}.',
    smsFailed: 'We konden geen sms sturen naar {to}.',
    smsFailedNext: 'Heeft je telefoon bereik? Probeer het opnieuw, of kies een andere manier.',
    emailSending: 'We sturen een e-mail naar {to}.',
    emailSent:
      'We hebben een e-mail gestuurd naar {to}. De code werkt tot {at, date, time}. Kijk ook bij de ongewenste e-mail.',
    emailFailed: 'We konden geen e-mail sturen naar {to}.',
    emailFailedNext: 'Probeer het opnieuw, of kies een andere manier.',
    smsSend: 'Stuur de sms',
    emailSend: 'Stuur de e-mail',
    again: 'Stuur een nieuwe code',
    againIn: 'Nieuwe code over {seconds, plural, one {# seconde} other {# seconden}}',
  },
  qrFailed: 'De QR-code kan nu niet getekend worden. Gebruik de sleutel, of laad de pagina opnieuw.',
  passkey: { use: 'Gebruik je passkey' },
  problem: {
    expired: 'Deze code is verlopen. Vraag een nieuwe code.',
    notSent: 'Er is nog geen code gestuurd. Vraag eerst een code.',
    codeUsedUp: 'Je hebt te vaak een foute code ingevuld. Deze code werkt niet meer. Vraag een nieuwe code.',
    tooSoon: 'We hebben net een code gestuurd. Wacht een halve minuut voor je een nieuwe vraagt.',
    sendLimit: 'We hebben te vaak een code gestuurd. Om {at, date, time} kan het weer. Of kies een andere manier.',
    sendLimitNow: 'We hebben te vaak een code gestuurd. Probeer het later opnieuw, of kies een andere manier.',
    smsUnavailable: 'Er kan nu geen sms worden gestuurd. Kies een andere manier.',
    notAllowed: 'Deze manier kun je hier nu niet gebruiken. Kies een andere manier.',
    phoneInvalid: 'Dit is geen mobiel nummer waar we een code naartoe kunnen sturen. Een voorbeeld: 06 12345678',
    phoneNotMobile: 'Dit is geen mobiel nummer. Een sms komt alleen aan op een mobiele telefoon.',
    phoneCountry: 'Naar dit land sturen we geen sms. Gebruik een ander nummer of kies een andere manier.',
    phoneLimit: 'Dit nummer kun je niet gebruiken. Kies een ander nummer.',
    passkeyNotLinked: 'Deze passkey kon niet worden gekoppeld. Probeer het opnieuw, of kies een andere manier.',
    passkeyLimit: 'Je hebt het grootste aantal passkeys dat een account kan hebben. Haal er eerst een weg.',
  },
} as const
