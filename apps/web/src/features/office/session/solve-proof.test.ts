import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, it } from 'vitest'
import { solveProof } from './solve-proof.ts'

const challengeFor = (salt: string, number: number) => bytesToHex(sha256(utf8ToBytes(salt + String(number))))

it('finds the number, also the first and the last', () => {
  for (const number of [0, 357, 1000]) {
    expect(solveProof({ challenge: challengeFor('salt?x=1&', number), salt: 'salt?x=1&', maxNumber: 1000 })).toBe(
      number,
    )
  }
})

it('says so when there is none', () => {
  expect(solveProof({ challenge: challengeFor('salt', 1001), salt: 'salt', maxNumber: 1000 })).toBeUndefined()
})
