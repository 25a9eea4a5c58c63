export const ui = {
  page: {
    title: '{page} – Keyholder',
    titleWithErrors: '({count, plural, one {# fout} other {# fouten}}) {title}',
  },
  errorSummary: {
    heading: '{count, plural, one {Er is iets niet goed ingevuld} other {Er zijn # dingen niet goed ingevuld}}',
    problem: 'Dat lukte niet',
  },
  password: { show: 'Toon', hide: 'Verberg', showLabel: 'Toon wachtwoord', hideLabel: 'Verberg wachtwoord' },
  capsLock: 'Caps Lock staat aan.',
  copy: { copy: 'Kopieer', copied: 'Gekopieerd', failed: 'Kopiëren lukte niet. Selecteer de tekst en kopieer zelf.' },
  loading: {
    busy: 'Bezig met laden…',
    slow: 'Dit duurt langer dan normaal.',
    retry: 'Probeer het opnieuw',
  },
  busy: 'Even geduld…',
  qrFailed: 'De QR-code kan nu niet getekend worden. Gebruik de sleutel, of laad de pagina opnieuw.',
  cancel: 'Annuleren',
  close: 'Sluiten',
  notice: { info: 'Informatie', success: 'Gelukt', warning: 'Let op', error: 'Fout' },
  optional: 'niet verplicht',
  device: { both: '{browser} op {system}', unknown: 'Onbekend apparaat' },
} as const
