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
  switched: 'You now work in {name}.',
  switchFailed: 'Switching to another organisation did not work. Try again.',
  warning: {
    title: 'You are about to be signed out',
    idle: 'You have not done anything for a while. That is why you are signed out at {at, date, time}. Do you want to go on?',
    age: 'You have been signed in for a long time. That is why you are signed out at {at, date, time}. Save what you are working on. You can sign in again straight away.',
    stay: 'Stay signed in',
    finish: 'Go on saving',
    signOut: 'Sign out now',
  },
  fresh: {
    title: 'Confirm that it is you',
    freshIntro: 'For this we ask for your second step once more.',
    askedIntro: 'Show that your second step still works.',
    weakTitle: 'This needs a stronger second step',
    weakIntro:
      'You signed in with a code from your e-mail. With that you can look at everything. You can manage things only once you use a stronger second step.',
    authenticator: 'Fill in the code from your authenticator app.',
    sms: 'We send a 6-digit code to your mobile number {to}.',
    passkey: 'Your browser is going to ask for your fingerprint, your face or your PIN.',
    noWay:
      'You have no stronger second step here. Sign in again and choose your recovery code under ‘Another way’. After that you link a new second step. Do you not have the code? Ask the package holder of your organisation to unlink your second step.',
    signInAgain: 'Sign in again',
    confirm: 'Confirm',
  },
  weak: {
    title: 'You signed in with a code from your e-mail',
    text: 'You can look at everything. You can manage things only once you use a stronger second step.',
    show: 'Use a stronger second step',
  },
  afterRecovery: {
    title: 'Link a new second step',
    text: 'You signed in with your recovery code. Did you lose your phone? Then link a new authenticator app now and remove the old one.',
    link: 'Link a new app',
    later: 'Later',
  },
  factorNotAllowed:
    'This organisation does not allow the second step that you signed in with. Sign out and sign in with another second step.',
} as const
