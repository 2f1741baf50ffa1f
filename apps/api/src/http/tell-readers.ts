import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '@shebao/kernel'
import { refusalWords } from './refusal-words.ts'
import type { RefusalPage } from './refusal-words.ts'

/**
 * Papers and files are opened by links, often in a window of their own: whoever is refused one there gets a page that says why
 * and what to do, in the language of the product. Programs get the JSON that the routes answer.
 */
export function tellReaders(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!isRefusedReader(request, reply)) return done(null, payload)
    reply
      .type('text/html; charset=utf-8')
      .removeHeader('content-length')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy)
    return done(null, refusalPage(pageOf(reply.statusCode), languageOf(request), request.id))
  })
}

function isRefusedReader({ method, headers }: FastifyRequest, reply: FastifyReply): boolean {
  if (reply.statusCode < 400 || method !== 'GET' || !(headers.accept ?? '').includes('text/html')) return false
  return String(reply.getHeader('content-type') ?? '').startsWith('application/json')
}

function pageOf(status: number): RefusalPage {
  if (status === 401) return 'SIGN_IN'
  if (status === 403 || status === 404) return 'NOT_HERE'
  if (status === 429 || status === 503) return 'BUSY'
  return status >= 500 ? 'OUR_FAULT' : 'NOT_AS_ASKED'
}

/** As the pages choose theirs: what was chosen before, else what the browser prefers, else Chinese. */
function languageOf({ cookies, headers }: FastifyRequest): Language {
  const chosen = cookies['shebao_language'] ?? headers['accept-language'] ?? ''
  return /^en\b/i.test(chosen.trim()) ? 'en' : 'zh-CN'
}

/** Nothing of the request stands in it but its number. */
function refusalPage(page: RefusalPage, language: Language, reference: string): string {
  const words = refusalWords[language]
  const [title, text] = words.pages[page]
  const deeds =
    page === 'SIGN_IN'
      ? `<a href="/">${words.signIn}</a> <a href="">${words.again}</a>`
      : `${page === 'BUSY' || page === 'OUR_FAULT' ? `<a href="">${words.again}</a> ` : ''}<a href="/">${words.home}</a>`
  const number = page === 'OUR_FAULT' ? `<p><small>${words.reference}: <code>${reference}</code></small></p>` : ''
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>${number}<p class="deeds">${deeds}</p></main></body>
</html>
`
}

const style = `:root{color-scheme:light dark;--ink:#1b1a17;--paper:#fff;--accent:#0b6670}
@media(prefers-color-scheme:dark){:root{--ink:#ece9e2;--paper:#1b1a17;--accent:#5cc0cb}}
body{margin:0;color:var(--ink);background:var(--paper);font:16px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans SC',system-ui,sans-serif}
main{max-width:560px;margin:0 auto;padding:48px 16px}h1{font-size:26px;margin:0 0 12px}
.deeds{display:flex;flex-wrap:wrap;gap:8px 24px}a{color:var(--accent);padding:8px 0}`

/** The page brings its few styles along, known by their hash, and nothing else. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';')
