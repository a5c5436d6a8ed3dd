/** Builds the authenticator app into a folder of static files: nothing inline, as the page's policy asks. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

export default defineConfig({
  root: here('.'),
  publicDir: here('static'),
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'baseline-widely-available',
    rolldownOptions: {
      onLog(level, log, report) {
        // kdbxweb asks for Node's module only where the browser has no WebCrypto, which all that run this app have.
        if (!/"crypto" has been externalized .*kdbxweb/.test(log.message)) report(level, log)
      },
    },
  },
})
