import { createHash, randomBytes } from 'node:crypto'

/** By their beginning, scanners of source code recognise a token that somebody left in it. */
const prefix = { live: 'shebao_', test: 'shebao_test_' } as const

/** 256 random bits, so a plain hash hides it. */
export function drawSecret(test: boolean): string {
  return `${test ? prefix.test : prefix.live}${randomBytes(32).toString('base64url')}`
}

export const hashSecret = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest())

/** Whether it can be one at all: anything else is not looked for. */
export const isSecret = (text: string): boolean => /^shebao_(test_)?[\w-]{43}$/.test(text)
