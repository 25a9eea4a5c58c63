export const platform = {
  title: 'Organisations',
  intro:
    'All organisations on this platform, with their package and package holder. You do not see here who works there.',
  failed: 'The organisations were not loaded.',
  name: 'Organisation',
  package: 'Package',
  status: 'Status',
  holder: 'Package holder',
  noHolder: 'Nobody yet',
  seats: 'Seats taken',
  seatsUsed: '{used, number} of {seats, number}',
  since: 'Since',
  empty: 'There are no organisations yet',
  emptyText: 'As soon as an organisation gets a package, it is here.',
} as const
