export const signIn = {
  title: 'Inloggen',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  forgotten: 'Wachtwoord vergeten?',
  emailMissing: 'Vul je e-mailadres in.',
  emailWrong: 'Dit is geen e-mailadres. Een voorbeeld: naam@organisatie.nl',
  passwordMissing: 'Vul je wachtwoord in.',
  passkey: 'Inloggen met een passkey',
  or: 'of',
  news: {
    ended: 'Je sessie is afgelopen. Log opnieuw in. Daarna ga je verder op de pagina waar je was.',
    expired: 'Het inloggen duurde te lang. Begin opnieuw.',
    'signed-out': 'Je bent uitgelogd.',
    'password-chosen': 'Je wachtwoord is opgeslagen.',
    stronger:
      'Log opnieuw in en gebruik een andere tweede stap dan de code uit je e-mail. Je herstelcode kan ook. Daarna ga je verder op de pagina waar je was.',
  },
  problem: {
    refused: 'Het e-mailadres of het wachtwoord klopt niet. Controleer ze en probeer het opnieuw.',
    tooMany: 'Te vaak geprobeerd. Probeer het om {at, date, time} opnieuw.',
    tooManyNow: 'Te vaak geprobeerd. Probeer het over een kwartier opnieuw.',
    supportCode: 'Kom je er niet uit? Lees deze code voor aan je pakkethouder: {code}',
    passwordVoid:
      'Er is gemeld dat iemand anders met je account inlogde. Daarom werkt je wachtwoord niet meer. Kies bij ‘Wachtwoord vergeten?’ een nieuw wachtwoord.',
    passkeyNotAlone:
      'Je organisatie vraagt ook om je wachtwoord. Log in met je e-mailadres en wachtwoord. Daarna gebruik je je passkey.',
    deactivatedBy:
      '{by} heeft je account op {at, date, dateTime} gedeactiveerd. Wil je weer inloggen? Vraag het de pakkethouder van je organisatie.',
    deactivated: 'Je account is gedeactiveerd. Wil je weer inloggen? Vraag het de pakkethouder van je organisatie.',
    packageEnded:
      'Het pakket van je organisatie is gestopt. Daarom kun je niet inloggen. Vraag de pakkethouder van je organisatie om contact op te nemen met de servicedesk.',
    packageEndedAt:
      'Het pakket van je organisatie is op {at, date, date} gestopt. Daarom kun je niet inloggen. Vraag de pakkethouder van je organisatie om contact op te nemen met de servicedesk.',
    factorDisabledAt:
      'Je authenticator-app is op {at, date, dateTime} uitgezet, omdat er te vaak een foute code is ingevuld. Vraag de pakkethouder of een beheerder van je organisatie om je tweede stap te ontkoppelen. Ben je zelf pakkethouder? Neem dan contact op met de servicedesk.',
    factorDisabled:
      'Je authenticator-app is uitgezet, omdat er te vaak een foute code is ingevuld. Vraag de pakkethouder of een beheerder van je organisatie om je tweede stap te ontkoppelen. Ben je zelf pakkethouder? Neem dan contact op met de servicedesk.',
    expired: 'Dit duurde te lang. Begin opnieuw met inloggen.',
  },
  help: {
    summary: 'Hulp bij inloggen',
    passwordQuestion: 'Weet je je wachtwoord niet meer?',
    passwordAction: 'Kies een nieuw wachtwoord.',
    passwordAnswer: 'Je krijgt daarvoor een e-mail.',
    phoneQuestion: 'Heb je een nieuwe telefoon, of ben je hem kwijt?',
    phoneAnswer:
      'Log in met je wachtwoord en kies ‘Andere manier’. Daar kun je je herstelcode gebruiken. Heb je die niet? Vraag de pakkethouder of een beheerder van je organisatie om je tweede stap te ontkoppelen. Daarna koppel je een nieuwe.',
    accountQuestion: 'Heb je nog geen account?',
    accountAnswer: 'Vraag de pakkethouder van je organisatie om je uit te nodigen.',
  },
} as const
