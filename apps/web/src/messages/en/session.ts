export const session = {
  navigation: {
    overview: 'Overview',
    users: 'Users',
    roles: 'Roles and permissions',
    policy: 'Sign-in rules',
    audit: 'Audit log',
    platform: 'Organisations',
    account: 'My account',
    signOut: 'Sign out',
  },
  device: { both: '{browser} on {system}', unknown: 'Unknown device' },
  switched: 'You’re now working in {name}.',
  switchFailed: 'We couldn’t switch to another organisation. Try again.',
  warning: {
    title: 'You’re about to be signed out',
    idle: 'You haven’t done anything for a while, so you’ll be signed out at {at, date, time}. Do you want to continue?',
    age: 'You’ve been signed in for a long time, so you’ll be signed out at {at, date, time}. Save what you’re working on. You can sign in again right away.',
    stay: 'Stay signed in',
    finish: 'Go back and save',
    signOut: 'Sign out now',
  },
  fresh: {
    title: 'Confirm that it’s you',
    freshIntro: 'We need your second step again for this.',
    askedIntro: 'Show that your second step still works.',
    weakTitle: 'This needs a stronger second step',
    weakIntro:
      'You signed in with a code from your e-mail. You can view everything, but to manage anything you need a stronger second step.',
    authenticator: 'Enter the code from your authenticator app.',
    sms: 'We’ll send a 6-digit code to your mobile number {to}.',
    passkey: 'Your browser will ask for your fingerprint, your face or your PIN.',
    noWay:
      'You don’t have a stronger second step here. Sign in again and choose your recovery code under ‘Another way’. Then link a new second step. Don’t have the code? Ask the package holder of your organisation to unlink your second step.',
    signInAgain: 'Sign in again',
    confirm: 'Confirm',
  },
  weak: {
    title: 'You signed in with a code from your e-mail',
    text: 'You can view everything, but to manage anything you need a stronger second step.',
    show: 'Use a stronger second step',
  },
  afterRecovery: {
    title: 'Link a new second step',
    text: 'You signed in with your recovery code. Can’t you use your second step any more? Then link a new one now and remove the old one.',
    link: 'Link a new second step',
    later: 'Later',
  },
  factorNotAllowed:
    'This organisation doesn’t allow the second step that you signed in with. Sign out and sign in with another second step.',
} as const
