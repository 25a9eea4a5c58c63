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
  loading: {
    busy: 'Bezig met laden…',
    slow: 'Dit duurt langer dan normaal.',
    retry: 'Probeer het opnieuw',
  },
  busy: 'Even geduld…',
  cancel: 'Annuleren',
  close: 'Sluiten',
  notice: { info: 'Informatie', success: 'Gelukt', warning: 'Let op', error: 'Fout' },
  optional: 'niet verplicht',
} as const
