export const problems = {
  user: {
    not_found: 'This user doesn’t exist in your organisation (any more).',
    exists: 'This e-mail address already belongs to a user of your organisation. Search for the address in the list.',
    self: 'You can’t do this to yourself. Ask a colleague who manages users.',
    outranks_you: 'Only someone with a higher role than this user can do this. Ask the package holder.',
    is_holder: 'You can’t do this to the package holder. Someone else has to become package holder first.',
    other_home: 'This user belongs to another organisation. Only that organisation can help with the second step.',
    wrong_status: 'Someone else was just ahead of you: this user has changed in the meantime.',
  },
  authenticator: { none: 'This user has no second step to unlink.' },
  invitation: { not_open: 'This invitation is no longer open. It may just have been accepted or withdrawn.' },
  role: { not_givable: 'You can’t give this role: it includes more permissions than you have yourself.' },
  package: {
    has_no_users: 'This package has room for the package holder only.',
    seats_full:
      'All seats in your package are taken. First deactivate someone or withdraw an invitation. Need more seats? Contact the service desk.',
  },
  scope: { not_grantable: 'You can’t give an API user permissions that you don’t have yourself.' },
} as const
