export const signIn = {
  title: 'Inloggen',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  forgotten: 'Wachtwoord vergeten?',
  emailMissing: 'Vul je e-mailadres in.',
  emailWrong: 'Dit is geen e-mailadres. Een voorbeeld: naam@organisatie.nl',
  passwordMissing: 'Vul je wachtwoord in.',
  news: {
    ended: 'Je sessie is afgelopen. Log opnieuw in. Daarna ga je verder op de pagina waar je was.',
    expired: 'Het inloggen duurde te lang. Begin opnieuw.',
    'signed-out': 'Je bent uitgelogd.',
    'password-chosen': 'Je wachtwoord is opgeslagen.',
  },
  problem: {
    refused: 'Het e-mailadres of het wachtwoord klopt niet. Controleer ze en probeer het opnieuw.',
    tooMany: 'Te vaak geprobeerd. Probeer het om {at, date, time} opnieuw.',
    tooManyNow: 'Te vaak geprobeerd. Probeer het over een kwartier opnieuw.',
    deactivated: 'Je account is gedeactiveerd. Wil je weer inloggen? Vraag het de pakkethouder van je organisatie.',
    packageEnded:
      'Het pakket van je organisatie is gestopt. Daarom kun je niet inloggen. Vraag de pakkethouder van je organisatie om contact op te nemen met de servicedesk.',
    factorDisabled:
      'Je authenticator-app is uitgeschakeld, omdat er te vaak een foute code is ingevuld. Vraag de pakkethouder of een beheerder van je organisatie om je app te ontkoppelen. Ben je zelf pakkethouder? Neem dan contact op met de servicedesk.',
    expired: 'Dit duurde te lang. Begin opnieuw met inloggen.',
    usedUp: 'Je hebt te vaak een foute code ingevuld. Begin opnieuw met inloggen.',
    enrolmentExpired:
      'Deze QR-code is verlopen. Hierboven staat een nieuwe. Haal {service} weg uit je app en voeg het opnieuw toe.',
  },
  help: {
    summary: 'Hulp bij inloggen',
    passwordQuestion: 'Weet je je wachtwoord niet meer?',
    passwordAction: 'Kies een nieuw wachtwoord.',
    passwordAnswer: 'Je krijgt daarvoor een mail.',
    phoneQuestion: 'Heb je een nieuwe telefoon, of ben je hem kwijt?',
    phoneAnswer:
      'Vraag de pakkethouder of een beheerder van je organisatie om je authenticator-app te ontkoppelen. Daarna koppel je een nieuwe.',
    accountQuestion: 'Heb je nog geen account?',
    accountAnswer: 'Vraag de pakkethouder van je organisatie om je uit te nodigen.',
  },
  code: {
    label: 'Code van 6 cijfers',
    missing: 'Vul de 6 cijfers in die je app nu laat zien.',
    wrong: 'De code klopt niet, of is al gebruikt. Wacht op de volgende code in je app en vul die in.',
    clock:
      'Blijft de code fout? Kijk of de klok van je telefoon gelijk loopt. Zet de datum en tijd in de instellingen op automatisch.',
  },
} as const
