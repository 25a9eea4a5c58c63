import 'virtual:css-variables.css'
import './mantine.css'
import './base.css'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { startLanguage } from '../messages/catalogue.ts'
import { loadKeptPageAnew } from './kept-page.ts'
import { Providers } from './providers.tsx'
import { router } from './router.tsx'

const root = document.body.appendChild(document.createElement('div'))

loadKeptPageAnew({
  events: window,
  hide: () => root.remove(),
  load: () => window.location.reload(),
})

// The texts come while the router already loads the first page.
startLanguage().then(render, sayItFailed)

function render() {
  createRoot(root).render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  )
}

/** Without texts there is nothing to translate: both languages, in plain words. */
function sayItFailed() {
  root.textContent =
    'Deze pagina kon niet laden. Controleer je internetverbinding en laad de pagina opnieuw. — ' +
    'This page could not load. Check your internet connection and reload the page.'
}
