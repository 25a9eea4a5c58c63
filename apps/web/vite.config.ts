import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileMessages } from './compile-messages.ts'
import { cssVariables } from './css-variables.ts'
import { leanContracts } from './lean-contracts.ts'
import { leanMantine } from './lean-mantine.ts'

const api = process.env.API_URL ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [react(), cssVariables(), compileMessages(), leanContracts(), leanMantine()],
  // Pages and API are one origin; in development the pages come from Vite and the rest from the API.
  server: { port: 5173, strictPort: true, proxy: { '/api': api, '/oauth': api, '/.well-known': api } },
  build: {
    manifest: true,
    sourcemap: false,
    // No inline anything: the Content-Security-Policy allows scripts, styles and fonts of our own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The lists of guessable passwords, 880 kB, come when a password is chosen (ui/use-password-strength.ts). check-size.ts
    // guards what comes before.
    chunkSizeWarningLimit: 900,
    target: ['chrome120', 'edge120', 'firefox120', 'safari17'],
  },
})
