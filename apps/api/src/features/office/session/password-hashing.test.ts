import { describe, expect, it } from 'vitest'
import { Busy, createPasswordHashing } from './password-hashing.ts'

describe('hashing passwords', () => {
  it('makes argon2id hashes with 19 MiB and two passes, and knows them again', async () => {
    const hashing = createPasswordHashing()
    const passwordHash = await hashing.hash('七零四九一三')
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hashing.matches('七零四九一三', passwordHash)).toBe(true)
    expect(await hashing.matches('七零四九一四', passwordHash)).toBe(false)
  })

  it('reads the same word however its accents are composed', async () => {
    const hashing = createPasswordHashing()
    expect(await hashing.matches('cafe\u0301 noir', await hashing.hash('caf\u00e9 noir'))).toBe(true)
  })

  it('turns away what does not fit in the queue, computes the rest, and has room again', async () => {
    const hashing = createPasswordHashing({ atOnce: 1, longestQueue: 1 })
    const first = hashing.hash('one')
    const second = hashing.hash('two')
    expect(hashing.hasRoom()).toBe(false)
    await expect(hashing.hash('three')).rejects.toBeInstanceOf(Busy)
    await Promise.all([first, second])
    expect(hashing.hasRoom()).toBe(true)
    expect(await hashing.pretend('four')).toBe(false)
  })
})
