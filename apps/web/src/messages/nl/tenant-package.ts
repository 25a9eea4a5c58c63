export const tenantPackage = {
  title: 'Het pakket',
  kindTerm: 'Soort',
  holder: 'Pakkethouder',
  holderYou: '{name} (jij)',
  seatsTerm: 'Plaatsen',
  status: 'Status',
  statuses: { active: 'Actief', suspended: 'Tijdelijk stopgezet', ended: 'Beëindigd' },
  kind: {
    entry: 'Instappakket',
    institution: 'Pakket voor instellingen',
    provider: 'Pakket voor zorgverleners',
    platform: 'Platform',
  },
  seats: '{used, number} van {seats, number} plaatsen bezet',
  seatsFull: 'Alle {seats, number} plaatsen zijn bezet. Meer plaatsen nodig? Neem contact op met de servicedesk.',
  seatsLeft: '{left, plural, one {Nog # plaats vrij.} other {Nog # plaatsen vrij.}}',
  noUsers: 'Met dit pakket werk je alleen',
  noUsersText:
    'Je organisatie heeft een gratis pakket ({kind}). Daarin is alleen plaats voor de pakkethouder. Collega’s en API-gebruikers toevoegen kan met een betaald pakket: het pakket voor instellingen. Wil je dat? Neem contact op met de servicedesk.',
} as const
