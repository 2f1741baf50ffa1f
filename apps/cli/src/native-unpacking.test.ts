import { readRoster } from '@shebao/roster'
import { pickInteger, seededRandom } from '@shebao/test-support'
import { buildCleanRoster, makeRosterPeople } from '@shebao/test-support/roster-files'
import { expect, it, vi } from 'vitest'
import { nativeUnpacking } from './native-unpacking.ts'

const list = buildCleanRoster(makeRosterPeople(40))

/** The people, or why there are none; which part is damaged may be told from the stream or from what is in it. */
function outcome(bytes: Uint8Array, native: boolean) {
  const result = readRoster(bytes, 'list.xlsx', native ? { unpacking: nativeUnpacking } : {})
  return result.ok ? result.file.rows.map(({ row, draft }) => ({ row, draft })) : result.problem.code
}

it('the engine’s own unpacking reads the same people', () => {
  const inflate = vi.spyOn(nativeUnpacking, 'inflate')
  expect(outcome(list, true)).toHaveLength(40)
  expect(inflate).toHaveBeenCalled()
  expect(outcome(list, true)).toEqual(outcome(list, false))
})

it('a file that is damaged anywhere comes to the same, and never to a crash', () => {
  const random = seededRandom(9)
  for (let round = 0; round < 500; round += 1) {
    const spoilt = list.slice(0, random() < 0.2 ? pickInteger(random, 1, list.length) : list.length)
    for (let times = pickInteger(random, 1, 3); times > 0; times -= 1)
      spoilt[pickInteger(random, 0, spoilt.length - 1)] = pickInteger(random, 0, 255)
    expect(outcome(spoilt, true), `round ${round}`).toEqual(outcome(spoilt, false))
  }
})

it('an archive that says less than it holds is refused at what it said', () => {
  const lied = list.slice()
  const view = new DataView(lied.buffer)
  for (let at = 0; at + 4 <= lied.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, view.getUint32(at + 24, true) - 1, true)
  expect(outcome(lied, true)).toBe('CORRUPT')
  expect(() => nativeUnpacking.inflate(Uint8Array.of(3, 0), 0)).not.toThrow()
})
