// @vitest-environment node
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { writeQuestions } from './first-questions.ts'
import { MyRecordDocument } from './src/features/desk/record/me.generated.ts'
import { DataClient } from './src/shared/data/data-client.ts'
import { sendTo } from './src/shared/data/send.ts'

/** Opens a page with the script alone. */
async function open(pathname: string) {
  const left: (() => void)[] = []
  const asked: string[] = []
  const page: { shebaoFirstAnswers?: Map<string, Promise<Response>> } & Record<string, unknown> = {
    location: { pathname },
    addEventListener: (name: string, listener: () => void) => name === 'pagehide' && left.push(listener),
    fetch: async (_address: string, { body, credentials }: { body: string; credentials: string }) => {
      expect(credentials).toBe('same-origin')
      asked.push(body)
      throw new TypeError('no network')
    },
  }
  page['globalThis'] = page
  runInNewContext(writeQuestions(), page)
  return { asked, answers: page.shebaoFirstAnswers, leave: () => left.forEach((listener) => listener()) }
}

it('the record asks with its page for what its client will ask for, to the letter', async () => {
  const { asked, answers, leave } = await open('/me/record/')
  let sent = ''
  const client = new DataClient(
    sendTo('/graphql', async (_address, init) => {
      if (typeof init?.body === 'string') sent = init.body
      return Response.json({ data: { me: null, office: null } })
    }),
  )
  await client.query({ query: MyRecordDocument, fetchPolicy: 'no-cache' })
  expect(asked).toContain(sent)
  expect(asked.map((body) => JSON.parse(body).operationName)).toEqual([
    'Viewer',
    'OfficeName',
    'UnreadNotifications',
    'MyRecord',
  ])
  expect(answers?.size).toBe(4)
  leave()
  expect(answers?.size).toBe(0)
})

it('a page that asks nothing first asks nothing', async () => {
  expect((await open('/sign-in/me')).asked).toEqual([])
})
