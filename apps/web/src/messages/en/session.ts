export const session = {
  navigation: {
    overview: 'Overview',
    users: 'Users',
    roles: 'Roles and permissions',
    audit: 'Audit log',
    platform: 'Organisations',
    account: 'My account',
    signOut: 'Sign out',
  },
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
    intro: 'For this we ask for your second step once more. Fill in the code from your authenticator app.',
    confirm: 'Confirm',
  },
} as const
