import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export interface ProofTask {
  challenge: string
  salt: string
  maxNumber: number
}

/** The number whose SHA-256 after the salt is the challenge (ALTCHA's proof of work); undefined when there is none. */
export function solveProof({ challenge, salt, maxNumber }: ProofTask): number | undefined {
  for (let number = 0; number <= maxNumber; number += 1) {
    if (bytesToHex(sha256(utf8ToBytes(salt + String(number)))) === challenge) return number
  }
  return undefined
}
