import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { AuditChainDocument, AuditedPersonDocument, AuditTrailDocument } from './audit.generated.ts'
import type { AuditTrailQuery, AuditTrailQueryVariables } from './audit.generated.ts'
import { AuditPage } from './audit-page.tsx'

type Entry = AuditTrailQuery['auditTrail']['edges'][number]['node']

const entry = (seq: string, action: NonNullable<Entry['action']>): Entry => ({
  __typename: 'AuditEvent',
  seq,
  position: seq,
  at: '2026-11-23T02:32:00Z',
  actorKind: 'STAFF',
  actorName: '王审核',
  role: 'REVIEWER',
  origin: '10.0.0.1',
  action,
  actionCode: action,
  recordType: null,
  recordTypeCode: 'SHEET',
  recordId: `d${seq}`,
  reason: null,
  change: [{ __typename: 'AuditChange', key: null, name: 'drawer', value: 'A1' }],
})

function trail({ after }: AuditTrailQueryVariables) {
  const node = after ? entry('1', 'SUBMIT_DECLARATION') : entry('2', 'APPROVE_DECLARATION')
  return {
    auditTrail: {
      __typename: 'AuditTrailConnection' as const,
      edges: [{ __typename: 'AuditTrailEdge' as const, node }],
      pageInfo: { __typename: 'PageInfo' as const, hasNextPage: !after, endCursor: after ? null : '2' },
    },
  }
}

function open(language: 'zh-CN' | 'en' = 'zh-CN', at = '/', intact = true) {
  const trails = answer(AuditTrailDocument, trail)
  const chain = answer(AuditChainDocument, {
    auditChain: {
      __typename: 'AuditChainCheck',
      intact,
      firstBreak: intact ? null : '17',
      missingAtEnd: intact ? 0 : 3,
      entries: 1234,
      notChainedYet: 0,
      checkedAt: '2026-11-23T02:32:00Z',
    },
  })
  const persons = answer(AuditedPersonDocument, {
    auditedPerson: {
      __typename: 'AuditedPerson' as const,
      id: 'p1',
      idMasked: '110***********8670',
      nameMasked: '王**',
    },
  })
  return { ...showPage(<AuditPage />, { answers: [trails, chain, persons], at, language }), trails, persons }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the audit trail', () => {
  it('says in words what was done, line by line what changed, and adds earlier entries', async () => {
    const { container, user } = open()
    const row = await screen.findByRole('row', { name: /#2/ })
    expect(within(row).getByText('核定通过')).toBeTruthy()
    expect(within(row).getByText('drawer: A1')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '显示更多' }))
    expect(await screen.findByText('提交申报')).toBeTruthy()
    expect(screen.getByRole('row', { name: /#2/ })).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('button', { name: '显示更多' })).toBeNull())
    expect(await axeFindings(container)).toEqual([])
  })

  it('asks for what was typed, and keeps it in the address', async () => {
    const { user, trails, address } = open()
    await screen.findByRole('row', { name: /#2/ })
    await user.type(screen.getByRole('textbox', { name: '工号或账户编号' }), ' S002 ')
    await user.type(screen.getByRole('textbox', { name: '起' }), '2026-03-01')
    await user.click(screen.getByRole('button', { name: '查找' }))
    await waitFor(() => expect(trails.sent.at(-1)).toMatchObject({ actor: 'S002', from: '2026-03-01', recordId: null }))
    expect(address()).toBe('/?actor=S002&from=2026-03-01')
    const file = screen.getByRole('link', { name: /CSV/ }).getAttribute('href')
    expect(file).toBe('/audit/trail.csv?lang=zh-CN&actor=S002&from=2026-03-01')
  })

  it('finds a person by number and reason; only the identifier stands in the address', async () => {
    const { user, trails, persons, address } = open()
    await screen.findByRole('row', { name: /#2/ })
    await user.click(screen.getByText('查找某个参保人的日志'))
    await user.type(screen.getByRole('textbox', { name: /完整证件号码/ }), '110101199003078670')
    await user.type(screen.getByRole('textbox', { name: /查找原因/ }), '核查投诉')
    await user.click(screen.getByRole('button', { name: '查找此人' }))
    await waitFor(() => expect(trails.sent.at(-1)).toMatchObject({ person: 'p1' }))
    expect(persons.sent).toEqual([{ number: '110101199003078670', reason: '核查投诉' }])
    expect(address()).toBe('/?person=p1')
    expect(screen.getByText(/王\*\*/)).toBeTruthy()
  })

  it('says whether the chain is whole, and where it breaks', async () => {
    const { user } = open('en')
    await user.click(await screen.findByRole('button', { name: /check/i }))
    expect(await screen.findByText(/1,234/)).toBeTruthy()
    cleanup()
    const broken = open('zh-CN', '/', false)
    await broken.user.click(screen.getByRole('button', { name: '校验完整性' }))
    expect(await screen.findByText(/末尾缺少 3 条/)).toBeTruthy()
    expect(await screen.findByText(/第 17 条与前一条不相连/)).toBeTruthy()
  })
})
