/** What to do when an intruder changed one's second step: only the administrator can shut them out at once. */
export const CALL_ADMINISTRATOR = {
  nl: 'Was jij dit niet? Dan kan iemand anders in je account. Bel meteen je beheerder en vraag om je tweede stap te ontkoppelen. Kies daarna een nieuw wachtwoord.',
  en: 'Wasn’t this you? Then someone else has access to your account. Call your administrator right away and ask them to unlink your second step. Then choose a new password.',
} as const
