export const signInSteps = {
  restart: 'Opnieuw beginnen',
  loadFailed: 'Deze stap is niet geladen.',
  usedUp: 'Je hebt te vaak een foute code ingevuld. Begin opnieuw met inloggen.',
  code: {
    title: 'Vul de code uit je app in',
    intro: 'Open de authenticator-app op je telefoon. Zoek daarin {service} met je e-mailadres <email></email>.',
    twoFactor:
      'Dit is je tweede stap. Met deze tweefactor-authenticatie (2FA) komt niemand met alleen je wachtwoord in je account.',
    submit: 'Ga verder',
  },
  factor: {
    title: 'Je tweede stap',
    none: 'Je tweede stap is net uitgezet of ontkoppeld. Begin opnieuw met inloggen.',
    smsAskTitle: 'Vraag een code per sms',
    smsTitle: 'Vul de code uit de sms in',
    smsAsk: 'We sturen een code van 6 cijfers naar je mobiele nummer {to}.',
    emailAskTitle: 'Vraag een code per e-mail',
    emailTitle: 'Vul de code uit de e-mail in',
    emailAsk: 'We sturen een code van 6 cijfers naar {to}.',
    emailIsWeak:
      'Met een code uit je e-mail kun je alles bekijken. Gebruikers beheren en wijzigen hoe je inlogt, kan pas met een sterkere tweede stap.',
    passkeyTitle: 'Gebruik je passkey',
    passkeyIntro: 'Je browser vraagt zo om je vingerafdruk, je gezicht of je pincode.',
    recoveryTitle: 'Vul je herstelcode in',
    nothingLinkable:
      'Je organisatie laat nu geen enkele tweede stap toe die je hier kunt koppelen. Vraag de pakkethouder van je organisatie om hulp.',
    noLongerAllowed: {
      authenticator:
        'Je organisatie staat een authenticator-app niet meer toe als tweede stap. Koppel hieronder een andere manier. Daarna ben je binnen.',
      passkey:
        'Je organisatie staat een passkey niet meer toe als tweede stap. Koppel hieronder een andere manier. Daarna ben je binnen.',
      sms: 'Je organisatie staat sms niet meer toe als tweede stap. Koppel hieronder een andere manier. Daarna ben je binnen.',
      email:
        'Je organisatie staat een code per e-mail niet meer toe als tweede stap. Koppel hieronder een andere manier. Daarna ben je binnen.',
    },
  },
  recovery: {
    intro: 'Je kreeg de herstelcode toen je je tweede stap koppelde. Na het inloggen krijg je een nieuwe.',
    label: 'Herstelcode',
    hint: 'Vijf groepjes van vijf letters en cijfers',
    missing: 'Vul je herstelcode in.',
    typing:
      'Er zit een typefout in de code. Controleer hem letter voor letter. De letters O en I en de cijfers 0 en 1 zitten er nooit in. Dit telt niet als een poging.',
    wrong:
      'Deze herstelcode klopt niet. Misschien is het een oude: na elk gebruik en elke vernieuwing geldt alleen de nieuwste.',
    lost: 'Heb je de code niet meer? Vraag de pakkethouder of een beheerder van je organisatie om je tweede stap te ontkoppelen.',
  },
  why: {
    ask: 'Waarom kom ik er niet in?',
    none: 'We zien niets dat je tegenhoudt: je wachtwoord klopte.',
    noneNext: 'Maak deze stap af. Lukt dat niet? Begin dan opnieuw.',
    deactivated: 'Je account is gedeactiveerd.',
    deactivatedBy: '{by} heeft je account op {at, date, dateTime} gedeactiveerd.',
    askHolder: 'Wil je weer inloggen? Vraag het de pakkethouder van je organisatie.',
    packageEnded: 'Het pakket van je organisatie is gestopt.',
    packageEndedAt: 'Het pakket van je organisatie is op {at, date, date} gestopt.',
    packageEndedNext: 'Vraag de pakkethouder van je organisatie om contact op te nemen met de servicedesk.',
    passwordVoid: 'Er is gemeld dat iemand anders met je account inlogde. Daarom werkt je wachtwoord niet meer.',
    passwordVoidNext: 'Begin opnieuw en kies bij ‘Wachtwoord vergeten?’ een nieuw wachtwoord.',
    unlinked: 'Je tweede stap is ontkoppeld.',
    unlinkedBy: '{by} heeft je tweede stap op {at, date, dateTime} ontkoppeld.',
    unlinkedNext:
      'Vraag de herkoppelcode aan degene die dat deed. Vul hem hier in en koppel daarna een nieuwe tweede stap.',
    switchedOff: 'Je authenticator-app is uitgezet, omdat er te vaak een foute code is ingevuld.',
    switchedOffAt:
      'Je authenticator-app is op {at, date, dateTime} uitgezet, omdat er te vaak een foute code is ingevuld.',
    switchedOffNext:
      'Gebruik een andere manier, zoals je herstelcode. Heb je die niet? Vraag de pakkethouder of een beheerder van je organisatie om je tweede stap te ontkoppelen.',
    tooManyTries: 'Er is te vaak een foute code ingevuld.',
    tooManyTriesUntil: 'Wacht tot {at, date, time}. Daarna kun je het opnieuw proberen.',
    tooManyTriesNext: 'Wacht een kwartier. Daarna kun je het opnieuw proberen.',
    clockBehind: 'De klok van je telefoon loopt {minutes, plural, one {# minuut} other {# minuten}} achter.',
    clockAhead: 'De klok van je telefoon loopt {minutes, plural, one {# minuut} other {# minuten}} voor.',
    clockNext:
      'Daardoor kloppen de codes in je app niet. Zet de datum en tijd in de instellingen van je telefoon op automatisch. Vul daarna de nieuwe code in.',
    wrongCodes: 'De codes die je invulde, klopten niet.',
    wrongCodesNext:
      'Kijk of je de goede regel in je app gebruikt, en of de klok van je telefoon gelijk loopt. Of kies een andere manier.',
    notDelivered: 'De code die we stuurden, is niet aangekomen.',
    notDeliveredNext: 'Vraag een nieuwe code, of kies een andere manier.',
    readOut: 'Kom je er zo niet uit? Lees deze code voor aan je pakkethouder. Die ziet dan wat er aan de hand is.',
    code: 'Code voor je pakkethouder',
  },
  otherLink: {
    summary: 'Liever een andere manier?',
    authenticator: 'Een authenticator-app op je telefoon',
    passkey: 'Een passkey: je vingerafdruk, gezicht of pincode',
    sms: 'Een code per sms',
  },
  linkNumber: {
    title: 'Koppel je mobiele nummer',
    intro:
      'Voortaan log je in met je wachtwoord en een code die we je per sms sturen. Dat heet tweefactor-authenticatie (2FA).',
    number: 'Mobiel nummer',
    numberHint: 'Bijvoorbeeld 06 12345678. Begin met + en de landcode bij een nummer uit een ander land.',
    missing: 'Vul je mobiele nummer in.',
    send: 'Stuur een code naar dit nummer',
    otherNumber: 'Gebruik een ander nummer',
    submit: 'Koppel het nummer',
  },
  linkPasskey: {
    title: 'Maak een passkey',
    intro:
      'Voortaan log je in met je wachtwoord en je vingerafdruk, je gezicht of de pincode van je apparaat. Dat heet een passkey.',
    how: 'Je browser vraagt zo waar je de passkey wilt bewaren: op dit apparaat, op je telefoon of op een beveiligingssleutel.',
    submit: 'Maak de passkey',
  },
  relink: {
    title: 'Vul je herkoppelcode in',
    unlinked: '{by} heeft op {at, date, dateTime} je tweede stap ontkoppeld.',
    unlinkedUnknown: 'Je tweede stap is ontkoppeld.',
    intro:
      'Om een nieuwe tweede stap te koppelen heb je een herkoppelcode nodig. Alleen {by} heeft die code. Bel even, of ga langs.',
    introUnknown:
      'Om een nieuwe tweede stap te koppelen heb je een herkoppelcode nodig. Vraag die aan de pakkethouder of een beheerder van je organisatie.',
    notByMail: 'De code komt niet per e-mail. Zo weten we zeker dat jij het bent.',
    label: 'Herkoppelcode',
    hint: 'Acht letters en cijfers, bijvoorbeeld ABCD-2345',
    submit: 'Ga verder',
    missing: 'Vul de herkoppelcode in.',
    typing:
      'Dit kan de herkoppelcode niet zijn. De code heeft acht letters en cijfers. De letters O en I en de cijfers 0 en 1 zitten er nooit in.',
    wrong: 'De herkoppelcode klopt niet. Controleer de code en probeer het opnieuw.',
    expired: 'De herkoppelcode is verlopen. Vraag om een nieuwe.',
    usedUp: 'Deze herkoppelcode werkt niet meer, omdat er te vaak een foute code is ingevuld. Vraag om een nieuwe.',
  },
  link: {
    step: 'Stap 2 van 3',
    title: 'Koppel een authenticator-app',
    intro:
      'Voortaan log je in met je wachtwoord en een code uit een app op je telefoon. Dat heet tweefactor-authenticatie (2FA).',
    until: 'Je hebt hiervoor de tijd tot {at, date, time}.',
    install: 'Pak je telefoon en open een authenticator-app',
    apps: 'Heb je nog geen app? Installeer er een, bijvoorbeeld Microsoft Authenticator, Google Authenticator of LastPass Authenticator. Ze zijn gratis in de App Store en in Google Play.',
    scan: 'Scan de QR-code met de app',
    qr: 'QR-code om {service} aan je authenticator-app toe te voegen',
    open: 'Voeg {service} toe aan de app',
    openInApp: 'Openen in je app',
    openHint: 'Gebeurt er niets? Installeer dan eerst een authenticator-app.',
    otherDevice: 'Staat de app op een ander apparaat?',
    otherDeviceHint: 'Scan dan deze QR-code met de app.',
    cannotScan: 'Kun je de QR-code niet scannen?',
    cannotScanHint: 'Kies in de app voor handmatig invoeren. Typ je e-mailadres en deze sleutel over.',
    key: 'Sleutel',
    typeCode: 'Vul de code in die de app laat zien',
    expired:
      'Deze QR-code is verlopen. Hierboven staat een nieuwe. Haal {service} weg uit je app en voeg het opnieuw toe.',
    submit: 'Koppel de app',
    again:
      'Blijft de code fout? Staat {service} twee keer in je app, gebruik dan de nieuwste. Kijk ook of de klok van je telefoon gelijk loopt.',
  },
  recoveryCode: {
    step: 'Stap 3 van 3',
    title: 'Bewaar je herstelcode',
    intro: 'Ben je je telefoon kwijt? Dan log je in met deze herstelcode. Je ziet hem maar één keer.',
    hidden:
      'We laten een herstelcode maar één keer zien. Heb je hem al bewaard? Dan kun je verder. Anders maak je een nieuwe: de eerdere code werkt dan niet meer.',
    renew: 'Maak een nieuwe herstelcode',
    submit: 'Ga verder',
  },
} as const
