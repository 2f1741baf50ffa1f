import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshShelf } from '../testing/fresh-shelf.ts'
import { Composed } from './composed.ts'
import { openKeeping, type Place } from './keeping.ts'
import { countOfAccount, draftsOf, keptOf, putDraft, removeAccount, type KeptDraft } from './shelf.ts'

interface Form {
  name: string
  wage: number | null
}
const base: Form = { name: '王芳', wage: null }
const place: Place = { owner: 'a1/e1', draft: 'person.d1.7', what: { kind: 'PERSON', of: '7', path: '/' } }
const left = (page: string, mine: Form, typedAt: string): KeptDraft => ({
  ...place,
  page,
  base,
  mine,
  revision: null,
  beside: null,
  typedAt,
})
const open = () => openKeeping<Form>(place)
const inPlace = () => draftsOf(place.owner, place.draft)

beforeEach(freshShelf)
afterEach(() => {
  Reflect.deleteProperty(navigator, 'locks')
})

describe('what is typed and not saved', () => {
  it('is what the next page begins with, after the tab that typed it was killed', async () => {
    await putDraft(left('killed', { ...base, wage: 5 }, '2026-11-23T02:00:00Z'))
    const { found } = await open()
    expect(found).toMatchObject({ base, mine: { name: '王芳', wage: 5 }, conflicts: [] })
    expect(await inPlace()).toHaveLength(1)
    expect((await inPlace())[0]?.page).not.toBe('killed')
  })

  it('of a tab that lives stays that tab’s, and neither writes over the other', async () => {
    Object.defineProperty(navigator, 'locks', {
      configurable: true,
      value: { query: async () => ({ held: [{ name: 'shebao.page.living' }] }) },
    })
    await putDraft(left('living', { ...base, wage: 5 }, '2026-11-23T02:00:00Z'))
    const keeping = await open()
    expect(keeping.found).toBeNull()
    keeping.keep({ base, mine: { ...base, wage: 6 } })
    await keeping.flush()
    expect(
      (await inPlace()).map(({ mine }) => mine).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ).toEqual([
      { ...base, wage: 5 },
      { ...base, wage: 6 },
    ])
    await keeping.forget()
    expect((await inPlace()).map(({ page }) => page)).toEqual(['living'])
  })

  it('of two windows is put together, and where they differ both stay until one is chosen', async () => {
    await putDraft(left('first', { name: '王方', wage: 5 }, '2026-11-23T02:00:00Z'))
    await putDraft(left('second', { name: '王芳', wage: 6 }, '2026-11-23T03:00:00Z'))
    const keeping = await open()
    expect(keeping.found?.mine).toEqual({ name: '王方', wage: 6 })
    expect(keeping.found?.conflicts).toEqual([{ path: 'wage', mine: 6, theirs: 5 }])
    keeping.keep({ base, mine: { name: '王方', wage: 6 } })
    await keeping.flush()
    expect(await inPlace()).toHaveLength(3)
    keeping.settle()
    keeping.keep({ base, mine: { name: '王方', wage: 5 } })
    await keeping.flush()
    expect((await inPlace()).map(({ mine }) => mine)).toEqual([{ name: '王方', wage: 5 }])
  })

  it('is written when the page goes, and what was saved does not come back', async () => {
    const keeping = await open()
    keeping.start()
    keeping.keep({ base, mine: { ...base, wage: 7 } })
    window.dispatchEvent(new Event('pagehide'))
    await keeping.flush()
    expect(keeping.state()).toBe('kept')
    expect((await open()).found?.mine).toEqual({ ...base, wage: 7 })
    const again = await open()
    again.keep({ base, mine: { ...base, wage: 8 } })
    await again.forget()
    keeping.stop()
    // Another form of the same draft, such as of another person, begins with nothing of it.
    expect([again.state(), again.found, await inPlace()]).toEqual(['nothing', null, []])
  })

  it('is for one account and employer, and goes with all of the account at signing out', async () => {
    await putDraft(left('p', { ...base, wage: 5 }, '2026-11-23T02:00:00Z'))
    await putDraft({ ...left('p', base, '2026-11-23T02:00:00Z'), owner: 'a1/e2' })
    await putDraft({ ...left('p', base, '2026-11-23T02:00:00Z'), owner: 'a10/e1' })
    expect((await openKeeping({ ...place, owner: 'a2/e1' })).found).toBeNull()
    expect(await countOfAccount('a1')).toEqual({ drafts: 2, submissions: 0 })
    await removeAccount('a1')
    expect((await keptOf('a1/e1')).drafts).toEqual([])
    expect((await keptOf('a1/e2')).drafts).toEqual([])
    expect((await keptOf('a10/e1')).drafts).toHaveLength(1)
  })
})

it('a text that is being composed is handed on when it is whole', () => {
  const seen: string[] = []
  const composed = new Composed((text: string) => seen.push(text))
  composed.give('王')
  document.dispatchEvent(new Event('compositionstart'))
  composed.give('王f')
  composed.give('王芳')
  expect(seen).toEqual(['王'])
  document.dispatchEvent(new Event('compositionend'))
  expect(seen).toEqual(['王', '王芳'])
  composed.stop()
})
