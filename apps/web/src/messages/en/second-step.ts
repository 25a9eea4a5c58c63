export const secondStep = {
  otherWay: 'Another way',
  way: {
    authenticator: 'Code from your authenticator app',
    passkey: 'Passkey: your fingerprint, face or PIN',
    sms: 'Text message to your mobile number {to}',
    email: 'E-mail to {to}',
    'recovery-code': 'Recovery code',
  },
  code: {
    label: '6-digit code',
    authenticator: {
      missing: 'Enter the 6 digits that your app shows now.',
      wrong: 'The code is wrong or has already been used. Wait for the next code in your app and enter that one.',
    },
    sms: {
      missing: 'Enter the 6 digits from the text message.',
      wrong: 'The code is wrong. Enter the code from the latest text message.',
    },
    email: {
      missing: 'Enter the 6 digits from the e-mail.',
      wrong: 'The code is wrong. Enter the code from the latest e-mail.',
    },
    clock:
      'Is the code still wrong? Check that the clock of your phone is right. Set the date and time to automatic in its settings.',
    clockBehind:
      'The clock of your phone is {minutes, plural, one {# minute} other {# minutes}} slow. Set the date and time to automatic in the settings of your phone. Then enter the new code.',
    clockAhead:
      'The clock of your phone is {minutes, plural, one {# minute} other {# minutes}} fast. Set the date and time to automatic in the settings of your phone. Then enter the new code.',
    clockOff:
      'The clock of your phone is off. Set the date and time to automatic in the settings of your phone. Then enter the new code.',
  },
  sent: {
    smsSending: 'We are sending a text message to {to}.',
    smsSent: 'We sent a text message to {to}. The code works until {at, date, time}.',
    smsFailed: 'We couldn’t send a text message to {to}.',
    smsFailedNext: 'Does your phone have reception? Try again, or choose another way.',
    emailSending: 'We are sending an e-mail to {to}.',
    emailSent: 'We sent an e-mail to {to}. The code works until {at, date, time}. Check your spam folder too.',
    emailFailed: 'We couldn’t send an e-mail to {to}.',
    emailFailedNext: 'Try again, or choose another way.',
    smsSend: 'Send the text message',
    emailSend: 'Send the e-mail',
    again: 'Send a new code',
    againIn: 'New code in {seconds, plural, one {# second} other {# seconds}}',
  },
  qrFailed: 'We can’t show the QR code right now. Use the key, or reload the page.',
  passkey: { use: 'Use your passkey' },
  problem: {
    expired: 'This code has expired. Ask for a new code.',
    notSent: 'We haven’t sent a code yet. Ask for a code first.',
    codeUsedUp: 'You entered a wrong code too often. This code no longer works. Ask for a new code.',
    tooSoon: 'We’ve just sent a code. Wait half a minute before asking for another one.',
    sendLimit: 'We’ve sent too many codes. You can ask for a new one at {at, date, time}. Or choose another way.',
    sendLimitNow: 'We’ve sent too many codes. Try again later, or choose another way.',
    smsUnavailable: 'We can’t send text messages right now. Choose another way.',
    notAllowed: 'You can’t use this here right now. Choose another way.',
    phoneInvalid: 'This isn’t a mobile number that we can send a code to. An example: 06 12345678',
    phoneNotMobile: 'This isn’t a mobile number. Text messages only arrive on a mobile phone.',
    phoneCountry: 'We don’t send text messages to this country. Use another number or choose another way.',
    phoneLimit: 'You can’t use this number. Choose another number.',
    passkeyNotLinked: 'We couldn’t link this passkey. Try again, or choose another way.',
    passkeyLimit: 'You’ve reached the maximum number of passkeys. Remove one first.',
  },
} as const
