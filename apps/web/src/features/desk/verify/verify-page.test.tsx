import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, answerWithout, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { VerifyDocumentDocument } from './verify.generated.ts'
import type { DocumentKind, DocumentStatus } from './verify.generated.ts'
import { VerifyPage } from './verify-page.tsx'

function open(at: string, kind: DocumentKind = 'PAYMENT_NOTICE', status: DocumentStatus = 'CURRENT') {
  const issued = answer(VerifyDocumentDocument, ({ code }) => ({
    verifyDocument: code.startsWith('7K3M')
      ? {
          __typename: 'VerifiedDocument',
          code,
          kind,
          number: 'JF2026070001',
          version: 2,
          contentHash: 'c0ffee',
          status,
          unitName: '甲公司',
          issuedAt: '2026-07-01T02:32:00Z',
          concerning: kind === 'PAYMENT_RECEIPT' ? '2026-07-20' : '2026-07',
          people: 12,
          total: fen(1_234_567),
          signature: {
            __typename: 'DocumentSignature',
            state: status === 'SUPERSEDED' ? 'UNSIGNED' : 'SIGNED',
            keyId: status === 'SUPERSEDED' ? null : '0a1b2c3d4e5f',
          },
        }
      : null,
  }))
  answerWithout([issued])
  return showPage(<VerifyPage />, { answers: [issued], at, path: '/verify/:code?' })
}
const fact = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('checking a document', () => {
  it('asks for the code, and looks it up under its own address', async () => {
    const { container, user, address } = open('/verify')
    await user.click(screen.getByRole('button', { name: '查询' }))
    expect(await screen.findByText('请输入验证码')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.type(screen.getByRole('textbox', { name: /验证码/ }), ' 7K3M-Q2XD-9WTA-B4HC ')
    await user.click(screen.getByRole('button', { name: '查询' }))
    expect(await screen.findByText('有效')).toBeTruthy()
    expect(address()).toBe('/verify/7K3M-Q2XD-9WTA-B4HC')
    expect(fact('文书种类')).toBe('社会保险费缴费通知单')
    expect(fact('所属期')).toBe('2026年7月')
    expect(fact('金额')).toContain('12,345.67')
    expect(fact('电子签名')).toBe('有效，密钥 0a1b2c3d4e5f')
    expect(screen.getByRole('heading', { name: '查询另一份' })).toBeTruthy()
  })

  it('says that nothing has a code that nobody issued', async () => {
    open('/verify/AAAA')
    expect(await screen.findByText('没有查到这个验证码')).toBeTruthy()
    expect(screen.queryByText('甲公司')).toBeNull()
  })

  it('says that it did not look when too many codes of none were shown, and nothing of this document', async () => {
    vi.stubGlobal('fetch', async () =>
      Response.json({
        data: { verifyDocument: null },
        errors: [{ message: 'Too many tries.', extensions: { code: 'TOO_MANY_REQUESTS' } }],
      }),
    )
    showPage(<VerifyPage />, { answers: [], at: '/verify/7K3M', path: '/verify/:code?' })
    expect(await screen.findByText('查不到的验证码过多，暂停查询')).toBeTruthy()
    expect(screen.queryByText('没有查到这个验证码')).toBeNull()
  })

  it('says of a receipt whose payment was reversed what became of it', async () => {
    open('/verify/7K3M', 'PAYMENT_RECEIPT', 'WITHDRAWN')
    expect(await screen.findByText('本机构出具过这份凭证，但所凭缴款已被冲回，现已失效。')).toBeTruthy()
    expect(fact('收款日期')).toContain('20')
  })

  it('tells a document number from a code, and where the code stands', async () => {
    const { askedOf } = open('/verify/NJ2026-1101140005-01')
    expect(await screen.findByText('这是文书编号，不是验证码')).toBeTruthy()
    expect(screen.getByText(/验证码在文书页脚/)).toBeTruthy()
    expect(screen.queryByText('没有查到这个验证码')).toBeNull()
    expect(askedOf('VerifyDocument')).toEqual([])
  })

  it('says of a document from before the office signed that it carries no signature', async () => {
    open('/verify/7K3M', 'PAYMENT_NOTICE', 'SUPERSEDED')
    expect(await screen.findByText(/尚未启用电子签名/)).toBeTruthy()
    expect(screen.getByRole('link', { name: '下载离线核验页' }).getAttribute('href')).toBe(
      '/documents/offline-verifier.html',
    )
  })

  it('says truly what the answer shows', () => {
    open('/verify')
    expect(screen.getByText(/姓名和证件号码经过遮盖/)).toBeTruthy()
  })
})
