import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { ReadingsOfMyRecordDocument, type ReadingsOfMyRecordQuery } from './readings.generated.ts'
import { ReadingsPage } from './readings-page.tsx'

type Reading = ReadingsOfMyRecordQuery['readingsOfMyRecord']['edges'][number]['node']
const look = (given: Partial<Reading>): Reading => ({
  __typename: 'RecordReading',
  id: crypto.randomUUID(),
  at: '2026-11-29T02:30:00.000Z',
  readerKind: 'STAFF',
  role: 'REVIEWER',
  staffNumber: 'S1002',
  action: 'REVEAL_PERSON',
  reason: '核对姓名',
  employerName: null,
  agencyName: null,
  ...given,
})
const open = (readings: Reading[], language: 'zh-CN' | 'en' = 'zh-CN') =>
  showPage(<ReadingsPage />, {
    answers: [
      answer(ReadingsOfMyRecordDocument, {
        readingsOfMyRecord: {
          __typename: 'RecordReadingConnection',
          edges: readings.map((node) => ({ __typename: 'RecordReadingEdge' as const, node })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
    ],
    viewer: { kind: 'INSURED' },
    language,
  })
afterEach(cleanup)

describe('who looked at one’s record', () => {
  it('says who looked, at what, when and why; a unit by its name, with the agency that acted for it', async () => {
    const { container } = open([
      look({}),
      look({
        readerKind: 'EMPLOYER',
        role: null,
        staffNumber: null,
        reason: null,
        action: 'READ_NOTICE_PEOPLE',
        employerName: '甲公司',
        agencyName: '乙代理',
      }),
    ])
    const list = await screen.findByRole('list', { name: '查看记录' })
    const [staff, employer] = within(list).getAllByRole('listitem')
    expect(staff?.textContent).toContain('社保机构工作人员（复核） 查看了您的完整姓名和号码')
    expect(staff?.textContent).toContain('工号 S1002 · 理由：核对姓名')
    expect(employer?.textContent).toContain('乙代理（代理甲公司） 查看了含您的缴费单明细')
    expect(await axeFindings(container)).toEqual([])
  })

  it('says so when nobody has', async () => {
    open([], 'en')
    expect(await screen.findByText('Nobody has looked yet')).toBeTruthy()
  })
})
