import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkToken, findTokens, readToken, signedText, tokenOf } from './index.ts'
import type { PublishedKey, SignedFacts } from './index.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key: PublishedKey = {
  id: 'A1B2C3D4',
  publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
  office: { code: '520100', nameZh: '贵阳市社会保险中心', nameEn: 'Guiyang office' },
  from: '2026-01-01',
  until: null,
}
const facts: SignedFacts = {
  keyId: key.id,
  office: '520100',
  kind: 'PAYMENT_NOTICE',
  number: 'JF2026070001',
  verifyCode: '7K3MQ2XD9WTAB4HC',
  issuedOn: '2026-07-01',
  contentHash: 'c0ffee'.padEnd(64, '0'),
  concerning: '2024-07/2026-11',
  total: 1_234_567,
  holder: '贵州云岩电子有限公司',
}
const signed = (said: SignedFacts) => tokenOf(signedText(said), sign(null, Buffer.from(signedText(said)), privateKey))

describe('a signed paper', () => {
  it('is genuine as it was signed, whatever stands around it', async () => {
    const [token = ''] = findTokens(`https://shebao.example/verify/7K3MQ2XD9WTAB4HC#${signed(facts)}\r\n`)
    expect(await checkToken(token, [key])).toEqual({ state: 'GENUINE', facts, key })
    expect(readToken(signed({ ...facts, total: undefined }))?.facts.total).toBeUndefined()
  })

  it('is forged as soon as any part says something else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          office: fc.constantFrom('520100', '110000'),
          number: fc.constantFrom('JF2026070001', 'JF2026070002'),
          total: fc.constantFrom(1_234_567, 1_234_568, undefined),
          holder: fc.constantFrom('贵州云岩电子有限公司', '甲公司'),
          issuedOn: fc.constantFrom('2026-07-01', '2026-07-02'),
          contentHash: fc.constantFrom('c0ffee'.padEnd(64, '0'), 'c0ffee'.padEnd(64, '1')),
        }),
        async (changed) => {
          const said = { ...facts, ...changed }
          const text = signedText(said)
          const token = `${text}${signed(facts).slice(signed(facts).lastIndexOf('.'))}`
          const { state } = await checkToken(token, [key])
          expect(state).toBe(text === signedText(facts) ? 'GENUINE' : 'FORGED')
        },
      ),
    )
  })

  it('is not known by keys that did not sign it, and not dated after its key', async () => {
    expect(await checkToken(signed(facts), [])).toEqual({ state: 'UNKNOWN_KEY', facts })
    const replaced = { ...key, until: '2026-06-30' }
    expect(await checkToken(signed(facts), [replaced])).toEqual({ state: 'KEY_REPLACED', facts, key: replaced })
    expect((await checkToken(signed(facts), [{ ...replaced, until: '2026-07-01' }])).state).toBe('GENUINE')
  })

  it('is nothing when it is something else', async () => {
    expect(await checkToken('SB1.a.b', [key])).toEqual({ state: 'UNREADABLE' })
    expect(findTokens('7K3M-Q2XD-9WTA-B4HC')).toEqual([])
    expect(() => signedText({ ...facts, number: 'JF.1' })).toThrow('cannot stand')
    fc.assert(fc.property(fc.string(), (text) => readToken(text) === undefined))
  })
})
