const UNSEEN = ['style', 'script', 'title']
const BLOCK = /^\/?(?:address|article|blockquote|br|div|footer|h[1-6]|header|hr|li|ol|p|section|table|tr|ul)\b/i
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The words of an HTML part, to read and to search; one pass, so a hostile mail costs no more than its length. */
export function textOfHtml(html: string): string {
  const [before = '', ...pieces] = html.split('<')
  const words = [before]
  let unseen: string | null = null
  for (const piece of pieces) {
    const end = piece.indexOf('>')
    const tag = piece.slice(0, end === -1 ? undefined : end)
    const name = /^\/?[a-z0-9]*/i.exec(tag)?.[0].toLowerCase() ?? ''
    if (unseen && name !== `/${unseen}`) continue
    unseen = UNSEEN.includes(name) ? name : null
    if (unseen || end === -1) continue
    words.push(BLOCK.test(tag) ? '\n' : '', piece.slice(end + 1))
  }
  return tidy(withoutEntities(words.join('')))
}

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6}|x[\da-f]{1,5})|([a-z]{2,5}));/gi, (whole, code?: string, name?: string) => {
    if (code) return String.fromCodePoint(Number(code.replace(/^x/i, '0x')))
    return ENTITIES[name?.toLowerCase() ?? ''] ?? whole
  })
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.split(/\s+/).filter(Boolean).join(' '))
  return lines.filter(Boolean).join('\n')
}
