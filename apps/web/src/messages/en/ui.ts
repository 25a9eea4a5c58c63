export const ui = {
  page: {
    title: '{page} – Keyholder',
    titleWithErrors: '({count, plural, one {# error} other {# errors}}) {title}',
  },
  errorSummary: {
    heading: '{count, plural, one {Something needs your attention} other {# things need your attention}}',
    problem: 'That didn’t work',
  },
  password: { show: 'Show', hide: 'Hide', showLabel: 'Show password', hideLabel: 'Hide password' },
  capsLock: 'Caps Lock is on.',
  loading: {
    busy: 'Loading…',
    slow: 'This is taking longer than usual.',
    retry: 'Try again',
  },
  busy: 'One moment…',
  cancel: 'Cancel',
  close: 'Close',
  notice: { info: 'Information', success: 'Done', warning: 'Please note', error: 'Error' },
  optional: 'optional',
} as const
