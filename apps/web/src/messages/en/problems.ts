export const problems = {
  user: {
    not_found: 'This user does not exist in your organisation (any more).',
    exists: 'This e-mail address already belongs to a user of your organisation. Search for the address in the list.',
    self: 'You cannot do this to yourself. Ask a colleague who manages users.',
    outranks_you: 'Only somebody with a higher role than this user can do this. Ask the package holder.',
    is_holder: 'This cannot be done to the package holder. First somebody else must become package holder.',
    other_home: 'This user belongs to another organisation. Only that one can help with the second step.',
    wrong_status: 'Somebody else was just ahead of you: this user has been changed meanwhile.',
  },
  authenticator: { none: 'This user has no authenticator app to unlink.' },
  invitation: { not_open: 'This invitation is no longer open. Perhaps it was just accepted or withdrawn.' },
  role: { not_givable: 'You cannot give this role: it would give more permissions than you have yourself.' },
  package: {
    has_no_users: 'This package has room for the package holder only.',
    seats_full:
      'All seats of your package are taken. First deactivate somebody or withdraw an invitation. Do you need more seats? Contact the service desk.',
  },
  scope: { not_grantable: 'You cannot give an API user permissions that you do not have yourself.' },
} as const
