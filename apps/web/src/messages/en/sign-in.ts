export const signIn = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgot your password?',
  help: 'Help with signing in',
  emailMissing: 'Fill in your e-mail address.',
  emailWrong: 'This is not an e-mail address. An example: name@organisation.nl',
  passwordMissing: 'Fill in your password.',
  unreachable: 'Signing in is not possible right now. Try again in a few minutes.',
} as const
