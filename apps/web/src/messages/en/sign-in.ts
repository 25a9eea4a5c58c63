export const signIn = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgot your password?',
  emailMissing: 'Fill in your e-mail address.',
  emailWrong: 'This is not an e-mail address. An example: name@organisation.nl',
  passwordMissing: 'Fill in your password.',
  passkey: 'Sign in with a passkey',
  or: 'or',
  news: {
    ended: 'Your session has ended. Sign in again. After that you go on where you were.',
    expired: 'Signing in took too long. Start again.',
    'signed-out': 'You are signed out.',
    'password-chosen': 'Your password has been saved.',
    stronger:
      'Sign in again and use another second step than the code from your e-mail. Your recovery code will do as well. After that you go on where you were.',
  },
  problem: {
    refused: 'The e-mail address or the password is not right. Check them and try again.',
    tooMany: 'Too many tries. Try again at {at, date, time}.',
    tooManyNow: 'Too many tries. Try again in a quarter of an hour.',
    supportCode: 'Does this not help? Read this code out to your package holder: {code}',
    passwordVoid:
      'It was reported that somebody else signed in to your account. That is why your password no longer works. Choose a new password under ‘Forgot your password?’.',
    passkeyNotAlone:
      'Your organisation asks for your password as well. Sign in with your e-mail address and password. After that you use your passkey.',
    deactivatedBy:
      '{by} deactivated your account on {at, date, dateTime}. Do you want to sign in again? Ask the package holder of your organisation.',
    deactivated:
      'Your account has been deactivated. Do you want to sign in again? Ask the package holder of your organisation.',
    packageEnded:
      'The package of your organisation has ended. That is why you cannot sign in. Ask the package holder of your organisation to contact the service desk.',
    packageEndedAt:
      'The package of your organisation ended on {at, date, date}. That is why you cannot sign in. Ask the package holder of your organisation to contact the service desk.',
    factorDisabledAt:
      'Your authenticator app was switched off on {at, date, dateTime}, because a wrong code was filled in too often. Ask the package holder or an administrator of your organisation to unlink your app. Are you the package holder? Then contact the service desk.',
    factorDisabled:
      'Your authenticator app has been switched off, because a wrong code was filled in too often. Ask the package holder or an administrator of your organisation to unlink your app. Are you the package holder? Then contact the service desk.',
    expired: 'This took too long. Start again with signing in.',
  },
  help: {
    summary: 'Help with signing in',
    passwordQuestion: 'Do you no longer know your password?',
    passwordAction: 'Choose a new password.',
    passwordAnswer: 'You get an e-mail for that.',
    phoneQuestion: 'Do you have a new phone, or did you lose it?',
    phoneAnswer:
      'Sign in with your password and choose ‘Another way’. You can use your recovery code there. Do you not have it? Ask the package holder or an administrator of your organisation to unlink your second step. After that you link a new one.',
    accountQuestion: 'Do you have no account yet?',
    accountAnswer: 'Ask the package holder of your organisation to invite you.',
  },
} as const
