import { actionWords, keyWords, recordWords, rolesInWords } from '@shebao/kernel/trail-words'
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LanguageProvider } from '../../../shared/lib/language-context.tsx'
import { fillBrowserGaps } from '../../../shared/testing/browser-gaps.ts'
import { AuditEntries } from './audit-entries.tsx'

type Entry = Parameters<typeof AuditEntries>[0]['entries'][number]

const refunded: Entry = {
  __typename: 'AuditEvent',
  seq: '7',
  position: '6',
  at: '2026-11-26T02:00:00.000Z',
  actorKind: 'SYSTEM',
  actorName: null,
  role: null,
  origin: 'bank',
  action: 'PAYMENT_AMOUNT_DIFF',
  actionCode: 'PAYMENT_AMOUNT_DIFF',
  recordType: 'Payment',
  recordTypeCode: 'Payment',
  recordId: 'p1',
  reason: null,
  change: [
    { __typename: 'AuditChange', key: 'amount', name: 'amount', value: 123456 },
    { __typename: 'AuditChange', key: 'sealOk', name: 'sealOk', value: true },
  ],
}
const ofLongAgo: Entry = {
  ...refunded,
  seq: '8',
  position: null,
  action: null,
  actionCode: 'MOVED_SHEET',
  recordType: null,
  recordTypeCode: 'Sheet',
  change: [{ __typename: 'AuditChange', key: null, name: 'drawer', value: ['A', 1] }],
}

const accepted: Entry = {
  ...refunded,
  seq: '9',
  action: 'APPROVE_DECLARATION',
  actionCode: 'APPROVE_DECLARATION',
  recordType: 'Declaration',
  recordTypeCode: 'Declaration',
  recordId: 'd1',
  change: [
    { __typename: 'AuditChange', key: 'status', name: 'status', value: 'APPROVED' },
    { __typename: 'AuditChange', key: 'noticeId', name: 'noticeId', value: 'n1' },
  ],
}

beforeEach(() => fillBrowserGaps())
afterEach(() => {
  cleanup()
  document.cookie = 'shebao_language=; max-age=0'
})

function open(language: 'zh-CN' | 'en') {
  document.cookie = `shebao_language=${language}`
  render(
    <MantineProvider>
      <LanguageProvider>
        <MemoryRouter>
          <AuditEntries entries={[refunded, ofLongAgo, accepted]} />
        </MemoryRouter>
      </LanguageProvider>
    </MantineProvider>,
  )
  return screen.getAllByRole('row').map((row) => row.textContent)
}

describe('entries of the trail', () => {
  it('stand in the words of the language with the code of the action, amounts in yuan', () => {
    const [, row] = open('zh-CN')
    for (const part of ['系统', '到账金额不符，挂账', '缴费', '金额: ', '1,234.56', '印章无误: 是'])
      expect(row).toContain(part)
    expect(row).toContain('到账金额不符，挂账PAYMENT_AMOUNT_DIFF')
    expect(row).not.toMatch(/Payment|sealOk|尚未相连/)
    cleanup()
    const [, english] = open('en')
    expect(english).toContain('Set aside: another amount came')
  })

  it('that have words no longer stand as they were written, and say when they are not chained yet', () => {
    const row = open('zh-CN')[2]
    for (const part of ['MOVED_SHEET', 'Sheet', 'drawer: ["A",1]', '#8 · 尚未相连']) expect(row).toContain(part)
  })

  it('say codes in words, and lead to the record and to what it made', () => {
    const row = open('zh-CN')[3]
    expect(row).toContain('状态: 已通过')
    expect(row).not.toMatch(/APPROVED|d1/)
    expect(screen.getByRole('link', { name: '打开' }).getAttribute('href')).toBe('/staff/declarations/d1')
    expect(screen.getByRole('link', { name: 'n1' }).getAttribute('href')).toBe('/staff/notices/n1')
  })

  it('have no two actions, records or names with the same words', () => {
    for (const { zh, en } of [actionWords, recordWords])
      for (const words of [Object.values(zh), Object.values(en)]) expect(new Set(words).size).toBe(words.length)
    for (const text of Object.values(keyWords.zh)) expect(text).toMatch(/[\u4e00-\u9fff]/)
  })

  it('name several roles, also one that nobody has words for', () => {
    expect(rolesInWords('OFFICER NEW', (role) => role.toLowerCase())).toBe('officer · NEW')
  })
})
