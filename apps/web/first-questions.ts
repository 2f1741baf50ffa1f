import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import type { TypedDocumentNode } from '@apollo/client'
import type { Plugin } from 'vite'
import { OfficeNameDocument } from './src/app/office.generated.ts'
import { MyHomeDocument, MyRecordDocument } from './src/features/desk/record/me.generated.ts'
import { ViewerDocument } from './src/features/office/session/viewer.generated.ts'
import { UnreadNotificationsDocument } from './src/features/register/notification/inbox.generated.ts'

type Question = TypedDocumentNode<unknown, Record<string, never>>

interface Asked {
  body: string
  headers: Record<string, string>
}

const ofFrame: readonly Question[] = [ViewerDocument, OfficeNameDocument, UnreadNotificationsDocument]

/** Pages of people on a phone, and what each of them asks first, its frame included. None of it has variables. */
const pages: readonly { path: string; questions: readonly Question[] }[] = [
  { path: '/me', questions: [...ofFrame, MyHomeDocument] },
  { path: '/me/record', questions: [...ofFrame, MyRecordDocument] },
]

/** The request as the application's own client sends it, to the letter: that client writes it. */
async function requestOf(query: Question): Promise<Asked> {
  let sent: Asked | undefined
  const link = new HttpLink({
    uri: 'http://localhost/graphql',
    fetch: async (_address, init) => {
      if (typeof init?.body === 'string')
        sent = { body: init.body, headers: Object.fromEntries(new Headers(init?.headers)) }
      return Response.json({ data: {} })
    },
  })
  const client = new ApolloClient({ cache: new InMemoryCache(), dataMasking: true, link })
  await client.query({ query, fetchPolicy: 'no-cache' })
  if (!sent) throw new Error('A first question was not asked.')
  return sent
}

/** The script: whose page asks what, then how. */
export async function writeQuestions(): Promise<string> {
  const listed = await Promise.all(
    pages.map(async ({ path, questions }) => ({ path, asked: await Promise.all(questions.map(requestOf)) })),
  )
  const does = readFileSync(join(import.meta.dirname, 'first-questions.js'), 'utf8').replaceAll(/^\/\/.*\n/gm, '')
  return `const pages = ${JSON.stringify(listed)}\n${does}`
}

const directory = 'assets/first-questions-'

/** The script among the files of a build, if it has one. */
export const questionsIn = (bundle: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(bundle).filter((file) => file.startsWith(directory) && file.endsWith('.js'))

/** Puts the script before all others of the page. */
export function askFirst(): Plugin {
  const written = async () => {
    const source = await writeQuestions()
    const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
    return { source, fileName: `${directory}${hash}.js` }
  }
  let file: ReturnType<typeof written> | undefined
  const once = () => (file ??= written())
  return {
    name: 'shebao-first-questions',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', ...(await once()) })
    },
    async transformIndexHtml() {
      const { fileName } = await once()
      return [
        { tag: 'script', attrs: { type: 'module', crossorigin: true, src: `/${fileName}` }, injectTo: 'head-prepend' },
      ]
    },
  }
}
