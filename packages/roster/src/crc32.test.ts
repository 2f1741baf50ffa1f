import { crc32 as checksum } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildCleanRoster, makeRosterPeople } from '@shebao/test-support/roster-files'
import { crc32 } from './crc32.ts'
import { openWorkbook } from './read-file.ts'

it('is that of zlib, in one go and in pieces', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
      expect(crc32(bytes)).toBe(checksum(bytes))
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(checksum(bytes))
    }),
    { seed: 28 },
  )
})

it('a digit that changed on the way is no other number', () => {
  const [person] = makeRosterPeople(1)
  const digits = strToU8(person?.idNumber ?? '')
  const stored = zipSync(unzipSync(buildCleanRoster(makeRosterPeople(1))), { level: 0 })
  const at = stored.findIndex((_, from) => digits.every((digit, index) => stored[from + index] === digit))
  expect(openWorkbook(stored, 'a.xlsx').ok).toBe(true)
  const changed = stored.with(at + 16, stored[at + 16] === 0x31 ? 0x32 : 0x31)
  expect(openWorkbook(changed, 'a.xlsx')).toMatchObject({ problem: { code: 'CORRUPT' } })
})
