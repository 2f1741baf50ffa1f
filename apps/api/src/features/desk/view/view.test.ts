import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

let platform: TestPlatform
const [officer, head] = [staffViewer(['OFFICER']), staffViewer(['HEAD'])]
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

interface Outcome {
  reason?: string
  view?: { id: string; name: string; search: string }
}
const outcome = '{ ... on SavedViewKept { view { id name search } } ... on SavedViewRefused { reason } }'

async function save(
  viewer: Viewer | undefined,
  name: string,
  search: string,
  { page = 'DEBTORS', replace = false } = {},
) {
  const source = `mutation ($page: ViewPage!, $name: String!, $search: String!, $replace: Boolean!) {
    saveView(page: $page, name: $name, search: $search, replace: $replace) ${outcome} }`
  const { data, errors } = await ask(platform, viewer, source, { page, name, search, replace })
  return { ...(data['saveView'] as Outcome | undefined), errors }
}
async function rename(viewer: Viewer, id: string | undefined, name: string) {
  const source = `mutation ($id: ID!, $name: String!) { renameView(id: $id, name: $name) ${outcome} }`
  const { data, errors } = await ask(platform, viewer, source, { id, name })
  return { ...(data['renameView'] as Outcome | undefined), errors }
}
const remove = async (viewer: Viewer, id: string | undefined) =>
  (await ask(platform, viewer, 'mutation ($id: ID!) { deleteView(id: $id) }', { id })).data['deleteView']
const list = async (viewer: Viewer | undefined, page = 'DEBTORS') =>
  (await ask(platform, viewer, `{ savedViews(page: ${page}) { name search } }`)).data['savedViews']

it('a view is kept by name for who made it, and for nobody else', async () => {
  await save(officer, ' 百日以上 ', 'days=100&sort=OWED')
  await save(officer, '大额', 'owed=10000')
  await save(officer, '我的', 'view=all', { page: 'WORK' })
  expect(await list(officer)).toEqual([
    { name: '大额', search: 'owed=10000' },
    { name: '百日以上', search: 'days=100&sort=OWED' },
  ])
  expect(await list(head)).toEqual([])
  expect(await list(officer, 'WORK')).toEqual([{ name: '我的', search: 'view=all' }])
  const clerk = employerViewer(crypto.randomUUID())
  expect([(await save(clerk, 'x', '')).errors, (await save(undefined, 'x', '')).errors]).toEqual([
    ['FORBIDDEN'],
    ['UNAUTHENTICATED'],
  ])
})

it('is given another name and given up by who made it; a name is there once, unless it shall be replaced', async () => {
  const { view } = await save(officer, '甲', 'a=1')
  expect((await save(officer, '甲', 'a=2')).reason).toBe('NAME_TAKEN')
  expect((await save(officer, '甲', 'a=2', { replace: true })).view).toEqual({
    id: view?.id,
    name: '甲',
    search: 'a=2',
  })
  const other = await save(officer, '乙', 'b=1')
  expect((await rename(officer, other.view?.id, '甲')).reason).toBe('NAME_TAKEN')
  expect((await rename(officer, view?.id, '丙')).view?.name).toBe('丙')
  expect((await rename(head, view?.id, '丁')).errors).toEqual(['NOT_FOUND'])
  expect([await remove(head, view?.id), await remove(officer, view?.id), await remove(officer, view?.id)]).toEqual([
    false,
    true,
    false,
  ])
})

it('leads nowhere but to its list, and there are not without end of them', async () => {
  for (const search of ['a=1#x', '?a=1', 'a b', 'a'.repeat(501)])
    expect((await save(head, 'x', search)).errors).toEqual(['BAD_USER_INPUT'])
  for (const name of ['', ' ', 'x'.repeat(41)]) expect((await save(head, name, '')).errors).toEqual(['BAD_USER_INPUT'])
  for (let view = 0; view < 30; view += 1) expect((await save(head, `${view}`, '')).view).toBeDefined()
  expect((await save(head, 'one more', '')).reason).toBe('TOO_MANY')
  expect((await save(head, '7', 'a=1', { replace: true })).view?.search).toBe('a=1')
})
