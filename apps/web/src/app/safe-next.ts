const OWN_PATH = /^\/(?![/\\])[^\\\s]*$/

/**
 * Where to go on after the sign-in. The address comes from the link that was followed, so it is not to be trusted: only a path of
 * our own that `isPage` knows is taken (CSR-09); for everything else it is the start.
 */
export function safeNext(wanted: string | null, isPage: (pathname: string) => boolean): string {
  if (wanted === null || !OWN_PATH.test(wanted)) return '/'
  const { pathname, search } = new URL(wanted, 'https://own.invalid')
  return isPage(pathname) ? pathname + search : '/'
}
