/**
 * A text in which no mail client finds anything to make a link of, and which stays on its line (CHN-14). A name such as
 * "Bank https://evil.example" must not become a link in a mail of ours. A space is what stops every client; the invisible
 * characters that some use instead do not.
 */
export function withoutLinks(text: string): string {
  return text
    .replaceAll(TURNS_OR_BREAKS, ' ')
    .replaceAll(DOT_INSIDE_A_WORD, '$1 ')
    .replaceAll(SLASH_BEFORE_SLASH, '$1 ')
    .replaceAll(/ ?@ ?/g, ' @ ')
}

/** Control characters, line ends of every kind, and what changes the direction of the text around it. */
const TURNS_OR_BREAKS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu
/** Also the dots that browsers take for one (UTS 46). An initial or a digit after it is no domain: "J.A. de Wit", "2.0". */
const DOT_INSIDE_A_WORD =
  /([.\u2024\u3002\uff0e\uff61])(?=[\p{L}\p{M}\p{N}\p{S}\p{Cf}_-])(?![\p{L}\p{N}](?:[\s.,)]|$))/gu
/** `//host` is an address too, and `\\host` a folder that Outlook opens. */
const SLASH_BEFORE_SLASH = /([/\\])(?=[/\\])/g
