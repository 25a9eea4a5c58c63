export const app = {
  name: 'Keyholder',
  skip: 'Skip to content',
  offline: 'You have no internet connection. Changes you make now won’t be saved.',
  online: 'You’re back online.',
  language: 'Language',
  languageFailed: 'We couldn’t switch the language. Try again later.',
  appearance: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  system: 'Automatic',
  tagline: 'Secure sign-in for healthcare',
  notFound: {
    title: 'This page doesn’t exist',
    text: 'The link may be out of date, or there may be a typo in the address.',
    home: 'Go to the start page',
  },
  failed: {
    title: 'This page isn’t working right now',
    text: 'It’s not your fault. Reload the page. Does it keep going wrong? Then call or e-mail the service desk.',
    newVersion: 'A new version is ready. Reload the page to continue.',
    reload: 'Reload the page',
  },
  forbidden: {
    title: 'You don’t have access to this page',
    text: 'Your role doesn’t include this page. Do you need it? Ask the package holder of your organisation.',
    home: 'Go to the overview',
  },
  problem: {
    unreachable: 'We can’t reach the server. Check your internet connection and try again.',
    busy: 'It’s very busy right now. Try again in a few minutes.',
    tooMany: 'Too many attempts. Try again at {at, date, time}.',
    tooManyNow: 'Too many attempts. Try again in a few minutes.',
    signedOut: 'That didn’t work: you’re no longer signed in. Sign in again.',
    forbidden: 'You don’t have permission to do this. Ask the package holder of your organisation.',
    notFresh: 'You didn’t confirm that it’s you. Nothing has changed.',
    weak: 'This needs a stronger second step than a code from your e-mail. Nothing has changed.',
    passkey: {
      stopped:
        'Your passkey didn’t work. You may have cancelled, it may have taken too long, or your passkey may not be on this device. Try again or choose another way.',
      exists: 'This device already has a passkey for this account. Use that one, or create one on another device.',
      unsupported: 'Passkeys don’t work in this browser. Use another browser or choose another way.',
      refused: 'This passkey doesn’t work here. Try again or choose another way.',
    },
    failed:
      'Something went wrong on our side. Try again. Does it keep going wrong? Then give the service desk this number: {requestId}',
  },
} as const
