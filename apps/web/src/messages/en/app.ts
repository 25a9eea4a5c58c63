export const app = {
  name: 'Keyholder',
  skip: 'Skip to content',
  offline: 'You have no internet connection. What you save now will not arrive.',
  online: 'You are connected again.',
  language: 'Language',
  languageFailed: 'Switching the language did not work. Try again later.',
  appearance: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  system: 'Automatic',
  tagline: 'Signing in safely in healthcare',
  notFound: {
    title: 'This page does not exist',
    text: 'The link may be old, or there is a typing error in the address.',
    home: 'Go to the start',
  },
  failed: {
    title: 'This page does not work right now',
    text: 'It is not your fault. Reload the page. If it keeps going wrong, call or e-mail the service desk.',
    newVersion: 'A new version is ready. Reload the page to continue.',
    reload: 'Reload the page',
  },
  forbidden: {
    title: 'You have no access here',
    text: 'Your role does not let you use this page. Do you need it? Ask the package holder of your organisation.',
    home: 'Go to the overview',
  },
  problem: {
    unreachable: 'We get no answer. Check your internet connection and try again.',
    busy: 'It is very busy right now. Try again in a few minutes.',
    tooMany: 'This was tried too often. Try again at {at, date, time}.',
    tooManyNow: 'This was tried too often. Try again in a few minutes.',
    signedOut: 'That did not work: you are no longer signed in. Sign in again.',
    forbidden: 'You have no permission for this. Ask the package holder of your organisation.',
    notFresh: 'You did not confirm that it is you. Nothing has changed.',
    weak: 'This needs a stronger second step than a code from your e-mail. Nothing has changed.',
    passkey: {
      stopped:
        'That did not work with your passkey. Perhaps you stopped it, it took too long, or there is no passkey of yours here. Try again or choose another way.',
      exists:
        'There is a passkey for this account on this device already. Use that one, or make one on another device.',
      unsupported: 'Passkeys do not work in this browser. Use another browser or choose another way.',
      refused: 'This passkey does not work here. Try again or choose another way.',
    },
    failed:
      'Something went wrong on our side. Try again. Does it keep going wrong? Then give this number to the service desk: {requestId}',
  },
} as const
