import { snippet } from '../mailpit-shape.ts'
import type { Message } from '../message.ts'
import { layout, names, subjectOf, time } from './layout.ts'
import { html, type Markup } from './markup.ts'

interface List {
  messages: readonly Message[]
  start: number
  perPage: number
}

export function listPage(list: List): string {
  const unread = list.messages.filter((message) => !message.isRead).length
  return layout({
    title: unread > 0 ? `(${unread}) Postvak` : 'Postvak',
    main: html`
<header>
<h1>Postvak</h1>
<p>Alle e-mail en sms die Keyholder tijdens het ontwikkelen verstuurt, komt hier aan. Er gaat niets echt de deur uit.</p>
<p><a href="/">Kijk of er iets nieuws is</a></p>
</header>
${list.messages.length === 0 ? nothingYet() : messageList(list, unread)}`,
  })
}

function nothingYet(): Markup {
  return html`<p class="empty">Nog geen berichten. Zodra Keyholder iets verstuurt, staat het hier.</p>`
}

function messageList(list: List, unread: number): Markup {
  const shown = list.messages.slice(list.start, list.start + list.perPage)
  return html`
<p class="count">${counted(list.messages.length, 'bericht', 'berichten')}, ${unread} nieuw</p>
<ul class="messages">${shown.map(messageRow)}</ul>
${pager(list)}`
}

function messageRow(message: Message): Markup {
  return html`
<li${message.isRead ? '' : html` class="unread"`}>
<p class="subject"><a href="/message/${message.id}">${subjectOf(message)}</a>${badges(message)}</p>
<p class="about">Aan ${names([...message.to, ...message.cc, ...message.bcc])} · ${time(message.receivedAt)}</p>
<p class="snippet">${snippet(message.text)}</p>
</li>`
}

function badges(message: Message): Markup[] {
  const files = message.attachments.length
  const labels = [...message.tags, ...(files > 0 ? [counted(files, 'bijlage', 'bijlagen')] : [])]
  const isNew = message.isRead ? [] : [html` <span class="badge new">nieuw</span>`]
  return [...isNew, ...labels.map((label) => html` <span class="badge">${label}</span>`)]
}

function pager({ messages, start, perPage }: List): Markup {
  const newer = start > 0 ? html`<a href="/?start=${Math.max(0, start - perPage)}">Nieuwere berichten</a>` : ''
  const older = start + perPage < messages.length ? html`<a href="/?start=${start + perPage}">Oudere berichten</a>` : ''
  return newer || older ? html`<nav aria-label="Bladeren">${newer} ${older}</nav>` : html``
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
