import type { Address } from '../message.ts'
import { html, type Markup } from './markup.ts'

const moment = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'medium', timeStyle: 'medium' })

export function layout(page: { title: string; main: Markup }): string {
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<link rel="stylesheet" href="/mailbox.css">
<link rel="icon" type="image/svg+xml" href="/mailbox.svg">
</head>
<body>
<main>
${page.main}
</main>
</body>
</html>
`.markup
}

export function time(at: Date): Markup {
  return html`<time datetime="${at.toISOString()}">${moment.format(at)}</time>`
}

export function names(addresses: readonly Address[]): string {
  return addresses.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ')
}

export function subjectOf(message: { subject: string }): string {
  return message.subject.trim() || '(zonder onderwerp)'
}
