import { constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import { listFirstPages } from './first-pages.ts'

const target = process.env['SHEBAO_API'] ?? 'http://127.0.0.1:4000'
/** The Host header stays the page's own, so the API's check of the request's origin holds here too. */
const proxy = Object.fromEntries(
  ['/graphql', '/documents', '/healthz'].map((path) => [path, { target, changeOrigin: false }]),
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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), listFirstPages(), compressBuild()],
  // rxjs in classes instead of their imitation.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  server: {
    port: 5173,
    proxy,
  },
  preview: { proxy },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content policy allows no inline script, and data: URLs only for images.
    assetsInlineLimit: (file) => (file.endsWith('.svg') ? undefined : false),
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The entrance loads the first two; Apollo comes with the first page that reads data.
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|cookie|set-cookie-parser)[\\/]/,
            },
            { name: 'graphql', test: /node_modules[\\/]graphql[\\/]/ },
            {
              name: 'apollo',
              test: /node_modules[\\/](@apollo|rxjs|optimism|@wry|graphql-tag|tslib|@graphql-typed-document-node)[\\/]/,
            },
          ],
        },
      },
    },
  },
})
