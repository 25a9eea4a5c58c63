export const signIn = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgot your password?',
  emailMissing: 'Fill in your e-mail address.',
  emailWrong: 'This is not an e-mail address. An example: name@organisation.nl',
  passwordMissing: 'Fill in your password.',
  news: {
    ended: 'Your session has ended. Sign in again. After that you go on where you were.',
    expired: 'Signing in took too long. Start again.',
    'signed-out': 'You are signed out.',
    'password-chosen': 'Your password has been saved.',
  },
  problem: {
    refused: 'The e-mail address or the password is not right. Check them and try again.',
    tooMany: 'Too many tries. Try again at {at, date, time}.',
    tooManyNow: 'Too many tries. Try again in a quarter of an hour.',
    deactivated:
      'Your account has been deactivated. Do you want to sign in again? Ask the package holder of your organisation.',
    packageEnded:
      'The package of your organisation has ended. That is why you cannot sign in. Ask the package holder of your organisation to contact the service desk.',
    factorDisabled:
      'Your authenticator app has been switched off, because a wrong code was filled in too often. Ask the package holder or an administrator of your organisation to unlink your app. Are you the package holder? Then contact the service desk.',
    expired: 'This took too long. Start again with signing in.',
    usedUp: 'You filled in a wrong code too often. Start again with signing in.',
    enrolmentExpired:
      'This QR code has expired. There is a new one above. Remove {service} from your app and add it again.',
  },
  help: {
    summary: 'Help with signing in',
    passwordQuestion: 'Do you no longer know your password?',
    passwordAction: 'Choose a new password.',
    passwordAnswer: 'You get an e-mail for that.',
    phoneQuestion: 'Do you have a new phone, or did you lose it?',
    phoneAnswer:
      'Ask the package holder or an administrator of your organisation to unlink your authenticator app. After that you link a new one.',
    accountQuestion: 'Do you have no account yet?',
    accountAnswer: 'Ask the package holder of your organisation to invite you.',
  },
  code: {
    label: '6-digit code',
    missing: 'Fill in the 6 digits that your app shows now.',
    wrong: 'The code is not right, or has been used already. Wait for the next code in your app and fill that in.',
    clock:
      'Does the code stay wrong? See whether the clock of your phone is right. Set date and time to automatic in its settings.',
  },
} as const
