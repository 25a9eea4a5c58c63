import type { HomeTenantId, Subject, TenantId } from './subject.ts'

/** What must not compile: the workplace in place of the home organisation, and the other way round. */
export function mistakes(subject: Subject) {
  // @ts-expect-error a home is no workplace
  const workplace: TenantId = subject.homeTenantId
  // @ts-expect-error a workplace is no home
  const home: HomeTenantId = subject.tenantId
  // @ts-expect-error neither in a whole subject
  const swapped: Subject = { ...subject, tenantId: subject.homeTenantId }
  return [workplace, home, swapped]
}
