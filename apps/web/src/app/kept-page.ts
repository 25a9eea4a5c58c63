type KeptPage = {
  /** Where the page hears that it is shown: the window. */
  events: EventTarget
  hide: () => void
  load: () => void
}

/**
 * A page that the browser kept as it was, and shows again by its Back button, is not shown but loaded anew: whoever was in may be out
 * by now, and offline nobody can be asked. Hidden first, for loading takes a moment.
 */
export function loadKeptPageAnew({ events, hide, load }: KeptPage): void {
  events.addEventListener('pageshow', (event) => {
    if (!('persisted' in event && event.persisted)) return
    hide()
    load()
  })
}
