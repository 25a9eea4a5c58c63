/** For each action what is said when it happened (`done`) and when it was only tried (`tried`). */
const actions = {
  'sign-in': {
    password: { done: '{actor} entered the correct password to sign in', tried: '{actor} tried to sign in' },
    'second-factor': {
      done: '{actor} completed the second step',
      tried: '{actor} tried to complete the second step',
    },
    relink: { done: '{actor} entered the re-link code', tried: '{actor} tried to use the re-link code' },
    completed: { done: '{actor} signed in', tried: '{actor} tried to sign in' },
    cancelled: { done: '{actor} stopped signing in', tried: '{actor} tried to stop signing in' },
    reported: {
      done: '{actor} reported a sign-in that wasn’t theirs, and everything was closed',
      tried: '{actor} tried to report a sign-in that wasn’t theirs',
    },
  },
  session: {
    'signed-out': { done: '{actor} signed out', tried: '{actor} tried to sign out' },
    'stepped-up': {
      done: '{actor} completed the second step again',
      tried: '{actor} tried to complete the second step again',
    },
    switched: { done: '{actor} switched to this organisation', tried: '{actor} tried to switch to this organisation' },
    ended: { done: '{actor} ended one of their own sessions', tried: '{actor} tried to end one of their own sessions' },
  },
  authenticator: {
    linked: {
      done: '{actor} linked an authenticator app: {object}',
      tried: '{actor} tried to link an authenticator app',
    },
    unlinked: {
      done: '{actor} unlinked the second step of {object}',
      tried: '{actor} tried to unlink the second step of {object}',
    },
    removed: {
      done: '{actor} removed their authenticator app {object}',
      tried: '{actor} tried to remove one of their authenticator apps',
    },
    renamed: {
      done: '{actor} renamed one of their authenticator apps: {object}',
      tried: '{actor} tried to rename one of their authenticator apps',
    },
    'switched-off': {
      done: 'The authenticator app of {actor} was switched off after too many wrong codes',
      tried: 'The authenticator app of {actor} was to be switched off',
    },
  },
  passkey: {
    linked: { done: '{actor} linked a passkey: {object}', tried: '{actor} tried to link a passkey' },
    removed: {
      done: '{actor} removed their passkey {object}',
      tried: '{actor} tried to remove one of their passkeys',
    },
    renamed: {
      done: '{actor} renamed one of their passkeys: {object}',
      tried: '{actor} tried to rename one of their passkeys',
    },
    counter_regressed: {
      done: 'There may be a copy of the passkey {object} of {actor}',
      tried: '{actor} tried to use a passkey that may be a copy',
    },
  },
  'second-step': {
    preferred: {
      done: '{actor} chose what sign-in starts with',
      tried: '{actor} tried to choose what sign-in starts with',
    },
  },
  code: {
    sent: { done: '{actor} asked for a code', tried: '{actor} tried to ask for a code' },
  },
  'recovery-code': {
    used: {
      done: '{actor} used the recovery code to sign in',
      tried: '{actor} tried to use the recovery code',
    },
    made: { done: '{actor} was given a recovery code', tried: '{actor} tried to create a recovery code' },
    kept: { done: '{actor} saved the recovery code', tried: '{actor} tried to save the recovery code' },
  },
  password: {
    'reset-asked': {
      done: '{actor} asked for a link to choose a new password for {object}',
      tried: '{actor} tried to get a link to choose a new password for {object}',
    },
    reset: {
      done: '{actor} chose a new password with a link from an e-mail',
      tried: '{actor} tried to choose a new password with a link from an e-mail',
    },
    changed: { done: '{actor} changed their own password', tried: '{actor} tried to change their own password' },
  },
  account: {
    changed: { done: '{actor} changed their own details', tried: '{actor} tried to change their own details' },
  },
  email: {
    'change-asked': {
      done: '{actor} asked to change their e-mail address',
      tried: '{actor} tried to change their own e-mail address',
    },
    changed: {
      done: '{actor} changed their own e-mail address',
      tried: '{actor} tried to confirm a new e-mail address',
    },
    'change-stopped': {
      done: '{actor} stopped the change of the e-mail address',
      tried: '{actor} tried to stop the change of the e-mail address',
    },
  },
  device: {
    new: {
      done: '{actor} signed in on a device for the first time',
      tried: '{actor} tried to sign in on a device for the first time',
    },
  },
  'support-code': {
    made: {
      done: '{actor} couldn’t sign in and was given a code for the package holder',
      tried: '{actor} tried to get a code for the package holder',
    },
    'looked-up': {
      done: '{actor} looked up why {object} couldn’t sign in',
      tried: '{actor} tried to look up why someone couldn’t sign in',
    },
  },
  policy: {
    changed: { done: '{actor} changed the sign-in rules', tried: '{actor} tried to change the sign-in rules' },
    reminded: {
      done: 'Users were reminded that their second step will soon no longer be allowed',
      tried: 'Users were to be reminded that their second step will soon no longer be allowed',
    },
  },
  sms: {
    linked: {
      done: '{actor} linked a mobile number: {object}',
      tried: '{actor} tried to link a mobile number',
    },
    removed: {
      done: '{actor} removed their mobile number {object}',
      tried: '{actor} tried to remove their mobile number',
    },
    'limit-reached': {
      done: 'A text message limit was reached',
      tried: 'A text message limit was nearly reached',
    },
    'switched-off': {
      done: '{actor} switched text messages off',
      tried: '{actor} tried to switch text messages off',
    },
    'switched-on': {
      done: '{actor} switched text messages on again',
      tried: '{actor} tried to switch text messages on again',
    },
  },
  user: {
    invited: { done: '{actor} invited {object}', tried: '{actor} tried to invite {object}' },
    'invitation-resent': {
      done: '{actor} sent the invitation of {object} again',
      tried: '{actor} tried to send the invitation of {object} again',
    },
    'invitation-withdrawn': {
      done: '{actor} withdrew the invitation of {object}',
      tried: '{actor} tried to withdraw the invitation of {object}',
    },
    joined: { done: '{actor} accepted the invitation', tried: '{actor} tried to accept an invitation' },
    'role-changed': {
      done: '{actor} changed the role of {object}',
      tried: '{actor} tried to change the role of {object}',
    },
    deactivated: { done: '{actor} deactivated {object}', tried: '{actor} tried to deactivate {object}' },
    reactivated: { done: '{actor} reactivated {object}', tried: '{actor} tried to reactivate {object}' },
    'sessions-ended': {
      done: '{actor} ended the sessions of {object}',
      tried: '{actor} tried to end the sessions of {object}',
    },
  },
  'api-user': {
    created: { done: '{actor} created the API user {object}', tried: '{actor} tried to create the API user {object}' },
    'credential-link-sent': {
      done: '{actor} sent a link to the key of API user {object}',
      tried: '{actor} tried to send a link to the key of API user {object}',
    },
    'credential-picked-up': {
      done: 'The key of API user {object} was picked up',
      tried: '{actor} tried to pick up the key of API user {object}',
    },
  },
  token: {
    issued: {
      done: 'API user {object} was given access to the API',
      tried: 'API user {object} asked for access to the API',
    },
    refused: {
      done: 'API user {object} was refused access to the API',
      tried: 'API user {object} asked for access to the API',
    },
  },
  audit: { read: { done: '{actor} read the audit log', tried: '{actor} tried to read the audit log' } },
  operator: {
    created: {
      done: '{object} was invited as an operator on the server',
      tried: '{object} was to become an operator',
    },
  },
} as const

