export const support = {
  title: 'Can’t someone sign in?',
  intro:
    'People who can’t sign in see a code of eight letters and digits. Ask them to read it to you and enter it here to see what’s wrong. The code doesn’t give access to anything.',
  back: 'Back to users',
  code: 'The user’s code',
  codeHint: 'For example KH7M-2QPX. The letters O and I and the digits 0 and 1 are never in it.',
  missing: 'Enter the code that is read to you.',
  typing: 'This can’t be the code. Ask them to read it again, letter by letter.',
  notFound: 'We don’t know this code, or it has expired. Ask your colleague to get a new code while signing in.',
  submit: 'Look up the code',
  result: 'What’s wrong?',
  who: 'Who',
  when: 'Code created on',
  why: 'Why',
  next: 'What can you do?',
  toUser: 'Go to {name}',
  check: 'Are you sure you’re speaking to {name}? Call back on a number that you already know.',
  reason: {
    none: 'We see nothing unusual. The password is correct, and the second step is available.',
    deactivated: '{name} has been deactivated.',
    deactivatedBy: '{by} deactivated {name} on {at, date, dateTime}.',
    packageEnded: 'The package of your organisation has ended.',
    packageEndedAt: 'The package of your organisation ended on {at, date, date}.',
    passwordVoid: 'Someone reported that another person signed in as {name}, so the password no longer works.',
    unlinked: 'The second step of {name} was unlinked.',
    unlinkedBy: '{by} unlinked the second step of {name} on {at, date, dateTime}.',
    switchedOff: 'The second step of {name} was switched off, because a wrong code was entered too often.',
    switchedOffAt:
      'The second step of {name} was switched off on {at, date, dateTime}, because a wrong code was entered too often.',
    tooManyTries: 'A wrong code was entered too often.',
    tooManyTriesUntil: 'A wrong code was entered too often. Signing in is possible again from {at, date, dateTime}.',
    clockBehind:
      'The clock of the phone is {minutes, plural, one {# minute} other {# minutes}} slow, so the codes are wrong.',
    clockAhead:
      'The clock of the phone is {minutes, plural, one {# minute} other {# minutes}} fast, so the codes are wrong.',
    wrongCodes: 'The codes that {name} entered were wrong.',
    notDelivered: 'The code that we sent didn’t arrive.',
  },
  advice: {
    none: 'Ask {name} to sign in again, and look together at which step fails.',
    deactivated: 'Should {name} have access again? Then reactivate this user.',
    packageEnded: 'Contact the service desk.',
    passwordVoid: 'Ask {name} to click ‘Forgot your password?’ on the sign-in page and choose a new password.',
    unlinked:
      'Was that you? Then pass on the re-link code. If it no longer works, create a new one on the page of {name}.',
    switchedOff: 'Unlink the second step on the page of {name}, and pass on the re-link code.',
    tooManyTries:
      'Wait until signing in is possible again. Wasn’t this {name}? Then ask them to choose a new password.',
    clock: 'Ask {name} to set the date and time of the phone to automatic, and then enter the new code.',
    wrongCodes:
      'Is {name} looking at the right entry in the app? If that doesn’t help, they can use the recovery code. Or unlink the second step on the page of {name}.',
    notDelivered:
      'Does the phone have reception, and is the number correct? Ask {name} to choose another way, or to use the recovery code.',
  },
} as const
