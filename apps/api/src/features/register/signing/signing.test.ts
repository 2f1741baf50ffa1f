import { runInNewContext } from 'node:vm'
import { deflateSync } from 'node:zlib'
import { fen } from '@shebao/kernel'
import type { PublishedKey, TokenVerdict } from '@shebao/signed-paper'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../../../server.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { printStatement } from '../paper/print-statement.ts'
import { registerDocument } from '../paper/register-document.ts'
import { verifyDocument } from '../paper/verify-document.ts'
import { offlineScript } from './offline-verifier.ts'
import { listPublishedKeys } from './signing-key.repository.ts'
import { ensureSigningKeys, replaceSigningKey } from './signing-keys.ts'
import { addSigningKeys } from './signing.route.ts'

let platform: TestPlatform
let office: Awaited<ReturnType<TestPlatform['database']['prisma']['office']['create']>>
let app: Awaited<ReturnType<typeof createServer>>
beforeAll(async () => {
  platform = await openTestPlatform()
  const names = { nameZh: '示范社保中心', nameEn: 'Demonstration Office', addressZh: '北京', addressEn: 'Beijing' }
  office = await platform.database.prisma.office.create({ data: { region: '110000', phone: '12333', ...names } })
  await ensureSigningKeys(platform, 'test')
  app = await createServer(platform, { findViewer: async () => undefined, routes: [addSigningKeys] })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const issue = (number: string) =>
  registerDocument(
    platform,
    { kind: 'PAYMENT_NOTICE', subjectId: crypto.randomUUID(), version: 1 },
    {
      number,
      office,
      contentHash: 'ab'.repeat(32),
      summary: { unitName: '甲公司', issuedAt: platform.clock.now().toISOString(), concerning: '2026-11', totalFen: 5 },
    },
  )
const signatureOf = async (verifyCode: string) => (await verifyDocument(platform, verifyCode))?.signature

/** What the offline page runs, with a page that has nothing but its data. */
interface OfflinePage {
  checkToken(token: string, keys: readonly PublishedKey[]): Promise<TokenVerdict>
  tokensOfPdf(bytes: Uint8Array): Promise<string[]>
}
async function openOfflinePage(): Promise<OfflinePage> {
  const page = { getElementById: () => ({ textContent: '{}', addEventListener: () => undefined }) }
  const browser = { crypto, TextDecoder, TextEncoder, DecompressionStream, atob, btoa, Uint8Array }
  return runInNewContext(`${await offlineScript()}\n;({ checkToken, tokensOfPdf })`, {
    ...browser,
    document: page,
    navigator: { language: 'zh-CN' },
    HTMLTextAreaElement: class {},
    HTMLInputElement: class {},
  })
}

describe('the signature of what the office issues', () => {
  it('stands in the register and in the file, and holds by the published keys alone', async () => {
    const document = await issue('JF-1')
    expect(await signatureOf(document.verifyCode)).toEqual({ state: 'SIGNED', keyId: expect.any(String) })
    const statement = {
      title: '通知',
      subtitle: '',
      facts: [],
      headers: [],
      widths: [],
      rightFrom: 0,
      rows: [],
      amounts: [['合计', '0.05']] as const,
      total: fen(5),
      notes: [],
      derivations: [],
    }
    const { pdf } = await printStatement(platform, document, { office, language: 'en', statement })
    const { keys } = (await app.inject('/.well-known/shebao-signing-keys.json')).json<{ keys: PublishedKey[] }>()
    const page = await openOfflinePage()
    const tokens = await page.tokensOfPdf(pdf)
    expect(tokens).toEqual([document.signedToken])
    expect(await page.checkToken(tokens[0] ?? '', keys)).toMatchObject({
      state: 'GENUINE',
      facts: { number: 'JF-1', holder: '甲公司', total: 5, issuedOn: '2026-11-23', office: '110000' },
      key: { office: { nameEn: 'Demonstration Office' } },
    })
    const packed = Buffer.concat([
      Buffer.from('%PDF-1.7\nstream\n'),
      deflateSync(document.signedToken ?? ''),
      Buffer.from('\nendstream'),
    ])
    expect(await page.tokensOfPdf(packed)).toEqual([document.signedToken])
  })

  it('is found broken when an entry was altered, and absent where there was none', async () => {
    const { id, verifyCode } = await issue('JF-2')
    const { document } = platform.database.prisma
    await document.update({ where: { id }, data: { contentHash: 'cd'.repeat(32) } })
    expect((await signatureOf(verifyCode))?.state).toBe('BROKEN')
    await document.update({ where: { id }, data: { signedToken: null } })
    expect(await signatureOf(verifyCode)).toEqual({ state: 'UNSIGNED', keyId: undefined })
  })

  it('goes on holding when the key is replaced, whose private half is gone', async () => {
    const before = await issue('JF-3')
    const keys = await replaceSigningKey(platform, office.id, 'test')
    const after = await issue('JF-4')
    expect(await signatureOf(before.verifyCode)).toEqual({ state: 'SIGNED', keyId: keys.before })
    expect(await signatureOf(after.verifyCode)).toEqual({ state: 'SIGNED', keyId: keys.now })
    const published = await listPublishedKeys(platform)
    expect(published.map(({ id, until }) => [id, until])).toContainEqual([keys.before, '2026-11-23'])
    const kept = await platform.database.prisma.signingKey.findMany({ where: { privateKey: { not: null } } })
    expect(kept.map(({ id }) => id)).toEqual([keys.now])
  })

  it('is checked by one file that may load nothing', async () => {
    const answer = await app.inject('/documents/offline-verifier.html')
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect(answer.body).toContain("default-src 'none'")
    expect(answer.body).not.toMatch(/\{\{|<(?:link|img|iframe)\b|\bsrc=|\bimport\b.*from/)
    for (const { publicKey } of await listPublishedKeys(platform)) expect(answer.body).toContain(publicKey)
  })
})
