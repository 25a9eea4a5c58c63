export const signInSteps = {
  restart: 'Start again',
  loadFailed: 'This step didn’t load.',
  usedUp: 'You entered a wrong code too often. Start signing in again.',
  code: {
    title: 'Enter the code from your app',
    intro: 'Open the authenticator app on your phone. Find {service} in it, with your e-mail address <email></email>.',
    twoFactor:
      'This is your second step. With this two-factor authentication (2FA), your password alone isn’t enough to open your account.',
    submit: 'Continue',
  },
  factor: {
    title: 'Your second step',
    none: 'Your second step has just been switched off or unlinked. Start signing in again.',
    smsAskTitle: 'Ask for a code by text message',
    smsTitle: 'Enter the code from the text message',
    smsAsk: 'We’ll send a 6-digit code to your mobile number {to}.',
    emailAskTitle: 'Ask for a code by e-mail',
    emailTitle: 'Enter the code from the e-mail',
    emailAsk: 'We’ll send a 6-digit code to {to}.',
    emailIsWeak:
      'With a code from your e-mail you can view everything. To manage users or change how you sign in, you need a stronger second step.',
    passkeyTitle: 'Use your passkey',
    passkeyIntro: 'Your browser will ask for your fingerprint, your face or your PIN.',
    recoveryTitle: 'Enter your recovery code',
    nothingLinkable:
      'Your organisation doesn’t allow any second step that you can link here. Ask the package holder of your organisation for help.',
    noLongerAllowed: {
      authenticator:
        'Your organisation no longer allows an authenticator app as a second step. Link another second step below to finish signing in.',
      passkey:
        'Your organisation no longer allows a passkey as a second step. Link another second step below to finish signing in.',
      sms: 'Your organisation no longer allows text messages as a second step. Link another second step below to finish signing in.',
      email:
        'Your organisation no longer allows a code by e-mail as a second step. Link another second step below to finish signing in.',
    },
  },
  recovery: {
    intro: 'You got the recovery code when you linked your second step. After signing in, you’ll get a new one.',
    label: 'Recovery code',
    hint: 'Five groups of five letters and digits',
    missing: 'Enter your recovery code.',
    typing:
      'There’s a typo in the code. Check it letter by letter. It never contains the letters O and I or the digits 0 and 1. This doesn’t count as an attempt.',
    wrong: 'This recovery code is wrong. It may be an old one: only the latest code works.',
    lost: 'Don’t have the code any more? Ask the package holder or an administrator of your organisation to unlink your second step.',
  },
  why: {
    ask: 'Why can’t I sign in?',
    none: 'Nothing is stopping you: your password was correct.',
    noneNext: 'Finish this step. Doesn’t that work? Then start again.',
    deactivated: 'Your account has been deactivated.',
    deactivatedBy: '{by} deactivated your account on {at, date, dateTime}.',
    askHolder: 'Do you want to sign in again? Ask the package holder of your organisation.',
    packageEnded: 'The package of your organisation has ended.',
    packageEndedAt: 'The package of your organisation ended on {at, date, date}.',
    packageEndedNext: 'Ask the package holder of your organisation to contact the service desk.',
    passwordVoid: 'Someone reported that another person signed in to your account, so your password no longer works.',
    passwordVoidNext: 'Start again and choose a new password under ‘Forgot your password?’.',
    unlinked: 'Your second step was unlinked.',
    unlinkedBy: '{by} unlinked your second step on {at, date, dateTime}.',
    unlinkedNext: 'Ask the person who did this for the re-link code. Enter it here, and then link a new second step.',
    switchedOff: 'Your authenticator app was switched off, because a wrong code was entered too often.',
    switchedOffAt:
      'Your authenticator app was switched off on {at, date, dateTime}, because a wrong code was entered too often.',
    switchedOffNext:
      'Use another way, such as your recovery code. Don’t have it? Ask the package holder or an administrator of your organisation to unlink your second step.',
    tooManyTries: 'A wrong code was entered too often.',
    tooManyTriesUntil: 'Wait until {at, date, time}. Then you can try again.',
    tooManyTriesNext: 'Wait 15 minutes. Then you can try again.',
    clockBehind: 'The clock of your phone is {minutes, plural, one {# minute} other {# minutes}} slow.',
    clockAhead: 'The clock of your phone is {minutes, plural, one {# minute} other {# minutes}} fast.',
    clockNext:
      'That makes the codes in your app wrong. Set the date and time to automatic in the settings of your phone. Then enter the new code.',
    wrongCodes: 'The codes that you entered were wrong.',
    wrongCodesNext:
      'Check that you’re using the right entry in your app, and that the clock of your phone is right. Or choose another way.',
    notDelivered: 'The code that we sent didn’t arrive.',
    notDeliveredNext: 'Ask for a new code, or choose another way.',
    readOut: 'Still stuck? Read this code out to your package holder, who can see what’s wrong.',
    code: 'Code for your package holder',
  },
  otherLink: {
    summary: 'Prefer another way?',
    authenticator: 'An authenticator app on your phone',
    passkey: 'A passkey: your fingerprint, face or PIN',
    sms: 'A code by text message',
  },
  linkNumber: {
    title: 'Link your mobile number',
    intro:
      'From now on you sign in with your password and a code that we send you by text message. This is called two-factor authentication (2FA).',
    number: 'Mobile number',
    numberHint: 'For example 06 12345678. Start with + and the country code for a number from another country.',
    missing: 'Enter your mobile number.',
    send: 'Send a code to this number',
    otherNumber: 'Use another number',
    submit: 'Link the number',
  },
  linkPasskey: {
    title: 'Create a passkey',
    intro:
      'From now on you sign in with your password and your fingerprint, your face or the PIN of your device. This is called a passkey.',
    how: 'Your browser will ask where you want to store the passkey: on this device, on your phone or on a security key.',
    submit: 'Create the passkey',
  },
  relink: {
    title: 'Enter your re-link code',
    unlinked: '{by} unlinked your second step on {at, date, dateTime}.',
    unlinkedUnknown: 'Your second step was unlinked.',
    intro: 'To link a new second step you need a re-link code. Only {by} has that code. Call them, or ask in person.',
    introUnknown:
      'To link a new second step you need a re-link code. Ask the package holder or an administrator of your organisation for it.',
    notByMail: 'We don’t send the code by e-mail. That way we know for sure that it’s you.',
    label: 'Re-link code',
    hint: 'Eight letters and digits, for example ABCD-2345',
    submit: 'Continue',
    missing: 'Enter the re-link code.',
    typing:
      'This can’t be the re-link code. The code has eight letters and digits. It never contains the letters O and I or the digits 0 and 1.',
    wrong: 'The re-link code is wrong. Check the code and try again.',
    expired: 'The re-link code has expired. Ask for a new one.',
    usedUp: 'This re-link code no longer works, because a wrong code was entered too often. Ask for a new one.',
  },
  link: {
    step: 'Step 2 of 3',
    title: 'Link an authenticator app',
    intro:
      'From now on you sign in with your password and a code from an app on your phone. This is called two-factor authentication (2FA).',
    until: 'You have until {at, date, time} to do this.',
    install: 'Get your phone and open an authenticator app',
    apps: 'No app yet? Install one, for example Microsoft Authenticator, Google Authenticator or LastPass Authenticator. They’re free in the App Store and in Google Play.',
    scan: 'Scan the QR code with the app',
    qr: 'QR code to add {service} to your authenticator app',
    open: 'Add {service} to the app',
    openInApp: 'Open in your app',
    openHint: 'Nothing happening? Then install an authenticator app first.',
    otherDevice: 'Is the app on another device?',
    otherDeviceHint: 'Then scan this QR code with the app.',
    cannotScan: 'Can’t scan the QR code?',
    cannotScanHint: 'Choose manual entry in the app. Type your e-mail address and this key.',
    key: 'Key',
    typeCode: 'Enter the code that the app shows',
    expired: 'This QR code has expired. There’s a new one above. Remove {service} from your app and add it again.',
    submit: 'Link the app',
    again:
      'Is the code still wrong? If {service} is in your app twice, use the newest entry. Also check that the clock of your phone is right.',
  },
  recoveryCode: {
    step: 'Step 3 of 3',
    title: 'Save your recovery code',
    intro: 'Lost your phone? Then you can sign in with this recovery code. You’ll see it only once.',
    hidden:
      'We show a recovery code only once. Have you already saved it? Then you can continue. If not, create a new one: the earlier code stops working.',
    renew: 'Create a new recovery code',
    submit: 'Continue',
  },
} as const
