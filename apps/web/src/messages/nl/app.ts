export const app = {
  name: 'Keyholder',
  skip: 'Ga naar de inhoud',
  offline: 'Je hebt geen internetverbinding. Wat je nu opslaat, komt niet aan.',
  online: 'Je hebt weer verbinding.',
  language: 'Taal',
  languageFailed: 'Wisselen van taal lukte niet. Probeer het later opnieuw.',
  appearance: 'Weergave',
  light: 'Licht',
  dark: 'Donker',
  system: 'Automatisch',
  tagline: 'Veilig inloggen in de zorg',
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Misschien is de link oud, of staat er een typefout in het adres.',
    home: 'Naar het begin',
  },
  failed: {
    title: 'Deze pagina werkt nu niet',
    text: 'Het ligt niet aan jou. Laad de pagina opnieuw. Blijft het misgaan? Bel of mail dan de servicedesk.',
    newVersion: 'Er staat een nieuwe versie klaar. Laad de pagina opnieuw om verder te gaan.',
    reload: 'Laad de pagina opnieuw',
  },
} as const
