import type { HomeTenantId, Subject, TenantId } from './subject.ts'

/** What must not compile: the organisation where somebody works in place of the one where their factors are kept, and back. */
export function mistakes(subject: Subject) {
  // @ts-expect-error a home is no workplace
  const workplace: TenantId = subject.homeTenantId
  // @ts-expect-error a workplace is no home
  const home: HomeTenantId = subject.tenantId
  // @ts-expect-error neither in a whole subject
  const swapped: Subject = { ...subject, tenantId: subject.homeTenantId }
  return [workplace, home, swapped]
}
