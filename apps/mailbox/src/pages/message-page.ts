import type { Attachment, Message } from '../message.ts'
import { layout, names, subjectOf, time } from './layout.ts'
import { linkedText } from './linked-text.ts'
import { html, type Markup } from './markup.ts'

export function messagePage(message: Message): string {
  return layout({
    title: `${subjectOf(message)} · Postvak`,
    main: html`
${wayBack()}
<h1>${subjectOf(message)}</h1>
<dl>
${row('Van', names([message.from]))}
${row('Aan', names(message.to))}
${row('Cc', names(message.cc))}
${row('Bcc', names(message.bcc))}
${row('Antwoord aan', names(message.replyTo))}
<div><dt>Ontvangen</dt><dd>${time(message.receivedAt)}</dd></div>
</dl>
${textPart(message)}
${htmlPart(message)}
${attachmentPart([...message.attachments, ...message.inline])}`,
  })
}

export function missingPage(): string {
  return layout({
    title: 'Bericht niet gevonden · Postvak',
    main: html`
${wayBack()}
<h1>Dit bericht is er niet meer</h1>
<p>Het is verwijderd, of het postvak is opnieuw gestart. Het postvak bewaart alleen de nieuwste berichten.</p>`,
  })
}

function wayBack(): Markup {
  return html`<nav aria-label="Postvak"><a href="/">Terug naar het postvak</a></nav>`
}

function row(term: string, description: string): Markup {
  return description ? html`<div><dt>${term}</dt><dd>${description}</dd></div>` : html``
}

function textPart(message: Message): Markup {
  if (!message.text) return html``
  return html`<h2>Tekst</h2><div class="text">${linkedText(message.text.trimEnd())}</div>`
}

function htmlPart(message: Message): Markup {
  if (!message.html) return html``
  return html`
<h2>Opgemaakt</h2>
<p class="about">Links werken alleen in de tekst hierboven; plaatjes van buiten worden niet geladen.</p>
<iframe title="De opgemaakte versie van dit bericht" sandbox="" srcdoc="${message.html}"></iframe>`
}

function attachmentPart(attachments: Attachment[]): Markup {
  if (attachments.length === 0) return html``
  return html`<h2>Bijlagen</h2><ul class="files">${attachments.map(attachmentRow)}</ul>`
}

function attachmentRow({ fileName, contentType, bytes }: Attachment): Markup {
  return html`<li>${fileName || '(zonder naam)'} <span class="about">${contentType}, ${bytes} bytes</span></li>`
}
