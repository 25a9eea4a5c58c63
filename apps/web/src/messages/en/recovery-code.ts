export const recoveryCode = {
  label: 'Your recovery code',
  tip: 'Keep it where you can find it without your phone: in your password manager, or on paper under lock and key.',
  download: 'Download',
  print: 'Print',
  fileName: 'keyholder-recovery-code.txt',
  cardTitle: 'Recovery code for {service}',
  cardAccount: 'Account: {email}',
  cardMade: 'Created on {at}',
  cardUse:
    'Use this code to sign in once when you can’t use your second step. You’ll then get a new one. Don’t share it with anyone.',
  renewed: 'This is a new recovery code. The earlier code no longer works.',
  used: 'You’re almost there. The recovery code that you just used no longer works. This is your new one.',
  kept: 'I have saved the code',
  keptMissing: 'Save the code first. Then tick this box.',
} as const
