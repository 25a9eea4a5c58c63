export const signInSteps = {
  restart: 'Start again',
  loadFailed: 'This step has not loaded.',
  usedUp: 'You filled in a wrong code too often. Start again with signing in.',
  code: {
    title: 'Fill in the code from your app',
    intro: 'Open the authenticator app on your phone. Find {service} in it, with your e-mail address <email></email>.',
    twoFactor:
      'This is your second step. With this two-factor authentication (2FA) nobody gets into your account with your password alone.',
    submit: 'Continue',
  },
  factor: {
    title: 'Your second step',
    none: 'Your second step has just been switched off or unlinked. Start again with signing in.',
    smsAskTitle: 'Ask for a code by text message',
    smsTitle: 'Fill in the code from the text message',
    smsAsk: 'We send a 6-digit code to your mobile number {to}.',
    emailAskTitle: 'Ask for a code by e-mail',
    emailTitle: 'Fill in the code from the e-mail',
    emailAsk: 'We send a 6-digit code to {to}.',
    emailIsWeak:
      'With a code from your e-mail you can look at everything. You can manage users and sign-in details only once you use a stronger second step.',
    passkeyTitle: 'Use your passkey',
    passkeyIntro: 'Your browser is going to ask for your fingerprint, your face or your PIN.',
    recoveryTitle: 'Fill in your recovery code',
    nothingLinkable:
      'Your organisation now allows no second step that you can link here. Ask the package holder of your organisation for help.',
    noLongerAllowed: {
      authenticator:
        'Your organisation no longer allows an authenticator app as the second step. Link another way below. After that you are in.',
      passkey:
        'Your organisation no longer allows a passkey as the second step. Link another way below. After that you are in.',
      sms: 'Your organisation no longer allows text messages as the second step. Link another way below. After that you are in.',
      email:
        'Your organisation no longer allows a code by e-mail as the second step. Link another way below. After that you are in.',
    },
  },
  recovery: {
    intro: 'You got the recovery code when you linked your second step. After signing in you get a new one.',
    label: 'Recovery code',
    hint: 'Five groups of five letters and digits',
    missing: 'Fill in your recovery code.',
    typing:
      'There is a typing error in the code. Check it letter by letter. The letters O and I and the digits 0 and 1 are never in it. This does not count as a try.',
    wrong:
      'This recovery code is not right. It may be an old one: after each use and each renewal only the newest counts.',
    lost: 'Do you no longer have the code? Ask the package holder or an administrator of your organisation to unlink your second step.',
  },
  why: {
    ask: 'Why can I not get in?',
    none: 'We see nothing that keeps you out: your password was right.',
    noneNext: 'Finish this step. Does that not work? Then start again.',
    deactivated: 'Your account has been deactivated.',
    deactivatedBy: '{by} deactivated your account on {at, date, dateTime}.',
    askHolder: 'Do you want to sign in again? Ask the package holder of your organisation.',
    packageEnded: 'The package of your organisation has ended.',
    packageEndedAt: 'The package of your organisation ended on {at, date, date}.',
    packageEndedNext: 'Ask the package holder of your organisation to contact the service desk.',
    passwordVoid:
      'It was reported that somebody else signed in to your account. That is why your password no longer works.',
    passwordVoidNext: 'Start again and choose a new password under ‘Forgot your password?’.',
    unlinked: 'Your second step has been unlinked.',
    unlinkedBy: '{by} unlinked your second step on {at, date, dateTime}.',
    unlinkedNext: 'Ask the person who did that for the re-link code. Fill it in here and then link a new app.',
    switchedOff: 'Your authenticator app has been switched off, because a wrong code was filled in too often.',
    switchedOffAt:
      'Your authenticator app was switched off on {at, date, dateTime}, because a wrong code was filled in too often.',
    switchedOffNext:
      'Use another way, such as your recovery code. Do you not have it? Ask the package holder or an administrator of your organisation to unlink your second step.',
    tooManyTries: 'A wrong code was filled in too often.',
    tooManyTriesUntil: 'Wait until {at, date, time}. After that you can try again.',
    tooManyTriesNext: 'Wait a quarter of an hour. After that you can try again.',
    clockBehind: 'The clock of your phone is {minutes, plural, one {# minute} other {# minutes}} slow.',
    clockAhead: 'The clock of your phone is {minutes, plural, one {# minute} other {# minutes}} fast.',
    clockNext:
      'That is why the codes in your app are not right. Set date and time to automatic in the settings of your phone. Then fill in the new code.',
    wrongCodes: 'The codes that you filled in were not right.',
    wrongCodesNext:
      'See whether you use the right entry in your app, and whether the clock of your phone is right. Or choose another way.',
    notDelivered: 'The code that we sent did not arrive.',
    notDeliveredNext: 'Ask for a new code, or choose another way.',
    readOut: 'Does this not help? Read this code out to your package holder, who then sees what is going on.',
    code: 'Code for your package holder',
  },
  otherLink: {
    summary: 'Would you rather use another way?',
    authenticator: 'An authenticator app on your phone',
    passkey: 'A passkey: your fingerprint, face or PIN',
    sms: 'A code by text message',
  },
  linkNumber: {
    title: 'Link your mobile number',
    intro:
      'From now on you sign in with your password and a code that we send you by text message. This is called two-factor authentication (2FA).',
    number: 'Mobile number',
    numberHint: 'For example 06 12345678. Begin with + and the country code for a number from another country.',
    missing: 'Fill in your mobile number.',
    send: 'Send a code to this number',
    otherNumber: 'Use another number',
    submit: 'Link the number',
  },
  linkPasskey: {
    title: 'Make a passkey',
    intro:
      'From now on you sign in with your password and your fingerprint, your face or the PIN of your device. This is called a passkey.',
    how: 'Your browser is going to ask where you want to keep the passkey: on this device, on your phone or on a security key.',
    submit: 'Make the passkey',
  },
  relink: {
    title: 'Fill in your re-link code',
    unlinked: '{by} unlinked your authenticator app on {at, date, dateTime}.',
    unlinkedUnknown: 'Your authenticator app has been unlinked.',
    intro: 'To link a new app you need a re-link code. Only {by} has that code. Call, or go there.',
    introUnknown:
      'To link a new app you need a re-link code. Ask the package holder or an administrator of your organisation for it.',
    notByMail: 'The code does not come by e-mail. That is how we know for sure that it is you.',
    label: 'Re-link code',
    hint: 'Eight letters and digits, for example ABCD-2345',
    submit: 'Continue',
    missing: 'Fill in the re-link code.',
    typing:
      'This cannot be the re-link code. The code has eight letters and digits. The letters O and I and the digits 0 and 1 are never in it.',
    wrong: 'The re-link code is not right. Check the code and try again.',
    expired: 'The re-link code has expired. Ask for a new one.',
    usedUp: 'This re-link code no longer works, because a wrong code was filled in too often. Ask for a new one.',
  },
  link: {
    step: 'Step 2 of 3',
    title: 'Link an authenticator app',
    intro:
      'From now on you sign in with your password and a code from an app on your phone. This is called two-factor authentication (2FA).',
    until: 'You have until {at, date, time} for this.',
    install: 'Take your phone and open an authenticator app',
    apps: 'No app yet? Install one, for example Microsoft Authenticator, Google Authenticator or LastPass Authenticator. They are free in the App Store and in Google Play.',
    scan: 'Scan the QR code with the app',
    qr: 'QR code to add {service} to your authenticator app',
    open: 'Add {service} to the app',
    openInApp: 'Open in your app',
    openHint: 'Does nothing happen? Then install an authenticator app first.',
    otherDevice: 'Is the app on another device?',
    otherDeviceHint: 'Then scan this QR code with the app.',
    cannotScan: 'Can you not scan the QR code?',
    cannotScanHint: 'Choose to enter it by hand in the app. Type your e-mail address and this key.',
    key: 'Key',
    typeCode: 'Fill in the code that the app shows',
    expired: 'This QR code has expired. There is a new one above. Remove {service} from your app and add it again.',
    submit: 'Link the app',
    again:
      'Does the code stay wrong? If {service} is in your app twice, use the newest. Also see whether the clock of your phone is right.',
  },
  recoveryCode: {
    step: 'Step 3 of 3',
    title: 'Keep your recovery code',
    intro: 'Did you lose your phone? Then you sign in with this recovery code. You see it only once.',
    hidden:
      'We show a recovery code only once. Did you keep it already? Then you can go on. If not, make a new one: the earlier code will no longer work then.',
    renew: 'Make a new recovery code',
    submit: 'Continue',
  },
} as const
