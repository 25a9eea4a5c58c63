/** What an organisation holds. `platform` is the operators' own house, which is not an organisation. */
export const PACKAGE_KINDS = ['entry', 'institution', 'provider', 'platform'] as const

export type PackageKind = (typeof PACKAGE_KINDS)[number]

export const PACKAGE_STATUSES = ['active', 'suspended', 'ended'] as const

export type PackageStatus = (typeof PACKAGE_STATUSES)[number]

/** Only a paid package has room for more people than its holder (source: help page of the review site). */
export function mayAddUsers(kind: PackageKind): boolean {
  return kind === 'institution'
}
