/** Wherever somebody chooses a password: the field, and why a password is refused. */
export const newPassword = {
  hint: 'Minstens {min} tekens. Alles mag: ook spaties. Een paar woorden achter elkaar is sterk en makkelijk te onthouden.',
  missing: 'Kies een wachtwoord.',
  strength: { weak: 'Te zwak.', good: 'Goed. Je kunt dit wachtwoord gebruiken.', strong: 'Sterk wachtwoord.' },
  problem: {
    too_short: 'Dit wachtwoord is te kort. Gebruik minstens {min} tekens.',
    too_long: 'Dit wachtwoord is te lang. Gebruik hooguit {max} tekens.',
    contains_own_name:
      'Dit wachtwoord lijkt te veel op je naam, je e-mailadres of je organisatie. Kies iets dat niets met jou te maken heeft.',
    common: 'Dit wachtwoord staat op een lijst van uitgelekte wachtwoorden. Kies een ander wachtwoord.',
    guessable:
      'Dit wachtwoord is makkelijk te raden. Zet er een paar woorden bij die niets met elkaar te maken hebben.',
    other: 'Dit wachtwoord kun je niet gebruiken. Kies een ander wachtwoord.',
  },
  why: {
    own_name: 'Je eigen naam, e-mailadres of organisatie zit erin.',
    listed: 'Een deel ervan staat op een lijst van uitgelekte wachtwoorden.',
    name: 'Er zit een naam in. Namen worden vaak geprobeerd.',
    word: 'Het is weinig meer dan een bekend woord.',
    date: 'Er zit een jaartal of een datum in.',
    repeat: 'Hetzelfde staat er vaker achter elkaar.',
    sequence: 'Er zit een reeks in, zoals abc of 123.',
    keyboard: 'De toetsen liggen naast elkaar op het toetsenbord.',
  },
} as const
