/**
 * The `ref` of the main thing on a page: focused when it appears. The attribute too, which React leaves out, for a dialog
 * that opens looks for it.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '')
  element?.focus()
}
