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
} as const
