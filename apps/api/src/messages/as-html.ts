import type { Letter } from './letter.ts'

/**
 * A letter as HTML. Styles are inline, since mail clients drop the others. Text and background have no colour of their own:
 * each client gives what it gives all mail, light or dark; only the button, which has both, is ours.
 */
export function asHtml({
  language,
  serviceName,
  subject,
  greeting,
  paragraphs,
  button,
  ifNotYou,
  footer,
}: Letter): string {
  return [
    '<!doctype html>',
    `<html lang="${language}" style="color-scheme:light dark">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title>`,
    '</head>',
    '<body style="margin:0;padding:0">',
    `<div lang="${language}" style="${PAGE}">`,
    `<p style="${SERVICE}">${escapeHtml(serviceName)}</p>`,
    `<h1 style="${HEADING}">${escapeHtml(subject)}</h1>`,
    paragraph(greeting),
    ...paragraphs.map(paragraph),
    ...(button ? buttonLines(button) : []),
    paragraph(ifNotYou),
    `<div style="${FOOTER}">`,
    ...footer.map((line) => `<p style="margin:0 0 8px">${escapeHtml(line)}</p>`),
    '</div>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function buttonLines({ label, link, until, otherwise }: NonNullable<Letter['button']>): string[] {
  const href = escapeHtml(link)
  return [
    `<p style="margin:24px 0"><a href="${href}" style="${BUTTON}">${escapeHtml(label)}</a></p>`,
    paragraph(until),
    `<p style="${SMALL}">${escapeHtml(otherwise)}<br>`,
    `<a href="${href}" style="word-break:break-all">${href}</a></p>`,
  ]
}

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const PAGE = `max-width:544px;margin:0 auto;padding:32px 20px;${FONT};font-size:16px;line-height:1.5;overflow-wrap:break-word`
const SERVICE = 'margin:0 0 24px;font-size:15px;font-weight:600'
const HEADING = 'margin:0 0 20px;font-size:22px;line-height:1.3;font-weight:600'
const BUTTON =
  'display:inline-block;padding:12px 22px;border-radius:6px;background-color:#12525d;color:#ffffff;font-weight:600;text-decoration:none'
const SMALL = 'margin:0 0 16px;font-size:14px'
const FOOTER = 'margin-top:32px;padding-top:16px;border-top:1px solid #82796a;font-size:14px'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
