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
      missing: 'Fill in the 6 digits that your app shows now.',
      wrong: 'The code is not right, or has been used already. Wait for the next code in your app and fill that in.',
    },
    sms: {
      missing: 'Fill in the 6 digits from the text message.',
      wrong: 'The code is not right. Look in the newest text message and fill in that code.',
    },
    email: {
      missing: 'Fill in the 6 digits from the e-mail.',
      wrong: 'The code is not right. Look in the newest e-mail and fill in that code.',
    },
    clock:
      'Does the code stay wrong? See whether the clock of your phone is right. Set date and time to automatic in its settings.',
    clockBehind:
      'The clock of your phone is {minutes, plural, one {# minute} other {# minutes}} slow. Set date and time to automatic in the settings of your phone. Then fill in the new code.',
    clockAhead:
      'The clock of your phone is {minutes, plural, one {# minute} other {# minutes}} fast. Set date and time to automatic in the settings of your phone. Then fill in the new code.',
    clockOff:
      'The clock of your phone is not right. Set date and time to automatic in the settings of your phone. Then fill in the new code.',
  },
  sent: {
    smsSending: 'We are sending a text message to {to}.',
    smsSent: 'We have sent a text message to {to}. The code works until {at, date, time}.',
    smsFailed: 'We could not send a text message to {to}.',
    smsFailedNext: 'Does your phone have reception? Try again, or choose another way.',
    emailSending: 'We are sending an e-mail to {to}.',
    emailSent: 'We have sent an e-mail to {to}. The code works until {at, date, time}. Look in your junk mail as well.',
    emailFailed: 'We could not send an e-mail to {to}.',
    emailFailedNext: 'Try again, or choose another way.',
    smsSend: 'Send the text message',
    emailSend: 'Send the e-mail',
    again: 'Send a new code',
    againIn: 'New code in {seconds, plural, one {# second} other {# seconds}}',
  },
  qrFailed: 'The QR code cannot be drawn right now. Use the key, or reload the page.',
  passkey: { use: 'Use your passkey' },
  problem: {
    expired: 'This code has expired. Ask for a new code.',
    notSent: 'No code has been sent yet. Ask for a code first.',
    codeUsedUp: 'You filled in a wrong code too often. This code no longer works. Ask for a new code.',
    tooSoon: 'We sent a code a moment ago. Wait half a minute before you ask for another.',
    sendLimit: 'We sent a code too often. At {at, date, time} it is possible again. Or choose another way.',
    sendLimitNow: 'We sent a code too often. Try again later, or choose another way.',
    smsUnavailable: 'No text message can be sent now. Choose another way.',
    notAllowed: 'You cannot use this way here now. Choose another way.',
    phoneInvalid: 'This is not a mobile number that we can send a code to. An example: 06 12345678',
    phoneNotMobile: 'This is not a mobile number. A text message arrives on a mobile phone only.',
    phoneCountry: 'We send no text messages to this country. Use another number or choose another way.',
    phoneLimit: 'You cannot use this number. Choose another number.',
    passkeyNotLinked: 'This passkey could not be linked. Try again, or choose another way.',
    passkeyLimit: 'You have the most passkeys that an account can have. Remove one first.',
  },
} as const
