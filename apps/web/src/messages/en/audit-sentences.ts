/** For each action what is said when it happened (`done`) and when it was only tried (`tried`). */
const actions = {
  'sign-in': {
    password: { done: '{actor} filled in the right password to sign in', tried: '{actor} tried to sign in' },
    'second-factor': {
      done: '{actor} did the second step',
      tried: '{actor} tried to do the second step',
    },
    relink: { done: '{actor} filled in the re-link code', tried: '{actor} tried to use the re-link code' },
    completed: { done: '{actor} signed in', tried: '{actor} tried to sign in' },
    cancelled: { done: '{actor} stopped signing in', tried: '{actor} tried to stop signing in' },
    reported: {
      done: '{actor} reported that somebody else signed in, and everything was closed',
      tried: '{actor} tried to report that somebody else signed in',
    },
  },
  session: {
    'signed-out': { done: '{actor} signed out', tried: '{actor} tried to sign out' },
    'stepped-up': { done: '{actor} did the second step again', tried: '{actor} tried to do the second step again' },
    switched: { done: '{actor} switched to this organisation', tried: '{actor} tried to switch to this organisation' },
    ended: { done: '{actor} ended a session of their own', tried: '{actor} tried to end a session of their own' },
  },
  authenticator: {
    linked: { done: '{actor} linked an authenticator: {object}', tried: '{actor} tried to link an authenticator' },
    unlinked: {
      done: '{actor} unlinked the authenticator of {object}',
      tried: '{actor} tried to unlink the authenticator of {object}',
    },
    removed: {
      done: '{actor} removed an authenticator of their own: {object}',
      tried: '{actor} tried to remove an authenticator of their own',
    },
    renamed: {
      done: '{actor} gave an authenticator of their own another name: {object}',
      tried: '{actor} tried to give an authenticator of their own another name',
    },
    'switched-off': {
      done: 'The authenticator of {actor} was switched off after too many wrong codes',
      tried: 'The authenticator of {actor} was to be switched off',
    },
  },
  passkey: {
    linked: { done: '{actor} linked a passkey: {object}', tried: '{actor} tried to link a passkey' },
    removed: {
      done: '{actor} removed a passkey of their own: {object}',
      tried: '{actor} tried to remove a passkey of their own',
    },
    renamed: {
      done: '{actor} gave a passkey of their own another name: {object}',
      tried: '{actor} tried to give a passkey of their own another name',
    },
    counter_regressed: {
      done: 'There may be a copy of the passkey {object} of {actor}',
      tried: '{actor} tried to use a passkey that may be a copy',
    },
  },
  'second-step': {
    preferred: {
      done: '{actor} chose what signing in begins with',
      tried: '{actor} tried to choose what signing in begins with',
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
    made: { done: '{actor} was given a recovery code', tried: '{actor} tried to make a recovery code' },
    kept: { done: '{actor} kept the recovery code', tried: '{actor} tried to keep the recovery code' },
  },
  password: {
    'reset-asked': {
      done: '{actor} asked for a link for a new password of {object}',
      tried: '{actor} tried to get a link for a new password of {object}',
    },
    reset: {
      done: '{actor} chose a new password by a link from the mail',
      tried: '{actor} tried to choose a new password by a link from the mail',
    },
    changed: { done: '{actor} changed their own password', tried: '{actor} tried to change their own password' },
  },
  account: {
    changed: { done: '{actor} changed their own details', tried: '{actor} tried to change their own details' },
  },
  email: {
    'change-asked': {
      done: '{actor} asked for another e-mail address',
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
      done: '{actor} did not get in and was given a code for the package holder',
      tried: '{actor} tried to get a code for the package holder',
    },
    'looked-up': {
      done: '{actor} looked up why {object} could not sign in',
      tried: '{actor} tried to look up why somebody could not sign in',
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
      done: '{actor} removed a mobile number of their own: {object}',
      tried: '{actor} tried to remove a mobile number of their own',
    },
    'limit-reached': {
      done: 'So many text messages were sent that a limit was reached',
      tried: 'A limit for text messages was nearly reached',
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
    reactivated: { done: '{actor} made {object} active again', tried: '{actor} tried to make {object} active again' },
    'sessions-ended': {
      done: '{actor} ended the sessions of {object}',
      tried: '{actor} tried to end the sessions of {object}',
    },
  },
  'api-user': {
    created: { done: '{actor} made the API user {object}', tried: '{actor} tried to make the API user {object}' },
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
      done: 'API user {object} was given no access to the API',
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
      done: '{actor} filled in the right code from the authenticator app',
      tried: '{actor} tried to use the code from the authenticator app',
    },
    passkey: { done: '{actor} used a passkey', tried: '{actor} tried to use a passkey' },
    sms: {
      done: '{actor} filled in the right code from the text message',
      tried: '{actor} tried to use the code from the text message',
    },
    email: {
      done: '{actor} filled in the right code from the e-mail',
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
  smsSwitchedOffByLimit: 'Text messages were switched off by themselves, because a limit was reached',
  oldestSession: 'The oldest session of a user was ended, because there were too many',
  passwordOf: '{actor} tried to sign in as {object}',
  unknownAddress: '{actor} tried to sign in with an e-mail address that is not known',
  resetOfUnknownAddress: '{actor} tried to get a new password for an e-mail address that is not known',
  unknownClient: 'An unknown program asked for access to the API',
  otherSessions: '{actor} ended all other sessions of their own',
  invitationAskedAgain: '{actor} asked for a new invitation for {object} with an expired link',
  credentialLinkAskedAgain: '{actor} asked for a new link to the key of API user {object} with an expired link',
} as const

export const auditSentences = { ...actions, ...special } as const
