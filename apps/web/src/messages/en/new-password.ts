/** Wherever somebody chooses a password: the field, and why a password is refused. */
export const newPassword = {
  hint: 'At least {min} characters. Anything goes, spaces too. A few words in a row are strong and easy to remember.',
  missing: 'Choose a password.',
  strength: { weak: 'Too weak.', good: 'Good. You can use this password.', strong: 'Strong password.' },
  problem: {
    too_short: 'This password is too short. Use at least {min} characters.',
    too_long: 'This password is too long. Use at most {max} characters.',
    contains_own_name:
      'This password is too similar to your name, your e-mail address or your organisation. Choose something that has nothing to do with you.',
    common: 'This password is on a list of leaked passwords. Choose another password.',
    guessable: 'This password is easy to guess. Add a few words that have nothing to do with each other.',
    other: 'You can’t use this password. Choose another password.',
  },
  why: {
    own_name: 'It contains your own name, e-mail address or organisation.',
    listed: 'Part of it is on a list of leaked passwords.',
    name: 'It contains a name. Names are often tried.',
    word: 'It is little more than a well-known word.',
    date: 'It contains a year or a date.',
    repeat: 'It repeats itself.',
    sequence: 'It contains a sequence, such as abc or 123.',
    keyboard: 'The keys are next to each other on the keyboard.',
  },
} as const
