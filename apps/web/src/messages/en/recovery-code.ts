export const recoveryCode = {
  label: 'Your recovery code',
  tip: 'Keep it where you find it without your phone too: in your password manager, or on paper under lock and key.',
  download: 'Download',
  print: 'Print',
  fileName: 'keyholder-recovery-code.txt',
  cardTitle: 'Recovery code for {service}',
  cardAccount: 'Account: {email}',
  cardMade: 'Made on {at}',
  cardUse:
    'With this code you sign in once when you cannot use your second step. After that you get a new one. Share it with nobody.',
  renewed: 'This is a new recovery code. The earlier code no longer works.',
  used: 'You are almost there. The recovery code that you just used no longer works. This is your new one.',
  kept: 'I have kept the code',
  keptMissing: 'Keep the code first. Then tick this box.',
} as const
