/** The recovery code, wherever it is shown: with the ways to keep it. */
export const recoveryCode = {
  label: 'Je herstelcode',
  tip: 'Bewaar hem waar je hem ook zonder je telefoon terugvindt: in je wachtwoordkluis, of op papier achter slot.',
  download: 'Download',
  print: 'Print',
  fileName: 'keyholder-herstelcode.txt',
  cardTitle: 'Herstelcode voor {service}',
  cardAccount: 'Account: {email}',
  cardMade: 'Gemaakt op {at}',
  cardUse:
    'Met deze code log je één keer in als je je tweede stap niet kunt gebruiken. Daarna krijg je een nieuwe. Deel hem met niemand.',
  renewed: 'Dit is een nieuwe herstelcode. De eerdere code werkt niet meer.',
  used: 'Je bent er bijna. De herstelcode die je net gebruikte, werkt niet meer. Dit is je nieuwe.',
  kept: 'Ik heb de code bewaard',
  keptMissing: 'Bewaar eerst de code. Zet daarna hier een vinkje.',
} as const
