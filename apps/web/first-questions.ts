import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Plugin } from 'vite'
import { OfficeNameDocument } from './src/app/office.generated.ts'
import { MyHomeDocument, MyRecordDocument } from './src/features/desk/record/me.generated.ts'
import { ViewerDocument } from './src/features/office/session/viewer.generated.ts'
import { UnreadNotificationsDocument } from './src/features/register/notification/bell.generated.ts'
import { operationOf } from './src/shared/data/document.ts'
import { requestOf } from './src/shared/data/send.ts'

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
function askedWith(query: Question): Asked {
  const { body, headers } = requestOf({ ...operationOf(query), variables: {} })
  return { body, headers }
}

/** The script: whose page asks what, then how. */
export function writeQuestions(): string {
  const listed = pages.map(({ path, questions }) => ({ path, asked: questions.map(askedWith) }))
  const does = readFileSync(join(import.meta.dirname, 'first-questions.js'), 'utf8').replaceAll(/^\/\/.*\n/gm, '')
  return `const pages = ${JSON.stringify(listed)}\n${does}`
}

const directory = 'assets/first-questions-'

/** The script among the files of a build, if it has one. */
export const questionsIn = (bundle: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(bundle).filter((file) => file.startsWith(directory) && file.endsWith('.js'))

/** Puts the script before all others of the page. */
export function askFirst(): Plugin {
  const written = () => {
    const source = writeQuestions()
    const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
    return { source, fileName: `${directory}${hash}.js` }
  }
  let file: ReturnType<typeof written> | undefined
  const once = () => (file ??= written())
  return {
    name: 'shebao-first-questions',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', ...once() })
    },
    transformIndexHtml() {
      const { fileName } = once()
      return [
        { tag: 'script', attrs: { type: 'module', crossorigin: true, src: `/${fileName}` }, injectTo: 'head-prepend' },
      ]
    },
  }
}
