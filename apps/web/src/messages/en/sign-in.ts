export const signIn = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgot your password?',
  emailMissing: 'Enter your e-mail address.',
  emailWrong: 'This isn’t an e-mail address. An example: name@organisation.nl',
  passwordMissing: 'Enter your password.',
  passkey: 'Sign in with a passkey',
  or: 'or',
  news: {
    ended: 'Your session has ended. Sign in again to continue where you left off.',
    expired: 'Signing in took too long. Start again.',
    'signed-out': 'You’re signed out.',
    'password-chosen': 'Your password has been saved.',
    stronger:
      'Sign in again with a second step other than the code from your e-mail. Your recovery code works too. Then you can continue where you left off.',
  },
  problem: {
    refused: 'The e-mail address or the password is wrong. Check them and try again.',
    tooMany: 'Too many attempts. Try again at {at, date, time}.',
    tooManyNow: 'Too many attempts. Try again in 15 minutes.',
    supportCode: 'Still stuck? Read this code out to your package holder: {code}',
    passwordVoid:
      'Someone reported that another person signed in to your account, so your password no longer works. Choose a new password under ‘Forgot your password?’.',
    passkeyNotAlone:
      'Your organisation also requires your password. Sign in with your e-mail address and password, and then use your passkey.',
    deactivatedBy:
      '{by} deactivated your account on {at, date, dateTime}. Do you want to sign in again? Ask the package holder of your organisation.',
    deactivated:
      'Your account has been deactivated. Do you want to sign in again? Ask the package holder of your organisation.',
    packageEnded:
      'The package of your organisation has ended, so you can’t sign in. Ask the package holder of your organisation to contact the service desk.',
    packageEndedAt:
      'The package of your organisation ended on {at, date, date}, so you can’t sign in. Ask the package holder of your organisation to contact the service desk.',
    factorDisabledAt:
      'Your authenticator app was switched off on {at, date, dateTime}, because a wrong code was entered too often. Ask the package holder or an administrator of your organisation to unlink your second step. Are you the package holder? Then contact the service desk.',
    factorDisabled:
      'Your authenticator app was switched off, because a wrong code was entered too often. Ask the package holder or an administrator of your organisation to unlink your second step. Are you the package holder? Then contact the service desk.',
    expired: 'This took too long. Start signing in again.',
  },
  help: {
    summary: 'Help with signing in',
    passwordQuestion: 'Forgotten your password?',
    passwordAction: 'Choose a new password.',
    passwordAnswer: 'We’ll send you an e-mail.',
    phoneQuestion: 'Got a new phone, or lost your phone?',
    phoneAnswer:
      'Sign in with your password and choose ‘Another way’. There you can use your recovery code. Don’t have it? Ask the package holder or an administrator of your organisation to unlink your second step. Then you can link a new one.',
    accountQuestion: 'No account yet?',
    accountAnswer: 'Ask the package holder of your organisation to invite you.',
  },
} as const
