export const list = {
  pages: 'Bladeren',
  previous: 'Vorige',
  next: 'Volgende',
  sortBy: 'Sorteren op',
  ascending: '{column}, oplopend',
  descending: '{column}, aflopend',
  search: 'Zoeken',
  filters: 'Filters',
  presets: 'Snel kiezen',
  clear: 'Wis alle filters',
} as const
