export const copying = {
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  failed: 'Kopiëren lukte niet. Selecteer de tekst en kopieer zelf.',
} as const
