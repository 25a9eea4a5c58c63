export const signIn = {
  title: 'Inloggen',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  forgotten: 'Wachtwoord vergeten?',
  help: 'Hulp bij inloggen',
  emailMissing: 'Vul je e-mailadres in.',
  emailWrong: 'Dit is geen e-mailadres. Een voorbeeld: naam@organisatie.nl',
  passwordMissing: 'Vul je wachtwoord in.',
  unreachable: 'Inloggen kan nu niet. Probeer het over een paar minuten opnieuw.',
} as const
