export const tenantPackage = {
  title: 'The package',
  kindTerm: 'Kind',
  holder: 'Package holder',
  holderYou: '{name} (you)',
  seatsTerm: 'Seats',
  status: 'Status',
  statuses: { active: 'Active', suspended: 'Suspended', ended: 'Ended' },
  kind: {
    entry: 'Entry package',
    institution: 'Package for institutions',
    provider: 'Package for healthcare providers',
    platform: 'Platform',
  },
  seats: '{used, number} of {seats, number} seats taken',
  seatsFull: 'All {seats, number} seats are taken. Do you need more seats? Contact the service desk.',
  seatsLeft: '{left, plural, one {# seat left.} other {# seats left.}}',
  noUsers: 'With this package you work alone',
  noUsersText:
    'Your organisation has a free package ({kind}). It has room for the package holder only. Adding colleagues and API users takes a paid package: the package for institutions. Would you like that? Contact the service desk.',
} as const
