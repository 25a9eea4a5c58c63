type KeptPage = {
  /** Where the page hears that it is shown: the window. */
  events: EventTarget
  hide: () => void
  load: () => void
}

/**
 * A page that the browser kept as it was, and shows again by its Back button, is loaded again instead: the session may have ended
 * by now, and offline that cannot be checked. Hidden first, since loading takes a moment.
 */
export function loadKeptPageAnew({ events, hide, load }: KeptPage): void {
  events.addEventListener('pageshow', (event) => {
    if (!('persisted' in event && event.persisted)) return
    hide()
    load()
  })
}
