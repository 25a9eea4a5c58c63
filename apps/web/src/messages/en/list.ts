export const list = {
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  sortBy: 'Sort by',
  ascending: '{column}, ascending',
  descending: '{column}, descending',
  search: 'Search',
  filters: 'Filters',
  presets: 'Quick filters',
  clear: 'Clear all filters',
} as const
