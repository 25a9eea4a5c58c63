export const support = {
  title: 'Can somebody not get in?',
  intro:
    'Whoever cannot sign in sees a code of eight letters and digits while signing in. Have it read to you and fill it in here. Then you see what is the matter. The code opens nothing.',
  back: 'Back to users',
  code: 'Code of the user',
  codeHint: 'For example KH7M-2QPX. The letters O and I and the digits 0 and 1 are never in it.',
  missing: 'Fill in the code that is read to you.',
  typing: 'This cannot be the code. Have it read once more, letter by letter.',
  notFound: 'This code is not there, or no longer. Let your colleague ask for a new code while signing in.',
  submit: 'Look up the code',
  result: 'What is the matter?',
  who: 'Who',
  when: 'Code made on',
  why: 'Why',
  next: 'What can you do?',
  toUser: 'To {name}',
  check: 'Are you sure that you have {name} on the line? Call back on a number that you know already.',
  reason: {
    none: 'There is nothing special to be seen. The password is right, and the second step is possible.',
    deactivated: '{name} has been deactivated.',
    deactivatedBy: '{name} was deactivated by {by}, on {at, date, dateTime}.',
    packageEnded: 'The package of your organisation has ended.',
    packageEndedAt: 'The package of your organisation ended on {at, date, date}.',
    passwordVoid:
      'Somebody reported that another person signed in as {name}. That is why the password no longer works.',
    unlinked: 'The second step of {name} has been unlinked.',
    unlinkedBy: 'The second step of {name} was unlinked by {by}, on {at, date, dateTime}.',
    switchedOff: 'The second step of {name} was switched off, because a wrong code was filled in too often.',
    switchedOffAt:
      'The second step of {name} was switched off on {at, date, dateTime}, because a wrong code was filled in too often.',
    tooManyTries: 'A wrong code was filled in too often.',
    tooManyTriesUntil: 'A wrong code was filled in too often. Signing in is possible again from {at, date, dateTime}.',
    clockBehind:
      'The clock of the phone is {minutes, plural, one {# minute} other {# minutes}} behind. That is why the codes are not right.',
    clockAhead:
      'The clock of the phone is {minutes, plural, one {# minute} other {# minutes}} ahead. That is why the codes are not right.',
    wrongCodes: 'The codes that {name} filled in were not right.',
    notDelivered: 'The code that we sent has not arrived.',
  },
  advice: {
    none: 'Let {name} sign in again, and look together at which step it fails.',
    deactivated: 'Should {name} get in again? Then reactivate this user.',
    packageEnded: 'Contact the service desk.',
    passwordVoid: 'Let {name} click on ‘Forgot your password?’ while signing in and choose a new password.',
    unlinked:
      'Was that you? Then pass on the re-link code. If it no longer works, make a new one on the page of {name}.',
    switchedOff: 'Unlink the second step on the page of {name}, and pass on the re-link code.',
    tooManyTries: 'Wait until it is possible again. Was this not {name}? Then have a new password chosen.',
    clock: 'Let {name} set the date and time of the phone to automatic, and then fill in the new code.',
    wrongCodes:
      'Does {name} look at the right line in the app? If it does not work, use the recovery code. Or unlink the second step on the page of {name}.',
    notDelivered:
      'Is the phone in range, and is the number right? Let {name} choose another way, or use the recovery code.',
  },
} as const
