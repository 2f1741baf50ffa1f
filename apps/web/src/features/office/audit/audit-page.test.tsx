import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { AuditChainDocument, AuditTrailDocument } from './audit.generated.ts'
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
  return { ...showPage(<AuditPage />, { answers: [trails, chain], at, language }), trails }
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
    expect(screen.queryByRole('button', { name: '显示更多' })).toBeNull()
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
