type Credential = {
  clientId: string
  clientSecret: string
  tokenEndpoint: string
  apiBase: string
  scopes: readonly string[]
}

/** The two calls that a developer tries first, ready to paste: our ids and secrets hold nothing that a shell reads. */
export function curlLines({ clientId, clientSecret, tokenEndpoint, apiBase, scopes }: Credential, accessKey: string) {
  return {
    signIn: [
      `curl ${tokenEndpoint} \\`,
      `  --user '${clientId}:${clientSecret}' \\`,
      `  --data 'grant_type=client_credentials' \\`,
      `  --data-urlencode 'scope=${scopes.join(' ')}'`,
    ].join('\n'),
    call: [`curl ${apiBase}/users \\`, `  --header 'Authorization: Bearer ${accessKey}'`].join('\n'),
  }
}
