/** Helping somebody who cannot get in, by the code that they read out. */
export const support = {
  title: 'Komt iemand er niet in?',
  intro:
    'Wie niet kan inloggen, ziet bij het inloggen een code van acht letters en cijfers. Laat je die voorlezen en vul hem hier in. Dan zie je wat er aan de hand is. De code opent niets.',
  back: 'Terug naar gebruikers',
  code: 'Code van de gebruiker',
  codeHint: 'Bijvoorbeeld KH7M-2QPX. De letters O en I en de cijfers 0 en 1 zitten er nooit in.',
  missing: 'Vul de code in die je voorgelezen krijgt.',
  typing: 'Dit kan de code niet zijn. Laat hem nog een keer voorlezen, letter voor letter.',
  notFound: 'Deze code is er niet, of niet meer. Laat je collega bij het inloggen een nieuwe code vragen.',
  submit: 'Zoek de code op',
  result: 'Wat is er aan de hand?',
  who: 'Wie',
  when: 'Code gemaakt op',
  why: 'Waarom',
  next: 'Wat kun je doen?',
  toUser: 'Naar {name}',
  check: 'Weet je zeker dat je {name} aan de lijn hebt? Bel terug op een nummer dat je al kent.',
  reason: {
    none: 'Er is niets bijzonders te zien. Het wachtwoord klopt, en de tweede stap kan gewoon.',
    deactivated: '{name} is gedeactiveerd.',
    deactivatedBy: '{name} is gedeactiveerd door {by}, op {at, date, dateTime}.',
    packageEnded: 'Het pakket van je organisatie is gestopt.',
    packageEndedAt: 'Het pakket van je organisatie is op {at, date, date} gestopt.',
    passwordVoid: 'Er is gemeld dat iemand anders inlogde als {name}. Daarom werkt het wachtwoord niet meer.',
    unlinked: 'De tweede stap van {name} is ontkoppeld.',
    unlinkedBy: 'De tweede stap van {name} is ontkoppeld door {by}, op {at, date, dateTime}.',
    switchedOff: 'De tweede stap van {name} is uitgezet, omdat er te vaak een foute code is ingevuld.',
    switchedOffAt:
      'De tweede stap van {name} is op {at, date, dateTime} uitgezet, omdat er te vaak een foute code is ingevuld.',
    tooManyTries: 'Er is te vaak een foute code ingevuld.',
    tooManyTriesUntil: 'Er is te vaak een foute code ingevuld. Inloggen kan weer vanaf {at, date, dateTime}.',
    clockBehind:
      'De klok van de telefoon loopt {minutes, plural, one {# minuut} other {# minuten}} achter. Daardoor kloppen de codes niet.',
    clockAhead:
      'De klok van de telefoon loopt {minutes, plural, one {# minuut} other {# minuten}} voor. Daardoor kloppen de codes niet.',
    wrongCodes: 'De codes die {name} invulde, klopten niet.',
    notDelivered: 'De code die we stuurden, is niet aangekomen.',
  },
  advice: {
    none: 'Laat {name} opnieuw inloggen, en kijk mee welke stap niet lukt.',
    deactivated: 'Moet {name} er weer in? Activeer deze gebruiker dan weer.',
    packageEnded: 'Neem contact op met de servicedesk.',
    passwordVoid: 'Laat {name} bij het inloggen op ‘Wachtwoord vergeten?’ klikken en een nieuw wachtwoord kiezen.',
    unlinked:
      'Was jij dat? Geef dan de herkoppelcode door. Werkt die niet meer, maak dan een nieuwe op de pagina van {name}.',
    switchedOff: 'Ontkoppel de tweede stap op de pagina van {name}, en geef de herkoppelcode door.',
    tooManyTries: 'Wacht tot het weer kan. Was {name} dit niet zelf? Laat dan een nieuw wachtwoord kiezen.',
    clock: 'Laat {name} de datum en tijd van de telefoon op automatisch zetten, en daarna de nieuwe code invullen.',
    wrongCodes:
      'Kijkt {name} naar de goede regel in de app? Lukt het niet, gebruik dan de herstelcode. Of ontkoppel de tweede stap op de pagina van {name}.',
    notDelivered:
      'Heeft de telefoon bereik, en klopt het nummer? Laat {name} een andere manier kiezen, of de herstelcode gebruiken.',
  },
} as const
