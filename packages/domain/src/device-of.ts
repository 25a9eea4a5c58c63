export type Device = { browser: string | null; system: string | null }

/** The first that matches is meant: browsers also name the ones that they descend from. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|OPT|OPiOS)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.* Safari\//, 'Safari'],
]

const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** A program that says its own name first: "curl/8.5.0". What calls itself Mozilla is a browser. */
const PROGRAM = /^(?!Mozilla\/)([A-Za-z][\w.-]{1,39})(?:\/|\s|$)/

/** What a user agent is in plain words, as far as it tells; `browser` may be a program's name. */
export function deviceOf(userAgent: string): Device {
  return {
    browser: nameIn(BROWSERS, userAgent) ?? PROGRAM.exec(userAgent)?.[1] ?? null,
    system: nameIn(SYSTEMS, userAgent),
  }
}

function nameIn(names: readonly [RegExp, string][], text: string): string | null {
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
