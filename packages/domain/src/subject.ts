/** The id of the organisation that a subject works in: its log and policy apply. */
export type TenantId = string & { readonly of?: 'workplace' }

/** The id of the organisation where a user's factors are kept. The same one for most people, and never to be taken for it. */
export type HomeTenantId = string & { readonly of?: 'home' }

/** A person or machine in an organisation: who a code, factor, session or event belongs to. */
export type Subject = {
  homeTenantId: HomeTenantId
  userId: string
  tenantId: TenantId
  membershipId: string
  name: string
  /** The name of their role. */
  role: string
}

/** A user by where their factors are kept. */
export type UserKey = Pick<Subject, 'homeTenantId' | 'userId'>

/** A subject as the log names an actor. */
export function actorOf({ membershipId, name, role }: Pick<Subject, 'membershipId' | 'name' | 'role'>) {
  return { id: membershipId, name, role }
}
