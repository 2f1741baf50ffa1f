// @vitest-environment node
import { expect, it } from 'vitest'
import { joinSmall, type Share } from './page-chunks.ts'

const share = (name: string, size: number, ...imports: string[]): [string, Share] => [
  name,
  { pages: name.split('-').map(Number), modules: [`module of ${name}`], size, imports: new Set(imports) },
]
const joined = (...shares: [string, Share][]) =>
  Object.fromEntries([...joinSmall(new Map(shares), 100)].map(([name, { modules }]) => [name, modules.length]))

it('what few bytes are shared goes along with what more pages share', () => {
  expect(joined(share('0-1', 10), share('0-1-2', 500), share('0-1-2-3', 500))).toEqual({ '0-1-2': 2, '0-1-2-3': 1 })
  expect(joined(share('0-1', 100), share('0-1-2', 500))).toEqual({ '0-1': 1, '0-1-2': 1 })
})

it('but never where another page would load more than those bytes for it', () => {
  // Page 2 knows nothing of what pages 0, 1 and 3 share.
  expect(joined(share('0-1', 10, '0-1-3'), share('0-1-2', 500), share('0-1-3', 500))).toEqual({
    '0-1-2': 1,
    '0-1-3': 2,
  })
  expect(
    joined(share('0-1', 10, '0-1-3'), share('0-1-2', 500), share('0-1-3', 500, '0-1-2-3'), share('0-1-2-3', 500)),
  ).toEqual({ '0-1-2': 1, '0-1-3': 2, '0-1-2-3': 1 })
})

it('nor where many would carry what few need', () => {
  expect(joined(share('0-1', 90), share('0-1-2-3-4-5', 500))).toEqual({ '0-1': 1, '0-1-2-3-4-5': 1 })
  expect(joined(share('0-1', 40), share('0-1-2-3-4-5', 500))).toEqual({ '0-1-2-3-4-5': 2 })
})

it('what one page alone needs stays with it', () => {
  expect(joined(share('0', 10), share('0-1', 500))).toEqual({ '0': 1, '0-1': 1 })
})