/** What reads better in words of its own. */
const special = {
  secondStepBy: {
    authenticator: {
      done: '{actor} entered the correct code from the authenticator app',
      tried: '{actor} tried to use the code from the authenticator app',
    },
    passkey: { done: '{actor} used a passkey', tried: '{actor} tried to use a passkey' },
    sms: {
      done: '{actor} entered the correct code from the text message',
      tried: '{actor} tried to use the code from the text message',
    },
    email: {
      done: '{actor} entered the correct code from the e-mail',
      tried: '{actor} tried to use the code from the e-mail',
    },
    'recovery-code': {
      done: '{actor} used the recovery code for the second step',
      tried: '{actor} tried to use the recovery code for the second step',
    },
  },
  codeSentBy: {
    sms: '{actor} asked for a code by text message',
    email: '{actor} asked for a code by e-mail',
  },
  smsSwitchedOffByLimit: 'Text messages were switched off automatically, because a limit was reached',
  oldestSession: 'The oldest session of a user was ended, because there were too many',
  passwordOf: '{actor} tried to sign in as {object}',
  unknownAddress: '{actor} tried to sign in with an unknown e-mail address',
  resetOfUnknownAddress: '{actor} asked for a new password for an unknown e-mail address',
  unknownClient: 'An unknown program asked for access to the API',
  otherSessions: '{actor} ended all their other sessions',
  invitationAskedAgain: '{actor} asked for a new invitation for {object} with an expired link',
  credentialLinkAskedAgain: '{actor} asked for a new link to the key of API user {object} with an expired link',
} as const

export const auditSentences = { ...actions, ...special } as const
