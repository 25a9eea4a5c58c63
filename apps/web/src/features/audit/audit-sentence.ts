import { AUTH_METHODS, type AuditAction, type AuditOutcome } from '@keyholder/domain'
import type { useTranslations } from 'use-intl'
import type { AuditEvent } from './audit-query.ts'

export type AuditText = ReturnType<typeof useTranslations<'audit'>>

type Happened = Pick<AuditEvent, 'action' | 'outcome' | 'actor' | 'object'> &
  Partial<Pick<AuditEvent, 'reason' | 'after'>>

/**
 * What happened, as one sentence: who did what to whom, and how it ended. The texts are looked up by the action itself, so that
 * an action without a sentence does not compile.
 */
export function auditSentence(event: Happened, t: AuditText): string {
  const names = { actor: event.actor?.name ?? t('somebody'), object: event.object?.name ?? t('unknownUser') }
  const sentence = t(`sentence.${specialWording(event) ?? byMethod(event) ?? wording(event)}`, names)
  return capitalised(withOutcome(event.outcome, sentence, t))
}

function wording({ action, outcome }: Happened): `${AuditAction}.${'done' | 'tried'}` {
  return `${action}.${outcome === 'success' ? 'done' : 'tried'}`
}

/** The second step, and codes that were sent, by the method that was chosen. */
function byMethod({ action, outcome, after }: Happened) {
  const method = AUTH_METHODS.find((known) => known === after?.secondFactor)
  if (action === 'sign-in.second-factor' && method)
    return `secondStepBy.${method}.${outcome === 'success' ? 'done' : 'tried'}` as const
  if (action === 'code.sent' && (method === 'sms' || method === 'email')) return `codeSentBy.${method}` as const
  return null
}

/** Callers who are not known, acts on everything at once, and what happens by itself. */
function specialWording({ action, actor, object, reason }: Happened) {
  const nobody = actor === null
  if (action === 'sign-in.password' && object?.kind === 'email') return 'unknownAddress'
  if (action === 'sign-in.password' && nobody && object) return 'passwordOf'
  if (action === 'password.reset-asked' && object?.kind === 'email') return 'resetOfUnknownAddress'
  if (action === 'token.refused' && object?.kind === 'client') return 'unknownClient'
  if (action === 'session.ended' && object === null) return 'otherSessions'
  if (action === 'session.ended' && reason === 'session.too_many') return 'oldestSession'
  if (action === 'sms.switched-off' && reason?.startsWith('sms')) return 'smsSwitchedOffByLimit'
  if (action === 'user.invitation-resent' && nobody) return 'invitationAskedAgain'
  if (action === 'api-user.credential-link-sent' && nobody) return 'credentialLinkAskedAgain'
  return null
}

function withOutcome(outcome: AuditOutcome, sentence: string, t: AuditText): string {
  switch (outcome) {
    case 'success':
      return sentence
    case 'failure':
      return t('failedSentence', { sentence })
    case 'denied':
      return t('deniedSentence', { sentence })
    default:
      return outcome satisfies never
  }
}

/** A sentence can begin with a name in small letters, or with "een gebruiker". */
function capitalised(sentence: string): string {
  const [first = ''] = sentence
  return first.toUpperCase() + sentence.slice(first.length)
}
