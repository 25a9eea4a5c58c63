/** What went wrong with a user or the package, and what to do next. The keys are the codes of the API. */
export const problems = {
  user: {
    not_found: 'Deze gebruiker bestaat niet (meer) in je organisatie.',
    exists: 'Dit e-mailadres is al van een gebruiker in je organisatie. Zoek het adres op in de lijst.',
    self: 'Dit kun je niet bij jezelf doen. Vraag het aan een collega die gebruikers beheert.',
    outranks_you: 'Dit kan alleen iemand met een hogere rol dan deze gebruiker. Vraag het aan de pakkethouder.',
    is_holder: 'Bij de pakkethouder kan dit niet. Eerst moet iemand anders pakkethouder worden.',
    other_home: 'Deze gebruiker hoort bij een andere organisatie. Alleen die kan helpen met de tweede stap.',
    wrong_status: 'Iemand anders was je net voor: deze gebruiker is intussen gewijzigd.',
  },
  authenticator: { none: 'Deze gebruiker heeft geen tweede stap om te ontkoppelen.' },
  invitation: { not_open: 'Deze uitnodiging staat niet meer open. Misschien is ze net aangenomen of ingetrokken.' },
  role: { not_givable: 'Deze rol kun je niet geven: daarmee geef je meer rechten dan je zelf hebt.' },
  package: {
    has_no_users: 'Dit pakket heeft alleen plaats voor de pakkethouder.',
    seats_full:
      'Alle plaatsen van je pakket zijn bezet. Deactiveer eerst iemand of trek een uitnodiging in. Meer plaatsen nodig? Neem contact op met de servicedesk.',
  },
  scope: { not_grantable: 'Je kunt een API-gebruiker geen rechten geven die je zelf niet hebt.' },
} as const
