import { constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import { listFirstPages } from './first-pages.ts'
import { askFirst } from './first-questions.ts'
import { keepShell } from './kept-shell.ts'
import { pageChunks } from './page-chunks.ts'
import { themeVariables } from './theme-variables.ts'

const target = process.env['SHEBAO_API'] ?? 'http://127.0.0.1:4000'
/** The Host header stays the page's own, so the API's check of the request's origin holds here too. */
const proxy = Object.fromEntries(
  ['/graphql', '/documents', '/healthz', '/hotline'].map((path) => [path, { target, changeOrigin: false }]),
)

/** Writes .br and .gz beside every text file of the build, so that the server sends them without compressing at each request. */
export const compressBuild = () =>
  compression({
    include: /\.(js|css|html|svg|json)$/,
    threshold: 128,
    algorithms: [
      defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      defineAlgorithm('gzip', { level: 9 }),
    ],
    scheduler: { limit: 4 },
    logLevel: 'silent',
  })

/** React alone changes rarely: it stays in the browser when everything else is new. */
const library = {
  name: 'react',
  test: /node_modules[\\/](react|react-dom|scheduler|react-router|cookie|set-cookie-parser)[\\/]/,
}

const shared: UserConfig = {
  root: import.meta.dirname,
  plugins: [react(), themeVariables()],
}

/** A hook of the build, not a line of the configuration: it bundles once to find out, and whoever only reads this file need not wait for that. */
const cutByPages = (): Plugin => ({
  name: 'cut-by-pages',
  apply: 'build',
  config: async () => ({
    build: {
      rolldownOptions: {
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [library, { name: await pageChunks(shared) }],
          },
        },
      },
    },
  }),
})

export default defineConfig({
  ...shared,
  plugins: [react(), themeVariables(), cutByPages(), askFirst(), listFirstPages(), keepShell(), compressBuild()],
  server: {
    port: 5173,
    proxy,
  },
  preview: { proxy },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content policy allows no inline script, and data: URLs only for images.
    assetsInlineLimit: (file: string) => (file.endsWith('.svg') ? undefined : false),
    modulePreload: { polyfill: false },
  },
})
