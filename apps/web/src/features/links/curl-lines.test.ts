import { expect, test } from 'vitest'
import { curlLines } from './curl-lines.ts'

test('both calls are filled in and can be pasted', () => {
  const lines = curlLines(
    {
      clientId: 'cli_a-b_c',
      clientSecret: 'khs_d-e_f',
      tokenEndpoint: 'https://keyholder.example/oauth/token',
      apiBase: 'https://keyholder.example/api/v1',
      scopes: ['users:read'],
    },
    'KEY',
  )
  expect(lines.signIn).toBe(`curl https://keyholder.example/oauth/token \\
  --user 'cli_a-b_c:khs_d-e_f' \\
  --data 'grant_type=client_credentials' \\
  --data-urlencode 'scope=users:read'`)
  expect(lines.call).toBe(`curl https://keyholder.example/api/v1/users \\
  --header 'Authorization: Bearer KEY'`)
})
