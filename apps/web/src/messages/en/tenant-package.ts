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
  seatsFull: 'All {seats, number} seats are taken. Need more seats? Contact the service desk.',
  seatsLeft: '{left, plural, one {# seat left.} other {# seats left.}}',
  noUsers: 'This package is for one person',
  noUsersText:
    'Your organisation has a free package ({kind}). It has room for the package holder only. To add colleagues and API users you need a paid package: the package for institutions. Interested? Contact the service desk.',
} as const
