type Rule = { status: number; sentence: string }

/**
 * Every way a request can fail: a code for programs, a status, and a sentence for people who read the API.
 * The pages translate by code. One table, so that a code cannot mean two things.
 */
export const PROBLEMS = {
  'request.invalid': { status: 400, sentence: 'Some fields are wrong.' },
  'request.not_json': { status: 415, sentence: 'Send the body as application/json.' },
  'request.too_large': { status: 413, sentence: 'The request is larger than this endpoint accepts.' },
  'request.not_found': { status: 404, sentence: 'There is nothing at this address.' },
  'request.method_not_allowed': { status: 405, sentence: 'This address does not support that method.' },
  'request.cross_site': { status: 403, sentence: 'The request did not come from our own pages.' },
  'request.timeout': { status: 408, sentence: 'The request took too long to arrive.' },
  'request.too_many': { status: 429, sentence: 'Too many requests. Try again later.' },
  'server.failed': { status: 500, sentence: 'Something failed on our side. The request id helps us find it.' },
  'server.busy': { status: 503, sentence: 'The service is busy. Try again in a moment.' },
  'session.missing': { status: 401, sentence: 'Sign in first.' },
  'session.forbidden': { status: 403, sentence: 'You have no permission for this.' },
  'session.weak': { status: 403, sentence: 'You signed in with an e-mail code. This needs a stronger second step.' },
  'session.factor_not_allowed': {
    status: 403,
    sentence: 'That organisation does not allow the second step that you signed in with.',
  },
  'session.not_fresh': { status: 403, sentence: 'Complete your second step again for this.' },
  'token.invalid': { status: 401, sentence: 'The access token is not valid, or no longer valid.' },
  'token.insufficient_scope': { status: 403, sentence: 'The access token lacks the scope for this.' },
  'sign_in.refused': { status: 401, sentence: 'The e-mail address or the password is wrong.' },
  'sign_in.too_many': { status: 429, sentence: 'Too many attempts. Try again later.' },
  'sign_in.deactivated': { status: 403, sentence: 'Your account has been deactivated. Ask your package holder.' },
  'sign_in.package_ended': { status: 403, sentence: 'The package of your organisation has ended.' },
  'sign_in.password_void': {
    status: 403,
    sentence:
      'A sign-in to this account was reported as not its owner’s. Choose a new password with the link in the e-mail.',
  },
  'attempt.missing': { status: 401, sentence: 'This sign-in has expired. Start again.' },
  'attempt.wrong_step': { status: 409, sentence: 'The sign-in is at a different step.' },
  'code.wrong': { status: 401, sentence: 'The code is wrong.' },
  'code.too_many': { status: 429, sentence: 'Too many wrong codes. Try again later.' },
  'code.expired': { status: 410, sentence: 'The code has expired.' },
  'factor.disabled': { status: 403, sentence: 'The authenticator app was switched off after too many wrong codes.' },
  'factor.not_allowed': { status: 403, sentence: 'This second step cannot be used here and now.' },
  'factor.last': { status: 409, sentence: 'The last second step cannot be removed. Replace it instead.' },
  'code.not_sent': { status: 409, sentence: 'No code has been sent for this yet.' },
  'code.too_soon': { status: 429, sentence: 'A code was sent a moment ago. Wait before asking for another one.' },
  'code.send_limit': {
    status: 429,
    sentence: 'Too many codes were sent. Try again later, or use another second step.',
  },
  'sms.unavailable': { status: 409, sentence: 'Text messages cannot be sent at the moment. Use another second step.' },
  'phone.invalid': { status: 422, sentence: 'Codes cannot be sent to this number.' },
  'phone.limit': { status: 422, sentence: 'This number cannot be used.' },
  'passkey.refused': { status: 401, sentence: 'The passkey was not accepted.' },
  'passkey.not_linked': { status: 422, sentence: 'The passkey could not be linked.' },
  'passkey.limit': { status: 409, sentence: 'You have reached the maximum number of passkeys.' },
  'passkey.not_alone': { status: 403, sentence: 'Your organisation requires your password as well.' },
  'enrollment.expired': { status: 410, sentence: 'The linking has expired or was started again elsewhere.' },
  'authenticator.limit': { status: 409, sentence: 'You have reached the maximum number of authenticator apps.' },
  'authenticator.none': { status: 409, sentence: 'This user has no second step to unlink.' },
  'password.wrong': { status: 403, sentence: 'The current password is wrong.' },
  'password.weak': { status: 422, sentence: 'This password is too easy to guess.' },
  'link.gone': { status: 410, sentence: 'This link has been used or has expired.' },
  'link.other_account': { status: 403, sentence: 'This invitation is for another e-mail address.' },
  'invitation.account_exists': {
    status: 409,
    sentence: 'You already have an account. Sign in and accept the invitation there.',
  },
  'invitation.not_open': { status: 409, sentence: 'There is no open invitation for this user.' },
  'user.not_found': { status: 404, sentence: 'This organisation has no such user.' },
  'user.exists': { status: 409, sentence: 'This e-mail address already belongs to a user of this organisation.' },
  'user.self': { status: 403, sentence: 'You cannot do this to yourself.' },
  'user.outranks_you': { status: 403, sentence: 'Only someone with a higher role can do this to this user.' },
  'user.is_holder': { status: 409, sentence: 'The package holder cannot be changed here. Transfer the package first.' },
  'user.other_home': { status: 403, sentence: 'Only the home organisation of this user can do this.' },
  'user.wrong_status': { status: 409, sentence: 'The status of this user has changed in the meantime.' },
  'role.not_givable': { status: 403, sentence: 'You cannot give this role.' },
  'package.has_no_users': { status: 403, sentence: 'This package has room for the package holder only.' },
  'package.seats_full': { status: 409, sentence: 'All seats of the package are in use.' },
  'scope.not_grantable': { status: 403, sentence: 'You cannot give a scope that you do not have yourself.' },
  'email.same': { status: 409, sentence: 'This is already your e-mail address.' },
  'email.unlinked_recently': {
    status: 403,
    sentence: 'Your second step was unlinked less than seven days ago. You can change your e-mail address after that.',
  },
  'policy.not_in_package': { status: 403, sentence: 'The package of this organisation does not allow this.' },
  'policy.needs_grace': {
    status: 409,
    sentence: 'Choose when this takes effect: some users still have to set up another second step.',
  },
  'policy.locks_you_out': {
    status: 409,
    sentence: 'The package holder does not have any of these second steps. Set one up first.',
  },
  'support_code.not_found': { status: 404, sentence: 'This organisation has no such code.' },
  'session.not_found': { status: 404, sentence: 'No such session.' },
  'tenant.not_found': { status: 404, sentence: 'You are not a member of that organisation.' },
} as const satisfies Record<string, Rule>

export type ProblemCode = keyof typeof PROBLEMS

/** Codes that any endpoint can answer with, because the edge gives them and not the use case. */
export const EDGE_PROBLEMS = [
  'request.invalid',
  'request.not_json',
  'request.too_large',
  'request.cross_site',
  'request.timeout',
  'request.too_many',
  'server.failed',
  'server.busy',
] as const satisfies readonly ProblemCode[]

export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]
